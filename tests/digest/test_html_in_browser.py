"""The HTML page of a digest, opened in a real browser."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.chromium import chromium, installed_browser
from tests.digest.minimal import digest_of
from tests.digest.sample import sample_digest
from translate_pipeline.digest.renderers.html import HtmlRenderer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Playwright

pytest.importorskip("playwright", reason="Playwright is not installed: the page was not opened in a browser")
pytestmark = pytest.mark.skipif(
    installed_browser() is None, reason="neither chromium nor google-chrome is installed: the page was not opened"
)

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SENTENCE = "#story-0a1b2c3d .pairs .s >> nth=0"
TWIN = "#story-0a1b2c3d .pairs .s >> nth=1"
FOLD = "#a1 details.text"

Opened = Callable[..., "Page"]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with chromium(playwright) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "digest.html"
    path.write_bytes(HtmlRenderer().render(sample_digest()))
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    """Opens the page; options are those of Playwright's `new_context`."""
    contexts = []

    def open_page(**options: Any) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def is_lit(page: Page, selector: str) -> bool:
    return "lit" in (page.get_attribute(selector, "class") or "")


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


class TestTwins:
    def test_the_pointer_on_a_sentence_lights_it_up_with_its_twin(self, opened: Opened) -> None:
        page = opened()
        assert not is_lit(page, TWIN)
        page.hover(SENTENCE)
        assert is_lit(page, SENTENCE) and is_lit(page, TWIN)
        page.hover("h1")
        assert not is_lit(page, SENTENCE) and not is_lit(page, TWIN)

    def test_the_pointer_on_a_term_lights_up_its_twin_in_the_other_language(self, opened: Opened) -> None:
        page = opened()
        page.hover("#story-0a1b2c3d .pairs .original .term >> text=Cruz Roja")
        assert page.locator("#story-0a1b2c3d .pairs .twin").all_inner_texts() == ["Red Cross", "Cruz Roja"]

    def test_a_tap_lights_up_a_sentence_until_another_place_is_tapped(self, opened: Opened) -> None:
        page = opened(**PHONE)
        page.tap(SENTENCE)
        assert is_lit(page, TWIN)
        page.tap("h1")
        assert not is_lit(page, TWIN)

    def test_the_arrow_keys_go_from_sentence_to_sentence_and_to_the_twin(self, opened: Opened) -> None:
        page = opened()
        page.focus(SENTENCE)
        assert is_lit(page, TWIN)
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.textContent").startswith("The president of the Red Cross")
        assert not is_lit(page, TWIN)
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.textContent").startswith("La presidenta de la Cruz Roja")

    def test_sentences_of_the_full_text_light_up_too(self, opened: Opened) -> None:
        page = opened()
        page.click(f"{FOLD} > summary")
        page.hover(f"{FOLD} .running .s >> text=asked for urgent aid")
        lit = page.locator(f"{FOLD} .lit").all_inner_texts()
        assert len(lit) == 2
        assert "pidió ayuda urgente" in lit[1]


class TestFolds:
    def test_a_full_text_is_folded_away_until_it_is_clicked(self, opened: Opened) -> None:
        page = opened()
        text = page.locator(f"{FOLD} .running")
        assert not text.is_visible()
        page.click(f"{FOLD} > summary")
        assert text.is_visible()

    def test_the_link_of_a_sentence_unfolds_the_text_that_it_is_from(self, opened: Opened) -> None:
        page = opened()
        page.click("#story-0a1b2c3d .pairs .ref >> nth=0")
        sentence = page.locator("#a1-p2s1")
        assert sentence.is_visible()
        assert sentence.bounding_box()["y"] < page.viewport_size["height"]  # type: ignore[index]

    def test_one_button_unfolds_all_texts(self, opened: Opened) -> None:
        page = opened()
        page.click("#unfold")
        assert page.locator("details:not([open])").count() == 0
        page.click("#unfold")
        assert page.locator("details[open]").count() == 0


