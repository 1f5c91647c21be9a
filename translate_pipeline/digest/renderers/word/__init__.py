"""Word documents of digests, part by part."""
