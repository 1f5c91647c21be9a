"""The text of a page in which no article can be recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.readers.blocks import Block
from translate_pipeline.readers.html_text import link_densities
from translate_pipeline.readers.markup import blocks_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOILERPLATE = frozenset({"nav", "footer", "aside", "form", "figure", "menu", "dialog", "iframe", "svg", "button"})
_NOT_ARTICLE = re.compile(r"cookie|consent|newsletter|breadcrumb|sidebar|comment|coment|relacionad|related", re.I)
_LETTERS_IN_LINKS = 0.6


def blocks_of_page(tree: HtmlElement) -> list[Block]:
    """The blocks of a page without a recognisable article, less what is mostly links or named as no article."""
    from copy import deepcopy

    from lxml.etree import strip_elements

    body = tree.find("body")
    if body is None:
        return []
    page = deepcopy(body)
    strip_elements(page, *_BOILERPLATE, "select", "textarea", "label", "object", "head", with_tail=False)
    densities = link_densities(page)
    for element in list(page.iter("*")):
        named = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
        is_menu = element.tag in ("ul", "ol", "p", "div", "table", "header") and densities[element] > _LETTERS_IN_LINKS
        parent = element.getparent()
        if parent is not None and (is_menu or _NOT_ARTICLE.search(named)):
            element.drop_tree()
    return blocks_of(page)
