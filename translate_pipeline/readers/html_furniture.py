"""What stands within an article and is no part of it: advertisements, and the notes of paywalls."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from translate_pipeline.readers.blocks import Block
from translate_pipeline.readers.html_text import text_up_to

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ADVERTISEMENT = frozenset(
    "ad ads adv advert adverts advertisement advertising advertorial adslot adunit adsbygoogle dfp gpt publi publicidad"
    " anuncio anuncios sponsored sponsor patrocinado promo promocion outbrain taboola teads".split()
)
_PAYWALL = frozenset("paywall muro piano premium subscribe subscription suscripcion suscriptores regwall".split())
_NAME = re.compile(r"[a-záéíóú]+", re.IGNORECASE)
_WHOLE = frozenset({"html", "body", "main", "article"})
_LETTERS_OF_FURNITURE = 600
_NOTICE = re.compile(
    r"(?:contenido|artículo|noticia|información)\b[^.]{0,30}\b(?:exclusiv[oa]|sol[oa]|reservad[oa])[^.]{0,20}"
    r"\b(?:suscriptores|abonados|socios|usuarios registrados)"
    r"|(?:para|si quieres) (?:seguir|continuar) leyendo\b.{0,80}\b(?:suscr|reg[ií]str|inicia|hazte|abón)"
    r"|(?:suscríbete|suscríbase|regístrate|regístrese|hazte (?:socio|premium|suscriptor))\b.{0,60}"
    r"\b(?:seguir|continuar|para) (?:leyendo|leer)"
    r"|¿(?:ya )?(?:eres|es) (?:ya )?(?:suscriptor|socio|abonado)"
    r"|(?:lee|leer) sin límites|te quedan? \d+ artículos?"
    r"|(?:this (?:article|story|content) is|exclusive content) (?:only )?(?:for|available to) (?:our )?"
    r"(?:subscribers|members)"
    r"|(?:subscribe|register|sign in|log in)\b.{0,40}\b(?:to (?:continue|keep|read))|already a subscriber",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_OF_NOTICE = 40
BEHIND_PAYWALL = "the article is behind a paywall: this page holds only its beginning"
NOT_FREE = "the page says that the article is for subscribers: its text may end early"


def without_furniture(tree: HtmlElement) -> bool:
    """Takes advertisements and notes of paywalls out of a page. Returns whether there was a note of a paywall.

    They are known by the names that pages give them, as long as they hold little text: some pages name the part that
    only subscribers can read after the paywall too, or the whole article after the advertisements beside it.
    """
    has_paywall = False
    gone: set[HtmlElement] = set()
    for element in list(tree.iter("*")):
        names = set(_NAME.findall(f"{element.get('class', '')} {element.get('id', '')}".casefold()))
        if element.tag in _WHOLE or element in gone or not names & (_ADVERTISEMENT | _PAYWALL):
            continue
        text = text_up_to(element, _LETTERS_OF_FURNITURE)
        is_notice = _NOTICE.search(text) is not None
        if len(text) > _LETTERS_OF_FURNITURE or element.getparent() is None:
            continue
        holds_article = next(element.iter("h1", "article", "main"), None) is not None
        if not holds_article and (is_notice or names & _ADVERTISEMENT):
            has_paywall |= is_notice
            gone.update(element.iter("*"))
            element.drop_tree()
    return has_paywall


def is_paywall_notice(block: Block) -> bool:
    """Whether a paragraph says that one has to pay to read on."""
    return len(block.text.split()) <= _WORDS_OF_NOTICE and _NOTICE.search(" ".join(block.text.split())) is not None


def says_it_is_not_free(tree: HtmlElement) -> bool:
    """Whether a page's linked data say so: schema.org's `isAccessibleForFree`."""
    for script in tree.iter("script"):
        try:
            found = json.loads(script.text or "") if "isAccessibleForFree" in (script.text or "") else None
        except (ValueError, RecursionError):
            continue
        items = found if isinstance(found, list) else [found]
        items += [inner for item in items if isinstance(item, dict) for inner in _listed(item.get("@graph"))]
        if any(isinstance(item, dict) and _is_false(item.get("isAccessibleForFree")) for item in items):
            return True
    return False


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].casefold() == "false")
