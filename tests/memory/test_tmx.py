"""TMX: written as the specification says, read as other tools write it, hostile files refused."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from translate_pipeline.checks.base import Finding
from translate_pipeline.errors import InputError, OutputError
from translate_pipeline.memory import Context, Remembered, TranslationMemory
from translate_pipeline.memory.memory import StoredSegment
from translate_pipeline.memory.tmx import TmxImport, export_tmx, import_tmx, read_tmx, write_tmx

CONTEXT = Context("es", "en", ("es-en 1.0 (f00d)",), 4, "glossary-1", "0.1.0.1")
FINDING = Finding("names", "warning", "the name «Ana» is missing", "Ana")
TMX = """<?xml version="1.0"?>
<tmx version="1.4">
<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="es" datatype="x"/>
<body>
<tu><tuv xml:lang="es"><seg>{es}</seg></tuv>
<tuv xml:lang="en"><seg>{en}</seg></tuv></tu>
</body></tmx>
"""
# The content models and the attributes of the specification, as far as tsum writes them.
DTD = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA "unknown" creationdate CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu srclang CDATA #IMPLIED lastusagedate CDATA #IMPLIED creationdate CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT ude EMPTY>
"""
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
        lambda letter: letter >= " " or letter in "\t\n\r"
    ),
    min_size=1,
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[TranslationMemory]:
    memory = TranslationMemory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[TranslationMemory]:
    memory = TranslationMemory(tmp_path / "other.sqlite")
    yield memory
    memory.close()


def segment(source: str, translation: str, packages: str = "es-en 1.0 (f00d)") -> StoredSegment:
    return StoredSegment("es", "en", source, translation, packages, 20_000, CONTEXT.key, "glossary-1", (FINDING,))


def pairs(path: Path) -> list[tuple[str, str, str, str]]:
    return [pair for unit in read_tmx(path) for pair in unit.pairs()]


def texts(path: Path) -> list[tuple[str, str]]:
    return [(source, translation) for _, _, source, translation in pairs(path)]


def refusal(path: Path) -> str:
    began = time.monotonic()
    with pytest.raises(InputError) as caught:
        list(read_tmx(path))
    assert time.monotonic() - began < 10
    assert "\n" not in str(caught.value)
    assert int(caught.value.exit_code) == 8
    return str(caught.value)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_is_written_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    segments = [segment("«¿Sí?» & <no>", 'Yes "&" ]]> no'), segment("Hola.", "Hello.", packages="imported")]
    assert write_tmx(path, segments, "es") == 2
    tree = etree.parse(path)
    dtd = etree.DTD(io.StringIO(DTD))
    assert dtd.validate(tree), dtd.error_log
    header = dict(tree.getroot()[0].attrib)
    assert re.fullmatch(r"\d{8}T\d{6}Z", header.pop("creationdate"))
    assert header.pop("creationtoolversion")
    assert header == {
        "creationtool": "tsum",
        "segtype": "sentence",
        "o-tmf": "tsum",
        "adminlang": "en",
        "srclang": "es",
        "datatype": "plaintext",
    }
    machine, imported = tree.getroot()[1]
    assert dict(machine.attrib) == {"srclang": "es", "lastusagedate": "20241004T000000Z"}
    assert {prop.get("type"): prop.text for prop in machine.findall("prop")}["x-tsum-packages"] == "es-en 1.0 (f00d)"
    assert imported.findall("prop") == []
    assert [seg.text for seg in machine.iter("seg")] == ["«¿Sí?» & <no>", 'Yes "&" ]]> no']


