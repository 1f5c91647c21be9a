"""A bar beside a number of a table."""

from __future__ import annotations

from xml.etree import ElementTree as ET

_HEIGHT = "8"


def bar(count: int, most: int) -> str:
    """A bar of the length of `count`, as SVG as wide as its place; hidden from screen readers, which read the number.

    Args:
        count: what it shows.
        most: the count that fills the whole width.
    """
    svg = ET.Element("svg", {"class": "bar", "width": "100%", "height": _HEIGHT, "aria-hidden": "true"})
    # A single mention among hundreds still shows.
    width = max(100 * count / most, 1.5)
    ET.SubElement(svg, "rect", {"class": "bar-track", "width": "100%", "height": _HEIGHT, "rx": "2"})
    ET.SubElement(svg, "rect", {"class": "bar-length", "width": f"{width:.1f}%", "height": _HEIGHT, "rx": "2"})
    return ET.tostring(svg, encoding="unicode", short_empty_elements=False)
