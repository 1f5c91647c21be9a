from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from translate_pipeline.document import Document, ParagraphKind, Sentence
from translate_pipeline.errors import EmptyInputError, NotTextError, TsumError
from translate_pipeline.readers import read_bytes
from translate_pipeline.readers.choice import choose_reader
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.markdown import MarkdownReader
from translate_pipeline.readers.plain_text import PlainTextReader

READER = MarkdownReader()
COMMON_MARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ARTICLE = """\
# El presidente viaja a Kiev #

Por Ana Pérez

El **presidente** del
Gobierno viajó *ayer*.

1. La OTAN lo celebró.
   - [ ] Dentro de la lista.

10. El Kremlin lo criticó.

> «No habrá más ayuda»,
> dijo el ministro.

| País | Ayuda |
|:--|--:|
| España | 300 |
| Francia \\| Italia | `a` |

```sh
tsum run   # no se traduce
```

<div>
<p>Tampoco.</p>
</div>

    código = 1

***

Segundo título
--------------
"""


def read(markdown: str) -> Document:
    return READER.read(markdown.encode(), "texto.md")


def prose(markdown: str) -> list[str]:
    return [p.text for p in read(markdown).paragraphs if p.kind is not ParagraphKind.VERBATIM]


def block_types(markdown: str) -> list[str]:
    return [token.type for token in COMMON_MARK.parse(markdown)]


def translated(document: Document) -> str:
    """The document with other words for its prose."""
    for paragraph in document.paragraphs:
        if paragraph.text and paragraph.kind is not ParagraphKind.VERBATIM:
            paragraph.sentences = [Sentence("s", paragraph.text, 0, len(paragraph.text), "Other words, here.")]
    return document.translated_text


def test_blocks_keep_their_place_and_prose_loses_its_marks() -> None:
    document = read(ARTICLE)
    expected = (
        ARTICLE.replace("**presidente** del\nGobierno viajó *ayer*", "presidente del Gobierno viajó ayer")
        .replace("ayuda»,\n> dijo", "ayuda», dijo")
        .strip()
    )
    assert document.source_text.strip() == expected
    shown = [(p.kind.value, p.prefix, p.text) for p in document.paragraphs if p.text]
    assert shown == [
        ("heading", "# ", "El presidente viaja a Kiev"),
        ("byline", "", "Por Ana Pérez"),
        ("body", "", "El presidente del Gobierno viajó ayer."),
        ("body", "1. ", "La OTAN lo celebró."),
        ("body", "   - [ ] ", "Dentro de la lista."),
        ("body", "10. ", "El Kremlin lo criticó."),
        ("body", "> ", "«No habrá más ayuda», dijo el ministro."),
        ("aside", "| ", "País"),
        ("aside", " | ", "Ayuda"),
        ("aside", "| ", "España"),
        ("verbatim", " | ", "300"),
        ("aside", "| ", "Francia"),
        ("aside", " \\| ", "Italia"),
        ("verbatim", " | ", "`a`"),
        ("heading", "", "Segundo título"),
    ]
    assert document.title is not None
    assert block_types(translated(document)) == block_types(ARTICLE)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**El** _rey_ ~~viajó~~ ***ayer***", "El rey viajó ayer"),
        (r"Dijo \*que no\* y A\&B &amp; C &eacute;l", "Dijo *que no* y A&B & C él"),
        ("Usa `pip  install` y ``a`b``", "Usa `pip install` y ``a`b``"),
        ("Más en <https://e.org/a_b> y <a@e.org>", "Más en https://e.org/a_b y a@e.org"),
        ("El rey<!-- nota --> <b>viajó</b>", "El rey viajó"),
        ("El rey\nviajó&nbsp;ayer&shy;", "El rey viajó ayer"),
        ("> El rey\nviajó\n> ayer", "El rey viajó ayer"),
    ],
)
def test_inline_marks(markdown: str, text: str) -> None:
    (paragraph,) = read(markdown).paragraphs
    assert paragraph.text == text


