"""What control words of Rich Text Format stand for: characters, encodings, and groups that are no text.

Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

CHARACTERS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\xa0", "_": "\u2011",
    "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n",
}  # fmt: skip
PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})
# Groups whose text is not that of the document.
LEFT_OUT = frozenset(
    "colortbl header headerl headerr headerf footer footerl footerr footerf pict object objdata nonshppict fldinst"
    " annotation atnid atnauthor atndate atnicn atntime xe tc rxe txe private nonesttables nesttableprops template"
    " themedata colorschememapping datastore listtable listoverridetable revtbl rsidtbl generator sp operator company"
    " doccomm keywords subject category manager comment hlinkbase ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
    " bkmkstart bkmkend shprslt".split()
)
GATHERED = frozenset({"fonttbl", "stylesheet", "title", "author", "listtext", "pntext"})
# Of the groups that a reader may pass over, marked with `\*`, those that hold text: shapes are text boxes.
READ = frozenset({"shpinst", "shptxt", "footnote", *GATHERED})
CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# https://learn.microsoft.com/en-us/windows/win32/api/wingdi/ns-wingdi-logfonta: character sets of fonts.
CHARACTER_SETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
