"""Markdown as a reader gets it, by markdown-it-py."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

# What tsum itself sets: headings, paragraphs, lists, tables, the emphasis of a source's headline, links.
OWN_MARKUP = (
    "heading_open paragraph_open bullet_list_open list_item_open table_open thead_open tbody_open tr_open th_open"
    " td_open em_open link_open text text_special inline"
).split()


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def tokens_below(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from tokens_below(token.children or [])


def read_text(token: Token) -> str:
    """What a reader sees of a paragraph, a heading or a cell."""
    return "".join(child.content for child in token.children or [])


def active_elements(markdown: str) -> set[str]:
    kinds = {token.type.replace("_close", "_open") for token in tokens_below(parsed(markdown))}
    return kinds - set(OWN_MARKUP)


def links(markdown: str) -> list[str]:
    opened = [token for token in tokens_below(parsed(markdown)) if token.type == "link_open"]
    return [str(token.attrs["href"]) for token in opened]