@pytest.mark.parametrize(
    ("markdown", "source"),
    [
        ("El [rey](https://e.org/r) viajó.", "El rey viajó. ([rey](https://e.org/r))"),
        (
            "El [**rey**](/r 'Felipe') y la [reina][R].\n\n[r]: <https://e.org/una reina>",
            "El rey y la reina. ([rey](/r), [reina](<https://e.org/una reina>))\n\n[r]: <https://e.org/una reina>",
        ),
        ("El [Kiev (año) \\[x\\]](https://e.org/Kiev_(año))", None),
        ("Hoy <a class=x href='/a?b=1'>el rey</a> viajó.", "Hoy el rey viajó. ([el rey](/a?b=1))"),
        ("Hoy [https://e.org](https://e.org) viajó.", "Hoy https://e.org viajó."),
        ("El ![El *rey*](r.jpg) viajó.", "El viajó. ![El rey](r.jpg)"),
        ("![El rey](r.jpg)\n*Foto del palacio*", "![El rey](r.jpg) Foto del palacio"),
        ("[![El rey](r.jpg)](/r) Foto del palacio", "[![El rey](r.jpg)](/r) Foto del palacio"),
        ("![El rey](r.jpg)", "![El rey](r.jpg)"),
        ("El rey <img src='r.jpg'> viajó", "El rey viajó <img src='r.jpg'>"),
        ("|Uno|\n|-|\n|El [rey](/a\\|b)|", "|Uno|\n|-|\n|El rey ([rey](/a\\|b))|"),
        ("No es [enlace] ni [otro](javascript:x)", "No es [enlace] ni [otro](javascript:x)"),
    ],
)
def test_links_and_images_follow_their_paragraph(markdown: str, source: str | None) -> None:
    expected = source or "El Kiev (año) [x] ([Kiev (año) \\[x\\]](<https://e.org/Kiev_(año)>))"
    assert read(markdown).source_text == expected


def test_pipes_in_a_heading_make_no_table_of_it() -> None:
    document = read("El rey | La reina |\n---\n")
    assert document.source_text == "El rey | La reina | \n---\n"
    assert block_types(translated(document)) == ["heading_open", "inline", "heading_close"]


def test_footnotes() -> None:
    markdown = "El rey[^1] viajó[^b].\n\n[^1]: Felipe VI, hoy\n\n[^b]: https://e.org\n"
    document = read(markdown)
    assert document.source_text == markdown.replace("rey[^1] viajó[^b].", "rey viajó.[^1][^b]")
    assert [p.text for p in document.paragraphs] == ["El rey viajó.", "Felipe VI, hoy"]


def test_no_address_of_a_link_is_lost() -> None:
    addresses = ["https://e.org/a", "/b c", "d(e", r"f\<g\>", r"h\\i", "j&amp;k", "l&amp;lt;"]
    markdown = " ".join(f"Palabra [texto](<{address}>)" for address in addresses)

    def found(text: str) -> list[object]:
        inline = COMMON_MARK.parse(text)[1]
        return [child.attrs["href"] for child in inline.children or () if child.type == "link_open"]

    assert len(found(markdown)) == len(addresses)
    assert found(read(markdown).source_text) == found(markdown)


def test_line_breaks_that_the_author_set() -> None:
    document = read("> Primera línea  \n> segunda\\\n> tercera<br>cuarta\n")
    assert document.source_text == "> Primera línea\\\n> segunda\\\n> tercera<br>cuarta\n"
    assert [p.text for p in document.paragraphs] == ["Primera línea", "segunda", "tercera", "cuarta"]


@pytest.mark.parametrize(
    ("markdown", "prefix", "text"),
    [
        (r"\# No es título", r"\# ", "No es título"),
        (r"1\. No es lista", r"1\. ", "No es lista"),
        (r"\- No es lista", r"\- ", "No es lista"),
        (r"\> No es cita", r"\> ", "No es cita"),
        (r"\<div> No es HTML", r"\<", "div> No es HTML"),
        ("# 1. Es título", "# ", "1. Es título"),
        ("#Etiqueta del día", "", "#Etiqueta del día"),
        ("**2024.** Fue un año", r"2024\. ", "Fue un año"),
    ],
)
def test_prose_that_would_begin_a_block(markdown: str, prefix: str, text: str) -> None:
    (paragraph,) = read(markdown).paragraphs
    assert (paragraph.prefix, paragraph.text) == (prefix, text)