class TestThemes:
    def test_the_button_turns_the_page_dark_and_light_again_and_stores_nothing(self, opened: Opened) -> None:
        page = opened(color_scheme="light")
        light = background(page)
        page.click("#dark")
        assert background(page) != light
        assert page.get_attribute("#dark", "aria-pressed") == "true"
        page.click("#dark")
        assert background(page) == light
        assert page.evaluate("document.cookie") == ""

    def test_a_dark_system_gives_a_dark_page_that_the_button_turns_light(self, opened: Opened) -> None:
        page = opened(color_scheme="dark")
        dark = background(page)
        assert page.get_attribute("#dark", "aria-pressed") == "true"
        page.click("#dark")
        assert background(page) == background(opened(color_scheme="light")) != dark

    def test_marks_can_be_put_out(self, opened: Opened) -> None:
        page = opened()
        line = "getComputedStyle(document.querySelector('.pairs .term')).textDecorationLine"
        assert page.evaluate(line) == "underline"
        page.click("#marks")
        assert page.evaluate(line) == "none"


class TestPaper:
    def test_paper_shows_no_buttons_and_no_closed_texts_but_the_summaries(self, opened: Opened) -> None:
        page = opened()
        page.emulate_media(media="print")
        assert not page.locator(".tools").is_visible()
        assert not page.locator(FOLD).is_visible()
        assert page.locator("#a1 details.summary .pair >> nth=0").is_visible()

    def test_paper_is_light_whatever_the_theme(self, opened: Opened) -> None:
        page = opened(color_scheme="dark")
        page.click("#dark")
        page.click("#dark")
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(28, 27, 25)"

    def test_the_end_of_a_page_does_not_part_a_sentence_from_its_twin(self, opened: Opened) -> None:
        page = opened()
        page.click("#unfold")
        page.emulate_media(media="print")
        breaks = "[...document.querySelectorAll('.pair, .row')].map(e => getComputedStyle(e).breakInside)"
        assert set(page.evaluate(breaks)) == {"avoid"}

    def test_the_printed_pages_have_every_summary_and_the_addresses_of_links(self, opened: Opened) -> None:
        pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: the printed page was not read")
        printed = pdfium.PdfDocument(io.BytesIO(opened().pdf(prefer_css_page_size=True)))
        said = " ".join(" ".join(page.get_textpage().get_text_range() for page in printed).split())
        assert "https://eldiario.example/riada?a=1&b=2" in said
        assert "Water reached 2.5 meters" in said
        assert "Unfold all" not in said


class TestPhone:
    def test_two_columns_fold_into_one(self, opened: Opened) -> None:
        wide, narrow = opened(), opened(**PHONE)

        def corners(page: Page) -> tuple[float, float, float, float]:
            one, other = page.locator(SENTENCE).bounding_box(), page.locator(TWIN).bounding_box()
            assert one and other
            return one["x"], one["y"], other["x"], other["y"]

        x, y, twin_x, twin_y = corners(wide)
        assert twin_x > x + 300 and abs(twin_y - y) < 5
        x, y, twin_x, twin_y = corners(narrow)
        assert abs(twin_x - x) < 30 and twin_y > y + 30

    def test_nothing_is_wider_than_the_screen(self, opened: Opened) -> None:
        page = opened(viewport={"width": 320, "height": 600})
        page.click("#unfold")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    @pytest.mark.parametrize("width", [390, 1280])
    def test_words_without_end_are_broken(self, opened: Opened, tmp_path: Path, width: int) -> None:
        endless = tmp_path / "endless.html"
        endless.write_bytes(HtmlRenderer().render(digest_of("Larguísima" * 40)))
        page = opened(viewport={"width": width, "height": 800})
        page.goto(endless.as_uri())
        page.click("#unfold")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


