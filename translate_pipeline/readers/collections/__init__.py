"""Inputs that name or hold many documents: feeds, lists of feeds, sitemaps, archives, folders."""