def test_front_matter_is_kept_and_becomes_metadata() -> None:
    head = (
        '---\ntitle: "El \\"rey\\" viaja: ayer"\ndate: 2024-10-16 08:30:00 +0200\nauthor: [Ana, \'Luis\']\n'
        "source: El País # diario\nurl: https://e.org/a#b\ntags:\n  - rey\n- viaje\n\n# nota\n---\n"
    )
    document = read(f"{head}\nEl rey viajó.\n")
    assert document.source_text == f"{head}\nEl rey viajó.\n"
    assert prose(f"{head}\nEl rey viajó.\n") == ["El rey viajó."]
    assert document.metadata.known() == {
        "title": 'El "rey" viaja: ayer',
        "date": "2024-10-16T08:30:00+02:00",
        "author": "Ana, Luis",
        "source": "El País",
        "url": "https://e.org/a#b",
    }


def test_front_matter_of_other_kinds() -> None:
    def known(lines: str) -> dict[str, str]:
        return read(f"---\n{lines}\n---\nEl rey viajó.").metadata.known()

    assert known("source: https://e.org/a\ndate: 2024-10-16") == {"date": "2024-10-16", "url": "https://e.org/a"}
    assert known("Title: |\n  Largo\ndate: ayer\nauthor:\n  - Ana\nsource: null") == {}
    assert known("date: 2024-10-16T08:30:00.5Z\ntitle: ''") == {"date": "2024-10-16T08:30:00Z"}
    assert prose("---\nEl rey: viajó ayer\nY volvió hoy.\n---\n") == ["El rey: viajó ayer Y volvió hoy."]
    assert prose("---\ntitle: sin fin\n") == ["title: sin fin"]


@pytest.mark.parametrize("name", ["a.md", "A.MARKDOWN", "https://e.org/a.md?raw=1"])
def test_the_name_says_that_it_is_markdown(name: str) -> None:
    assert isinstance(choose_reader(b"El rey viaj\xc3\xb3.", name), MarkdownReader)


@pytest.mark.parametrize("mark", ["El **rey**", "El _rey_ viajó", "El [rey](/r)", '[rey](/r "x")', "```\nx\n```"])
def test_headings_and_another_mark_are_markdown(mark: str) -> None:
    text = f"# Título\r\n\r\n{mark}\r\n"
    for data in (text.encode(), text.encode("utf-16")):
        assert isinstance(choose_reader(data, "standard input"), MarkdownReader)
    assert isinstance(choose_reader(mark.encode(), "texto.txt"), PlainTextReader)


@pytest.mark.parametrize(
    "text",
    [
        "# Título\n\nEl rey viajó.\n\n# Otro\n",
        "# Título\n\n* uno\n* dos\n\n5 * 3 * 2, snake_case_name, [sic] (1)\n",
        "#Kiev **hoy** [a](b)",
        "El rey viajó.\n",
        "",
    ],
)
def test_plain_text_stays_plain_text(text: str) -> None:
    assert isinstance(choose_reader(text.encode(), "texto.txt"), PlainTextReader)


def test_an_html_page_is_none() -> None:
    page = b"<!DOCTYPE html><html><body><p># T\n\n**a** [b](c)</p></body></html>"
    assert choose_reader(page, "a.html").format_name == "an HTML page"


def test_what_holds_no_text() -> None:
    with pytest.raises(EmptyInputError):
        read(" \n\n")
    with pytest.raises(NotTextError):
        READER.read(b"\x89PNG\r\n\x1a\n", "a.md")
    document = read_bytes("***\n\n```\nx = 1\n```\n12\u200b\x01\n".encode(), "a.md")
    assert document.source_text == "***\n\n```\nx = 1\n```\n12\n"
    assert document.notes == ["1 control character was taken out"]
    assert all(p.kind is ParagraphKind.VERBATIM for p in document.paragraphs)


