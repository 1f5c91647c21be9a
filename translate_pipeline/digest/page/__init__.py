"""What the templates of the HTML page work with: marked sentences, readable dates, languages, links, the policy."""
