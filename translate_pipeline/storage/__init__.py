"""What is kept between runs: SQLite files, locks, and the folders they lie in."""
