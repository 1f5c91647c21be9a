"""TBX glossaries: what terminology tools and portals write."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, edit_glossary, read_glossary, write_glossary

ES_EN = LanguagePair("es", "en")

DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>from a terminology tool</p></sourceDesc></fileDesc></tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <transacGrp><basic:transactionType>origination</basic:transactionType><date>2010-04-17</date></transacGrp>
        <transacGrp><basic:transactionType>modification</basic:transactionType><date>2010-05-01</date></transacGrp>
        <min:subjectField>astronomy</min:subjectField>
        <basic:source>a handbook</basic:source>
        <note>seen at night</note>
        <langSec xml:lang="en">
          <descripGrp>
            <basic:definition>Stars that were formed together.</basic:definition>
            <basic:source>a dictionary</basic:source>
          </descripGrp>
          <termSec>
            <term>galactic cluster</term>
            <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
            <note>an older name</note>
          </termSec>
          <termSec>
            <term>open cluster</term>
            <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          </termSec>
        </langSec>
        <langSec xml:lang="es">
          <termSec><term>cúmulo <hi type="italics">abierto</hi></term></termSec>
          <termSec><term>cúmulo galáctico</term></termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""

DCA = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>a portal</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="254003">
      <descrip type="subjectField">defence</descrip>
      <admin type="source">a portal</admin>
      <langSec xml:lang="bg"><termSec><term></term></termSec></langSec>
      <langSec xml:lang="en">
        <termSec><term>ADIZ</term><termNote type="termType">abbreviation</termNote></termSec>
        <termSec>
          <term>air defence identification zone</term>
          <termNote type="termType">fullForm</termNote>
          <descrip type="reliabilityCode">9</descrip>
        </termSec>
      </langSec>
      <langSec xml:lang="es">
        <termSec>
          <term>zona de identificación de la defensa aérea</term>
          <termNote type="termType">fullForm</termNote>
        </termSec>
        <termSec><term>ZIDA</term><termNote type="termType">abbreviation</termNote></termSec>
      </langSec>
    </conceptEntry>
    <conceptEntry id="254004">
      <langSec xml:lang="en"><termSec><term>orphan</term></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""

MARTIF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>a portal in 2014</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="IATE-1">
      <descripGrp><descrip type="subjectField">geography</descrip></descripGrp>
      <langSet xml:lang="es-ES">
        <tig><term>Pekín</term><termNote type="termType">fullForm</termNote></tig>
      </langSet>
      <langSet xml:lang="en-US">
        <ntig>
          <termGrp>
            <term>Peking</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
          </termGrp>
        </ntig>
        <ntig><termGrp><term>Beijing</term></termGrp></ntig>
      </langSet>
    </termEntry>
  </body></text>
</martif>
"""


