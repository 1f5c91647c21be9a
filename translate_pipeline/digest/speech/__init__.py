"""Who says what a sentence quotes: quotations, verbs of speech and the names that they are tied to."""
