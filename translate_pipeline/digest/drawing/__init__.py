"""What a digest counts and dates, drawn as SVG that scales with its page."""
