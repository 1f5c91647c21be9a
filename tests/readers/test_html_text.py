from __future__ import annotations

import time

from lxml.html import document_fromstring, fragment_fromstring

from translate_pipeline.readers.html_text import link_densities, text_up_to


def test_text_is_cut_off_soon_after_a_length() -> None:
    element = fragment_fromstring("<p> Uno <b>dos</b>\n tres " + "<i>cuatro</i> " * 1000 + "</p>")
    assert text_up_to(element, 8).startswith("Uno dos")
    assert len(text_up_to(element, 8)) < 40
    assert text_up_to(fragment_fromstring("<p> Uno\n<b>dos</b></p>"), 100) == "Uno dos"


def test_the_part_of_the_letters_in_links_is_found() -> None:
    root = fragment_fromstring("<div>abc <a>def</a> ghi<p><a>jk<b>l</b></a></p><p></p><p>mno</p></div>")
    densities = link_densities(root)
    assert densities[root] == 6 / 15
    assert [densities[paragraph] for paragraph in root.iter("p")] == [1.0, 0.0, 0.0]


def test_nesting_costs_no_time() -> None:
    root = document_fromstring("<html><body>" + "<div>" * 200 + "<a>x</a> texto " * 50_000)
    started = time.process_time()
    link_densities(root)
    assert time.process_time() - started < 3