class TestAccessibility:
    @pytest.mark.parametrize(
        "options",
        [{"color_scheme": "light"}, {"color_scheme": "dark"}, {**PHONE, "color_scheme": "light"}],
        ids=["light", "dark", "phone"],
    )
    def test_axe_finds_nothing_against_wcag_aa(self, opened: Opened, options: dict[str, Any]) -> None:
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
        page = opened(**options)
        page.click("#unfold")
        page.hover(SENTENCE)
        rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
        found = axe.Axe().run(page, options=rules)
        assert found.response["passes"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []

    def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(self, opened: Opened) -> None:
        page = opened()
        wanted = page.evaluate(
            """[...document.querySelectorAll("a[href], button, summary, .bitext")]
            .filter(e => e.checkVisibility())
            .map(e => e.matches(".bitext") ? e.querySelector(".s") : e)
            .map((e, i) => { e.dataset.stop = i; return String(i); })"""
        )
        reached: list[str] = []
        while len(reached) <= len(wanted):
            page.keyboard.press("Tab")
            stop, outline = page.evaluate(
                "[document.activeElement.dataset.stop, getComputedStyle(document.activeElement).outlineStyle]"
            )
            if stop is None:
                break
            assert outline == "solid", f"no visible focus on stop {stop}"
            reached.append(stop)
        assert reached[0] == "0"
        assert sorted(reached, key=int) == wanted

    def test_the_skip_link_leads_to_the_stories(self, opened: Opened) -> None:
        page = opened()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "stories"

    def test_the_page_can_be_read_without_its_script(self, opened: Opened) -> None:
        page = opened(java_script_enabled=False)
        assert not page.locator(".tools").is_visible()
        assert page.locator(SENTENCE).is_visible()
        page.click(f"{FOLD} > summary")
        assert page.locator(f"{FOLD} .running").is_visible()


class TestIsolation:
    def test_the_page_asks_for_nothing_but_itself(self, opened: Opened, file: Path) -> None:
        page = opened()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        page.click("#unfold")
        page.hover("a.external")
        page.emulate_media(media="print")
        page.wait_for_load_state("networkidle")
        assert asked == [file.as_uri()]

    def test_the_browser_looks_up_no_linked_site(self, playwright: Playwright, file: Path, tmp_path: Path) -> None:
        log = tmp_path / "net.json"
        with chromium(playwright, log) as browser:
            page = browser.new_page()
            page.goto(file.as_uri())
            page.hover("a.external")
            page.wait_for_timeout(300)
        written = log.read_text(encoding="utf-8")
        assert "HOST_RESOLVER" in written
        assert "eldiario.example" not in written

    def test_a_hostile_article_does_nothing(self, opened: Opened) -> None:
        page = opened()
        dialogs: list[str] = []
        errors: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.reload()
        page.click("#unfold")
        for part in page.locator("#story-8c9d0e1f :is(.s, .origin)").all():
            part.hover()
            part.click()
        assert page.evaluate("window.hacked") is None
        assert (dialogs, errors) == ([], [])
        assert page.locator("[href^='javascript:' i], [onmouseover], [onerror], [onload]").count() == 0
        assert page.locator("#story-8c9d0e1f :is(script, img, svg, b)").count() == 0

    def test_the_policy_would_stop_what_an_article_smuggled_in(self, opened: Opened) -> None:
        page = opened()
        stopped = page.evaluate(
            """async () => {
              const stopped = [];
              document.addEventListener("securitypolicyviolation", (e) => stopped.push(e.effectiveDirective));
              document.body.append(Object.assign(document.createElement("script"), {textContent: "window.hacked = 1"}));
              document.body.append(Object.assign(document.createElement("img"), {src: "https://elsewhere.example/a.png"}));
              document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='window.hacked = 2'>a</p>");
              document.body.lastChild.click();
              await fetch("https://elsewhere.example/b").catch(() => 0);
              await new Promise((done) => setTimeout(done, 100));
              return stopped.sort();
            }"""
        )
        assert stopped == ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"]
        assert page.evaluate("window.hacked") is None
