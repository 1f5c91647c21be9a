"""Stories: which articles report one event, how important it is, and what to show of them."""
