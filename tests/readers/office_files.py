"""Makes the zip archives of documents from their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def archive_of(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive; a part `mimetype` is stored first and unpacked, as OpenDocument and EPUB ask for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name in sorted(parts, key=lambda name: name != "mimetype"):
            file.writestr(name, parts[name], zipfile.ZIP_STORED if name == "mimetype" else compression)
    return out.getvalue()


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
EXTERNAL_ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file://{path}">]>'
