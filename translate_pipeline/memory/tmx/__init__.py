"""TMX 1.4b, the format in which translation memories go from tool to tool.

Specification: https://www.gala-global.org/tmx-14b
"""

from translate_pipeline.memory.tmx.exchange import TmxImport, export_tmx, import_tmx
from translate_pipeline.memory.tmx.reading import read_tmx
from translate_pipeline.memory.tmx.unit import TmxUnit
from translate_pipeline.memory.tmx.writing import write_tmx

__all__ = ["TmxImport", "TmxUnit", "export_tmx", "import_tmx", "read_tmx", "write_tmx"]