def file(folder: Path, text: str, name: str = "names.tbx", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def test_a_category_as_a_tag(tmp_path: Path) -> None:
    """DCT style; the preferred target is used, and a definition's source is not the concept's."""
    path = file(tmp_path, DCT)
    assert read_glossary(path, ES_EN).entries == [
        GlossaryEntry(
            "cúmulo abierto",
            "open cluster",
            ("cúmulo galáctico",),
            note="seen at night",
            origin=f"{path}:29",
            domain="astronomy",
            attribution="a handbook",
            date="2010-05-01",
        )
    ]


def test_a_concept_has_no_direction(tmp_path: Path) -> None:
    (entry,) = read_glossary(file(tmp_path, DCT), ES_EN.reversed).entries
    assert (entry.source, entry.target, entry.aliases) == ("open cluster", "cúmulo abierto", ("galactic cluster",))


def test_a_category_as_an_attribute(tmp_path: Path) -> None:
    """DCA style; abbreviations go with abbreviations, and other languages and lonely terms are passed over."""
    entries = read_glossary(file(tmp_path, DCA), ES_EN).entries
    assert [(entry.source, entry.target, entry.aliases, entry.domain, entry.attribution) for entry in entries] == [
        (
            "zona de identificación de la defensa aérea",
            "air defence identification zone",
            (),
            "defence",
            "a portal",
        ),
        ("ZIDA", "ADIZ", (), "defence", "a portal"),
    ]


def test_the_style_of_2008(tmp_path: Path) -> None:
    """`martif` with a document type that is named and never fetched, regions, and nested term groups."""
    path = file(tmp_path, MARTIF, encoding="latin-1")
    found = read_glossary(path)
    assert (str(found.pair), found.entries) == (
        "es-en",
        [GlossaryEntry("Pekín", "Beijing", origin=f"{path}:9", domain="geography")],
    )


def test_a_full_form_is_the_target_of_a_full_form(tmp_path: Path) -> None:
    without_short_source = DCA.replace("<termSec><term>ZIDA</term>", "<termSec><term>zona ZIDA</term>").replace(
        'zona ZIDA</term><termNote type="termType">abbreviation', 'zona ZIDA</term><termNote type="termType">fullForm'
    )
    (entry,) = read_glossary(file(tmp_path, without_short_source), ES_EN).entries
    assert (entry.target, entry.aliases) == ("air defence identification zone", ("zona ZIDA",))


def test_a_long_note_for_people_is_cut(tmp_path: Path) -> None:
    (entry,) = read_glossary(file(tmp_path, DCT.replace("seen at night", "seen " * 100)), ES_EN).entries
    assert len(entry.note) <= 200
    assert entry.note.endswith("seen…")


def test_more_than_two_languages_need_a_pair(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="its languages are bg, en, es: say with --from and --to which to read"):
        read_glossary(file(tmp_path, DCA.replace("<term></term>", "<term>дума</term>")))


def test_what_tsum_writes_is_tbx_basic_in_dct_style(tmp_path: Path) -> None:
    path = tmp_path / "out.tbx"
    entry = GlossaryEntry(
        "Kiev",
        "Kyiv",
        ("Kíev",),
        "the",
        "AT&T <is> there",
        case="any",
        domain="geography",
        attribution="Wikidata",
        date="2025-01-31",
    )
    write_glossary(path, [entry], ES_EN)
    assert (
        path.read_text(encoding="utf-8")
        == """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="es" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>tsum glossary, es to en</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <min:subjectField>geography</min:subjectField>
        <basic:source>Wikidata</basic:source>
        <transacGrp><basic:transactionType>modification</basic:transactionType><date>2025-01-31</date></transacGrp>
        <note>tsum: article=the case=any</note>
        <note>AT&amp;T &lt;is&gt; there</note>
        <langSec xml:lang="es">
          <termSec><term>Kiev</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
          <termSec><term>Kíev</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        </langSec>
        <langSec xml:lang="en">
          <termSec><term>Kyiv</term></termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""
    )
    assert read_glossary(path).pair == ES_EN


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("</conceptEntry>", "", 33, "malformed XML (mismatched tag)"),
        ("<tbx ", "<html ", 2, "<html> where <tbx> or <martif> is expected"),
        ('<langSec xml:lang="es">', "<langSec>", 28, "<langSec> without a language: give it xml:lang"),
        ("<term>cúmulo galáctico</term>", "", 30, "<termSec> without <term>"),
        ("cúmulo galáctico", "", 30, "empty term"),
        ("cúmulo galáctico", "x" * 201, 29, "alias has 201 characters"),
        ("<note>seen at night</note>", "<term>night</term>", 12, "<term> in <conceptEntry>"),
        ("<note>seen at night</note>", "<termSec/>", 12, "<termSec> in <conceptEntry>"),
        ("<note>seen at night</note>", "<langSec xml:lang='es'/>", 12, "<langSec> without a term"),
        ("<note>seen at night</note>", "<conceptEntry/>", 12, "<conceptEntry> in <conceptEntry>"),
        ("<note>seen at night</note>", "<note>&night;</note>", 12, "undefined entity"),
        ("    <body>", '    <body><conceptEntry id="c0"></conceptEntry>', 6, "<conceptEntry> without a language"),
        ('encoding="UTF-8"', 'encoding="utf-99"', 1, "unknown encoding"),
        ("night", "ni\0ght", 12, "not well-formed"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, why: str) -> None:
    path = file(tmp_path, DCT.replace(old, new, 1) if old != "</conceptEntry>" else DCT.replace(old, new))
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path, ES_EN)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert why in str(caught.value)


def test_a_file_without_a_body(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"names\.tbx: no <body> in it"):
        read_glossary(file(tmp_path, "<tbx><text/></tbx>"), ES_EN)


def test_lenient_reading_leaves_bad_concepts_out(tmp_path: Path) -> None:
    bad: list[GlossaryError] = []
    text = DCT.replace("    <body>", '    <body><conceptEntry id="c0"></conceptEntry>')
    found = read_glossary(file(tmp_path, text), ES_EN, bad.append)
    assert ([entry.source for entry in found.entries], len(bad)) == (["cúmulo abierto"], 1)


def test_an_edit_keeps_the_other_concepts_to_the_byte(tmp_path: Path) -> None:
    path = file(tmp_path, DCT.replace("<body>", "<body><!-- ours -->"))
    edit_glossary(path, {}, [GlossaryEntry("Kiev", "Kyiv")], ES_EN)
    text = path.read_text(encoding="utf-8")
    begins, ends = text.index('      <conceptEntry id="c2">'), text.index("    </body>")
    assert text[:begins] + text[ends:] == DCT.replace("<body>", "<body><!-- ours -->")
    assert [entry.source for entry in read_glossary(path, ES_EN).entries] == ["cúmulo abierto", "Kiev"]


def test_an_edit_changes_and_takes_out(tmp_path: Path) -> None:
    path = tmp_path / "out.tbx"
    write_glossary(path, [GlossaryEntry(f"término {n}", f"term {n}") for n in range(3)], ES_EN)
    edit_glossary(path, {0: None, 2: GlossaryEntry("Kiev", "Kyiv")}, [GlossaryEntry("Pekín", "Beijing")], ES_EN)
    found = read_glossary(path).entries
    assert [(entry.source, entry.target) for entry in found] == [
        ("término 1", "term 1"),
        ("Kiev", "Kyiv"),
        ("Pekín", "Beijing"),
    ]


@pytest.mark.parametrize("text", [DCA, MARTIF])
def test_other_styles_are_not_edited(tmp_path: Path, text: str) -> None:
    path = file(tmp_path, text, encoding="latin-1" if text is MARTIF else "utf-8")
    before = path.read_bytes()
    with pytest.raises(
        GlossaryError, match="not in DCT style and UTF-8: convert it with `tsum glossary convert` first"
    ):
        edit_glossary(path, {}, [GlossaryEntry("Kiev", "Kyiv")], ES_EN)
    assert path.read_bytes() == before
