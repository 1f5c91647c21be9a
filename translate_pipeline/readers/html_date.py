"""The day on which a page says that it was published, by htmldate, and never a day that its text is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.readers.html_text import text_up_to

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OF_CHANGE = re.compile(r"modif|updat|revis|actualiz|last|expir", re.IGNORECASE)
_CHANGE_IN_DATA = re.compile(r'"(?:dateModified|uploadDate|dateCreated|expires|validThrough)"\s*:\s*"[^"]*"\s*,?')
_OF_PUBLICATION = re.compile(r"(?:^|[\s_-])(?:pub|date|fecha|time|posted|published|publicad|entry-date|dateline)", re.I)
_RUNNING_TEXT = frozenset({"p", "li", "td", "blockquote", "figcaption", "aside", "nav", "footer", "dd", "pre"})
_OTHERS = re.compile(r"relat|relacionad|coment|comment|sidebar|teaser|recom|mas-leid|more|widget|promo", re.IGNORECASE)
_META = ("property", "name", "itemprop", "content")
_LONGEST_LABEL = 80
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_WRITTEN_OUT = re.compile(
    rf"\b(\d{{1,2}})(?:\.?º)?(?: de)? ({'|'.join(_MONTHS)}|setiembre)(?: del?)?,? (\d{{4}})\b", re.IGNORECASE
)
_ZONE = r"\s?(?:Z|[+-]\d\d:?\d\d)"
_CLOCK = rf"(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?({_ZONE})"


def publication_date(tree: HtmlElement, url: str | None = None) -> str | None:
    """The date of publication in ISO 8601, with the time of day where the page gives it with its zone.

    It is looked for in the metadata of the page, in elements that are marked as its date, and in its address. Dates
    of changes, in running text and of other articles are no dates of publication.

    Args:
        tree: the page.
        url: its address.
    """
    from htmldate import find_date

    stated = _statements(tree, url)
    day = find_date(stated, extensive_search=False, original_date=True, deferred_url_extractor=True, url=url)
    if day is None:
        return None
    return _moment(stated, day) or day


def _statements(tree: HtmlElement, url: str | None) -> HtmlElement:
    """A page of nothing but what may state the date, as htmldate takes any date that it finds for it."""
    from lxml.etree import SubElement
    from lxml.html import document_fromstring

    page: HtmlElement = document_fromstring("<html><head></head><body></body></html>")
    head, body = page.find("head"), page.find("body")
    assert head is not None and body is not None
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name and not _OF_CHANGE.search(name):
            SubElement(head, "meta", {key: element.get(key, "") for key in _META if element.get(key)})
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json":
            SubElement(head, "script", {"type": "application/ld+json"}).text = _CHANGE_IN_DATA.sub(
                "", element.text or ""
            )
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        if not _may_state(element):
            continue
        label = text_up_to(element, _LONGEST_LABEL)
        if len(label) > _LONGEST_LABEL or _OF_CHANGE.search(label):
            continue
        attributes = {key: element.get(key, "") for key in ("datetime", "content", "title") if element.get(key)}
        # `time` is read by its attribute, `span` of the class `date` by its text.
        copy = SubElement(body, "time" if "datetime" in attributes else "span", {"class": "date", **attributes})
        copy.text = _WRITTEN_OUT.sub(_in_figures, label)
    return page


def _may_state(element: HtmlElement) -> bool:
    marks = " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "pubdate"))
    if element.tag != "time" and not _OF_PUBLICATION.search(marks):
        return False
    if _OF_CHANGE.search(marks):
        return False
    for outer in element.iterancestors():
        if outer.tag in _RUNNING_TEXT and not _is_label(outer):
            return False
        if outer.tag not in ("html", "body") and _OTHERS.search(f"{outer.get('class', '')} {outer.get('id', '')}"):
            return False
    return True


def _is_label(element: HtmlElement) -> bool:
    return element.tag == "p" and len(text_up_to(element, _LONGEST_LABEL)) <= _LONGEST_LABEL


def _in_figures(match: re.Match[str]) -> str:
    month = match[2].casefold().replace("setiembre", "septiembre")
    return f"{match[3]}-{_MONTHS.index(month) + 1:02}-{int(match[1]):02}"


def _moment(stated: HtmlElement, day: str) -> str | None:
    pattern = re.compile(rf"{day}[T ]{_CLOCK}")
    for element in stated.iter("meta", "script", "time", "span"):
        for text in (*map(str, element.attrib.values()), element.text or ""):
            if match := pattern.search(text):
                zone = match[2].strip().replace(":", "")
                return f"{day}T{match[1]}" + (zone if zone == "Z" else f"{zone[:3]}:{zone[3:]}")
    return None
