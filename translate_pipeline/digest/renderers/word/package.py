"""The file around the blocks of a Word document (Open Packaging Conventions, ECMA-376, part 2)."""

from __future__ import annotations

import importlib.resources
import io
import zipfile
from datetime import datetime
from typing import Any

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.page.readable_dates import readable_day
from translate_pipeline.digest.renderers.moment import digest_moment
from translate_pipeline.digest.renderers.word.elements import field, paragraph, run, xml_text
from translate_pipeline.digest.renderers.word.languages import proofing_language

# Parts of python-docx's template that say where it was made, or are copies of others.
_LEFT_OUT = ("/extended-properties", "/thumbnail", "/customXml", "/stylesWithEffects")
_LONGEST_TITLE = 255
_EARLIEST = datetime(1980, 1, 1)


def empty_document() -> Any:
    """A python-docx document on A4 in the styles of this package, without any content."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Mm

    document = docx.Document()
    for relationships in (document.part.package.rels, document.part.rels):
        for name in [name for name, found in relationships.items() if found.reltype.endswith(_LEFT_OUT)]:
            del relationships[name]
    own = importlib.resources.files(__package__)
    for part, name in ((document.part._styles_part, "styles.xml"), (document.part.numbering_part, "numbering.xml")):
        part._element = parse_xml((own / name).read_bytes())
    # Word shows files of earlier versions in a mode of compatibility.
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    return document


def write_running_heads(document: Any, digest: Digest) -> None:
    """Title and date at the head of each page, its number at the foot."""
    section = document.sections[0]
    heads = (
        (section.header, paragraph(run(f"{digest.title} · {readable_day(digest.date)}"), style="Header")),
        (
            section.footer,
            paragraph(run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1"), style="Footer"),
        ),
    )
    for head, content in heads:
        head.is_linked_to_previous = False
        for child in list(head._element):
            head._element.remove(child)
        head._element.append(content)


def write_properties(document: Any, digest: Digest) -> None:
    """Title, language and times of a document; its author is the program, since no person's name is known."""
    properties, moment = document.core_properties, digest_moment(digest).replace(tzinfo=None)
    shown = (
        digest.source_languages[0] if digest.shown == "source" and digest.source_languages else digest.target_language
    )
    properties.title = xml_text(digest.title)[:_LONGEST_TITLE]
    properties.language = proofing_language(shown)
    properties.author = properties.last_modified_by = "tsum"
    properties.comments = properties.subject = properties.keywords = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def packed(document: Any, digest: Digest) -> bytes:
    """The document as a file whose parts all bear the time of the digest."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    moment = max(digest_moment(digest).replace(tzinfo=None), _EARLIEST)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, moment.timetuple()[:6])
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(part, parts.read(name))
    return packed.getvalue()