def test_an_empty_memory_makes_a_valid_file(memory: TranslationMemory, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert export_tmx(memory, path) == 0
    assert etree.DTD(io.StringIO(DTD)).validate(etree.parse(path))
    assert import_tmx(memory, path) == TmxImport(0, 0, 0)


@given(st.lists(st.tuples(XML_TEXT, XML_TEXT)))
def test_text_of_any_kind_comes_back_as_it_was(written_texts: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        write_tmx(path, [segment(*pair) for pair in written_texts])
        assert [tuple(text for _, text in unit.variants) for unit in read_tmx(path)] == written_texts


def test_characters_that_xml_forbids_become_blanks(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    write_tmx(path, [segment("a\0b\x0bc\x1fd\ufffee\ud800f", "\x0c x")])
    assert texts(path) == [("a b c d e f", "  x")]


def test_an_exported_memory_comes_back_as_it_was(
    memory: TranslationMemory, other: TranslationMemory, tmp_path: Path
) -> None:
    memory.remember(CONTEXT, {"Hola  &\r\n adiós.": Remembered("Hi & bye.", (FINDING,)), "Sí.": Remembered("Yes.")})
    memory.remember(replace(CONTEXT, target="fr", glossary=""), {"Sí.": Remembered("Oui.")})
    memory.remember_imported("es", "en", {"No.": "Nope."})
    assert export_tmx(memory, tmp_path / "memory.tmx") == 4
    assert import_tmx(other, tmp_path / "memory.tmx") == TmxImport(imported=1, restored=3, left_out=0)
    assert set(other.segments()) == set(memory.segments())
    assert other.recall(CONTEXT, ["Hola  &\r\n adiós."]) == {"Hola  &\r\n adiós.": Remembered("Hi & bye.", (FINDING,))}
    assert not other.recall(replace(CONTEXT, beam=1), ["Sí."])


def test_what_a_person_corrected_in_an_exported_file_is_theirs(
    memory: TranslationMemory, other: TranslationMemory, tmp_path: Path
) -> None:
    memory.remember(CONTEXT, {"Hola.": Remembered("Hullo.", (FINDING,)), "Sí.": Remembered("Yes.")})
    path = tmp_path / "memory.tmx"
    export_tmx(memory, path)
    path.write_text(path.read_text(encoding="utf-8").replace("Hullo.", "Hello."), encoding="utf-8")
    assert import_tmx(other, path) == TmxImport(imported=1, restored=1, left_out=0)
    found = other.recall(replace(CONTEXT, glossary="newer"), ["Hola.", "Sí."])
    assert found == {"Hola.": Remembered("Hello.", imported=True)}


def test_only_a_language_pair(memory: TranslationMemory, other: TranslationMemory, tmp_path: Path) -> None:
    memory.remember(CONTEXT, {"Sí.": Remembered("Yes.")})
    memory.remember(replace(CONTEXT, target="fr"), {"Sí.": Remembered("Oui.")})
    memory.remember_imported("fr", "en", {"Non.": "No."})
    path = tmp_path / "memory.tmx"
    assert export_tmx(memory, path, "es", "en") == 1
    assert texts(path) == [("Sí.", "Yes.")]
    export_tmx(memory, path)
    assert import_tmx(other, path, target="en") == TmxImport(imported=1, restored=1, left_out=1)
    assert other.count("es", "fr") == 0


def test_a_file_that_cannot_be_written_leaves_the_old_one(memory: TranslationMemory, tmp_path: Path) -> None:
    memory.remember(CONTEXT, {f"Frase {n}.": Remembered("x" * 1000) for n in range(100)})
    with pytest.raises(OutputError, match="No such file or directory"):
        export_tmx(memory, tmp_path / "missing" / "memory.tmx")
    path = written(tmp_path / "memory.tmx", "the old one")

    def broken() -> Iterator[StoredSegment]:
        yield from memory.segments()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_tmx(path, broken())
    assert path.read_text() == "the old one"
    assert not list(tmp_path.glob("*.part"))


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
          creationtoolversion="6.0.0" segtype="sentence" srclang="es-ES"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="es-ES">
        <seg>El presidente viajó a Kiev.</seg>
      </tuv>
      <tuv lang="EN-US" changeid="ana" changedate="20260301T101500Z" creationid="ana" creationdate="20260301T101500Z">
        <seg>The president travelled to Kyiv.</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">nota.txt</prop>
      <prop type="id">1_0</prop>
      <note>Con comillas &quot;rectas&quot;</note>
      <tuv lang="es-ES"><seg>Sí &amp; no</seg></tuv>
      <tuv lang="EN-US"><seg>Yes &amp; no</seg></tuv>
    </tu>
  </body>
</tmx>
"""

TRADOS = """<?xml version="1.0" encoding="utf-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="TRADOS Translator's Workbench for Windows" creationtoolversion="Edition 8 Build 863"
  segtype="sentence" o-tmf="TW4Win 2.0 Format" adminlang="EN-US" srclang="ES-EM" datatype="rtf"
  creationdate="20260105T092211Z" creationid="ANA">
<prop type="RTFFontTable">
{\\fonttbl {\\f1 \\fmodern Courier New;}}</prop>
</header>
<body>
<tu creationdate="20260105T092300Z" creationid="ANA" lastusagedate="20260107T000000Z">
<prop type="Txt::Client">Agencia</prop>
<tuv xml:lang="ES-EM">
<seg>El <bpt i="1" x="1">{\\b </bpt>acuerdo<ept i="1">}</ept> de «paz»<ph type="fnote">{\\footnote \
<sub>véase el anexo</sub>}</ph> dura<it pos="begin">{\\i </it> <hi type="term">dos <hi>años</hi></hi>.</seg>
</tuv>
<tuv xml:lang="EN-US">
<seg>The <bpt i="1" x="1">{\\b </bpt>“peace”<ept i="1">}</ept> agreement<ut>{\\*\\cs6}</ut> lasts<ph type="lb"/>two \
years.</seg>
</tuv>
</tu>
</body>
</tmx>
"""


def test_a_file_of_omegat(memory: TranslationMemory, tmp_path: Path) -> None:
    path = written(tmp_path / "project_save.tmx", OMEGAT)
    assert pairs(path) == [
        ("es", "en", "El presidente viajó a Kiev.", "The president travelled to Kyiv."),
        ("es", "en", "Sí & no", "Yes & no"),
    ]
    assert import_tmx(memory, path) == TmxImport(imported=2, restored=0, left_out=0)
    assert memory.recall(CONTEXT, ["Sí & no"]) == {"Sí & no": Remembered("Yes & no", imported=True)}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_trados(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "trados.tmx", TRADOS.encode(encoding))
    assert pairs(path) == [("es", "en", "El acuerdo de «paz» dura dos años.", "The “peace” agreement lasts two years.")]
    assert [unit.last_used for unit in read_tmx(path)] == [20_460]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "windows-1252"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{"utf-8" if encoding == "utf-8-sig" else encoding}"?>'
    content = TMX.replace('<?xml version="1.0"?>', declared).format(es="¿Qué año?", en="What year?")
    assert texts(written(tmp_path / "m.tmx", content.encode(encoding))) == [("¿Qué año?", "What year?")]


def test_several_variants_and_languages(tmp_path: Path) -> None:
    variants = [("es-ES", "ordenador"), ("es_MX", "computadora"), ("EN-us", "computer"), ("en-GB", "PC"), ("fr", " ")]
    tuvs = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    body = re.sub(r"<tuv.*</tuv>", "@", TMX, flags=re.DOTALL)
    assert pairs(written(tmp_path / "m.tmx", body.replace("@", tuvs))) == [
        ("es", "en", "ordenador", "computer"),
        ("es", "en", "computadora", "computer"),
    ]
    any_source = body.replace("@", tuvs).replace('srclang="es"', 'srclang="*all*"')
    assert {pair[:2] for pair in pairs(written(tmp_path / "m.tmx", any_source))} == {("es", "en"), ("en", "es")}


def test_a_namespace_and_a_default_that_a_unit_overrides(tmp_path: Path) -> None:
    content = TMX.format(es="Hola", en="Hello").replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
    assert pairs(written(tmp_path / "m.tmx", content.replace("<tu>", '<tu srclang="en-GB">'))) == [
        ("en", "es", "Hello", "Hola")
    ]


@pytest.mark.parametrize(
    ("spanish", "english"), [("", "x"), ("x", " \n"), ("x", "\u200b"), ("x" * 20_001, "x"), ("x", "x" * 5_000_000)]
)
def test_units_that_cannot_be_used_are_left_out(
    memory: TranslationMemory, tmp_path: Path, spanish: str, english: str
) -> None:
    path = written(tmp_path / "m.tmx", TMX.format(es=spanish, en=english))
    assert import_tmx(memory, path) == TmxImport(0, 0, left_out=1)
    assert memory.count() == 0


def test_the_later_of_two_translations_in_a_file_is_used(memory: TranslationMemory, tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="es"><seg>Hola</seg></tuv><tuv xml:lang="en"><seg>Hey</seg></tuv></tu></body>'
    path = written(tmp_path / "m.tmx", TMX.format(es="Hola", en="Hello").replace("</body>", unit))
    import_tmx(memory, path)
    assert memory.recall(CONTEXT, ["Hola"])["Hola"].translation == "Hey"


def test_of_a_file_with_a_fault_at_its_end_nothing_is_taken(memory: TranslationMemory, tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="es"><seg>{n}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>\n'
    units = "".join(unit.format(n=number) for number in range(3000))
    path = written(tmp_path / "m.tmx", TMX.format(es="a", en="b").replace("</body>", units + "</boddy>"))
    with pytest.raises(InputError) as caught:
        import_tmx(memory, path)
    assert str(caught.value) == f"{path}:3007: malformed XML (mismatched tag): mend it there"
    assert memory.count() == 0


LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">\n' for n in range(1, 10))


@pytest.mark.parametrize(
    "declarations",
    [
        f'<!ENTITY lol0 "lol">\n{LAUGHS}',
        '<!ENTITY xxe SYSTEM "file:///etc/passwd">',
        '<!ENTITY % remote SYSTEM "http://localhost:9/evil.dtd"> %remote;',
        '<!ATTLIST tuv xml:lang CDATA "es">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_with_declarations(tmp_path: Path, declarations: str, encoding: str) -> None:
    bomb = TMX.format(es="&lol9;&xxe;", en="x").replace("<tmx", f"<!DOCTYPE tmx [\n{declarations}\n]>\n<tmx", 1)
    path = written(tmp_path / "bomb.tmx", bomb.encode(encoding))
    assert refusal(path) == f"{path}:2: declarations of a document type, which could hide entities: take them out"


def test_an_external_document_type_is_not_fetched(tmp_path: Path) -> None:
    content = TMX.replace("<tmx", '<!DOCTYPE tmx SYSTEM "/etc/passwd">\n<tmx', 1)
    path = written(tmp_path / "m.tmx", content.format(es="Hola", en="Hello"))
    assert texts(path) == [("Hola", "Hello")]
    written(path, content.format(es="Hola&nbsp;", en="Hello"))
    assert refusal(path) == f"{path}:6: the entity 'nbsp' is not defined: write the characters themselves"


@pytest.mark.parametrize("element", ["hi", "sub", "tu", "x"])
def test_a_million_nested_elements(tmp_path: Path, element: str) -> None:
    path = written(tmp_path / "deep.tmx", TMX.format(es=f"<{element}>" * 1_000_000, en="x"))
    assert refusal(path) == f"{path}:5: elements nested more than 64 deep: not a translation memory"


@pytest.mark.parametrize("content", ["<!-- {} -->", '<note lang="{}"/>', "<?x {}?>"])
def test_a_tag_or_comment_without_end(tmp_path: Path, content: str) -> None:
    huge = content.format("x" * 50_000_000)
    path = written(tmp_path / "huge.tmx", TMX.format(es=huge, en="x"))
    assert refusal(path) == f"{path}:5: a tag or comment of more than 1 MB: not a translation memory"


def test_a_unit_with_variants_without_end(tmp_path: Path) -> None:
    tuvs = '<tuv xml:lang="fr"><seg>x</seg></tuv>\n' * 100_000
    path = written(tmp_path / "m.tmx", TMX.format(es="x", en="x").replace("<tu>", f"<tu>{tuvs}"))
    assert refusal(path) == f"{path}:105: <tu> with more than 100 <tuv>: not a translation memory"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", ":1: malformed XML (no element found): mend it there"),
        ("Hola.", ":1: malformed XML (syntax error): mend it there"),
        ("<html/>", ":1: <html> where <tmx> is expected: not a TMX file"),
        ("<tmx/>", ":1: no <body> in it, where TMX has its units"),
        (TMX.replace("</seg></tuv>\n", "</seg>\n"), ":6: malformed XML (mismatched tag): mend it there"),
        (TMX.replace('xml:lang="en"', ""), ":6: <tuv> without a language: give it xml:lang"),
        (TMX.replace("{en}", "a\n&#x1F;"), ":7: malformed XML (reference to invalid character number): mend it there"),
        (b"PK\x03\x04" + bytes(range(256)), ":1: malformed XML (not well-formed (invalid token)): mend it there"),
        ('<?xml version="1.0" encoding="x-y"?><tmx/>', ":1: unreadable XML (unknown encoding: x-y): save it as UTF-8"),
        (TMX.encode("utf-16")[:401], ":5: malformed XML (unclosed token): mend it there"),
    ],
)
def test_files_that_are_no_tmx(tmp_path: Path, content: str | bytes, complaint: str) -> None:
    path = written(tmp_path / "m.tmx", content)
    assert refusal(path) == f"{path}{complaint}"


def test_files_that_cannot_be_read(memory: TranslationMemory, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file: check the path"):
        import_tmx(memory, tmp_path / "missing.tmx")
    with pytest.raises(InputError, match="is a directory"):
        import_tmx(memory, tmp_path)
    os.mkfifo(tmp_path / "pipe.tmx")
    with pytest.raises(InputError, match="a pipe or device, but it must be read twice"):
        import_tmx(memory, tmp_path / "pipe.tmx")


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused_in_one_line(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert refusal(written(Path(folder) / "m.tmx", data))


def test_a_large_file_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    # In a process of its own: what other tests have used would hide what this one uses.
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from translate_pipeline.checks.base import Finding\n"
        "from translate_pipeline.memory.memory import StoredSegment\n"
        "from translate_pipeline.memory.tmx import read_tmx, write_tmx\n"
        "def used(count):\n"
        "    path = Path(sys.argv[1])\n"
        "    rest = ('es-en', 20_000, '0' * 32, 'glossary-1')\n"
        "    write_tmx(path, (StoredSegment('es', 'en', f'{n} ' * 80, f'{n} ' * 80, *rest) for n in range(count)))\n"
        "    assert sum(1 for _ in read_tmx(path)) == count\n"
        "    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, path.stat().st_size\n"
        "(small, _), (large, size) = used(500), used(30_000)\n"
        "print(large - small, size)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "large.tmx")]
    kilobytes, size = map(int, subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())
    assert size > 30_000_000
    assert kilobytes < 5_000