@pytest.mark.parametrize("mark", ["[", "![", "> ", "> > >\n", "* ", "* * *\n", "- ", "*a ", "<", "`", "|", "[a](", "&"])
def test_a_megabyte_of_marks_takes_no_quadratic_time(mark: str) -> None:
    data = (mark * (2**20 // len(mark))).encode()
    start = time.process_time()
    read_or_refuse(READER, data, "a.md")
    assert time.process_time() - start < 20


LINE = st.sampled_from(
    [
        "El **rey** viajó",
        "1\\. uno",
        "\\# dos",
        "a | b",
        "[rey](/r)",
        "![x](y)",
        "`x|y`",
        "<b>El</b> rey",
        "3 \\* 4",
        "12",
    ]
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """A block of well-formed Markdown."""
    kinds = ["paragraph", "heading", "setext", "fence", "code", "html", "rule", "table", "definition"]
    kind = draw(st.sampled_from(kinds + ["list", "quotation"] * 3 * (depth < 3)))
    lines = draw(st.lists(LINE, min_size=1, max_size=3))
    if kind == "paragraph":
        return draw(st.sampled_from(["\n", "  \n", "\\\n"])).join(lines)
    if kind == "table":
        cells = [line.replace("|", "\\|") for line in lines]
        width, row = len(cells), "| " + " | ".join(cells) + " |"
        return f"{row}\n{'|---' * width}|\n{row}\n{cells[0]} | x"
    inner = "\n\n".join(draw(st.lists(blocks(depth + 1), min_size=1, max_size=3))) if depth < 3 else lines[0]
    if kind == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    if kind == "list":
        mark = draw(st.sampled_from(["- ", "+ ", "* ", "1. ", "7) ", "10. "]))
        items = [inner, *lines]
        return draw(st.sampled_from(["\n", "\n\n"])).join(
            mark + item.replace("\n", "\n" + " " * len(mark)) for item in items
        )
    return {
        "heading": f"## {lines[0]} #",
        "setext": "\n".join(lines) + "\n===",
        "fence": f"```py\n{lines[0]}\n\n# x\n```",
        "code": f"    {lines[0]}",
        "html": f"<div>\n{lines[0]}\n</div>",
        "rule": "***",
        "definition": "[rey]: /r 'x'",
    }[kind]


WORDS = (
    "- ,1. ,2) ,> ,    ,  ,# ,palabra ,El rey ,a b,c d,---,===,***,```,<div>,<b>,<br>,<!--,-->,[a],[^1],[^1]: ,[a]: /u"
    ",(/u),![,*,**,_,`,&amp;,&#32;,&nbsp;,[ ] ,<http://a.b>,<img src=x>,<a href=x>,</a>,10. ,+ ,* ,|,|-|-|\n,\n"
    ",\n\n,\t,  \n,\\\n,\\,\\|,\\#,\\-,1\\. "
).split(",")
MARKS = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(blocks(), min_size=1, max_size=5).map("\n\n".join), MARKS))
def test_the_structure_of_blocks_survives_reading_and_translation(markdown: str) -> None:
    try:
        document = read(markdown)
    except EmptyInputError:
        return
    expected = block_types(clean_text(markdown)[0])
    assert block_types(document.source_text) == expected
    assert block_types(translated(document)) == expected


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"# a\n\n**b**\n"), damaged(ARTICLE.encode()), st.text(max_size=300).map(str.encode)))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "texto.md")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aé:- \n'\"[],#|>.\\T0123456789"), max_size=80))
def test_no_front_matter_raises_or_is_lost(lines: str) -> None:
    text = f"---\ntitle: a\n{lines}\n---\n\nEl rey viajó.\n"
    try:
        document = read(text)
    except TsumError:
        return
    if document.metadata.title:
        assert document.source_text.startswith(text[: text.index("\n---\n", 3)])
