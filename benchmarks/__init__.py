"""Speed, memory and quality of tsum, against its peer and against editors; one command each, see README.md."""
