"""Texts that somebody, or some program, may write into any field; every one of our own.

They are written with escapes, so that no editor and no tool changes them on the way.
"""

import re
import unicodedata

from entente.domain.records import FieldKind

#: Text that some reader or other takes for markup, a path, an address or a command.
MARKUP = {
    "image of a file": '<img src="file:///etc/canary.png">',
    "image of a path": '<img src="/etc/canary.png" width="9">',
    "image of a share": '<img src="//canary.invalid/share/x.png">',
    "image of an address": '<img src="http://canary.invalid/x.png">',
    "bold and link": '<b>fort</b> <a href="file:///etc/passwd">ici</a>',
    "rich text of Qt": "<qt><h1>gros</h1></qt>",
    "document": "<!DOCTYPE html><html><body background='/etc/canary.png'>",
    "style": "<style>* { background: url(/etc/canary.png) }</style>",
    "script": "<script>alert('canary')</script>",
    "ReportLab": '<para><font color="red" size="90">grand</font><br/></para>',
    "ReportLab draws": '<onDraw name="canary" label="x"/><seq id="a"/>',
    "ReportLab greek": "<greek>a</greek><super>2</super><unichar code='65'/>",
    "open tag": "<b>jamais clos < & > &amp; &lt; &#60; &nope;",
    "closed twice": "</b></para></font></table>",
    "Markdown": "![canary](/etc/canary.png) [lien](javascript:alert(1)) **gras** `code`",
    "address": "https://canary.invalid/?q=<b>",
    "file address": "file:///etc/passwd",
    "share": "//canary.invalid/share",
    "share of Windows": "\\\\canary.invalid\\share\\x.png",
    "template": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "XML": "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "comment and data": "<!-- x --> <![CDATA[ x ]]> ]]>",
}
FORMULAS = {
    "formula": "=1+1",
    "command": "=cmd|' /C calc'!A0",
    "link": '=HYPERLINK("http://canary.invalid";"ici")',
    "plus": "+33 1 23 45 67 89",
    "minus": "-2+3",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "wide equals": "\uff1d1+1",
    "quoted": "'=1+1",
    "quoted twice": "''-x",
}
SIGNS = {
    "format of C": "%n %s %d %x %1 %% %(name)s",
    "format of Python": "{0} {name} {} {0.__class__} {{",
    "mnemonic": "&Fichier R&D && &",
    "separators": "a;b,c|d\"e'f`g",
    "quotes": "\"''\" « \u2039 “ „ \u2019 ` \u00b4",
    "quotation marks alone": '"',
    "brackets of Qt": "[*] [x]",
    "SQL": "'; DROP TABLE actor; -- \" OR 1=1",
    "search": '"OR" NEAR(a b) col:x a* -b ^c (AND',
    "regular expression": "(a+)+$ [ \\1 .* \\",
    "path": "../../etc/passwd",
    "path of Windows": "C:\\con\\aux. ",
    "device": "NUL",
    "device with ending": "com1.txt",
    "dot": ".",
    "two dots": "..",
    "hyphen": "--help",
    "tilde": "~/.ssh/id $HOME %USERPROFILE% `id` $(id)",
    "JSON": '{"a": null, "b": [1, 2',
    "null of words": "None null undefined NaN Infinity true",
    "number": "1e309",
    "date": "31/02/2026",
    "zero": "0",
}
LETTERS = {
    "accents": "Éléonore Œuvrard-Müller, n\u00ba 7",
    "decomposed": "E\u0301le\u0301onore",
    "typography": "Est-ce vrai\u202f? «\u00a0Oui\u00a0»\u2009— 12\u00a0000\u202f€",
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "turned round": "abc\u202etxt.exe\u202c def \u2067x\u2069",
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd",
    "flag": "\U0001f1eb\U0001f1f7",
    "joined": "a\u200db\u200cc\u200bd\ufeffe",
    "marks piled up": "Z\u0335\u0321\u0322\u031b\u0300\u0301\u0302algo" + "\u0301" * 40,
    "marks alone": "\u0301\u0301",
    "ligatures": "\ufb01n ŒUVRE \u0133 \u1e9e \u00df \u0130 \u0131 \u01c5",
    "Chinese": "調停者の記録 田中",
    "outside the plane": "\U00020000\U0001d400\U00010348",
    "private": "\ue000\uf8ff\U000f0000",
    "object": "a\ufffcb\ufffdc",
    "soft hyphen": "mé\u00addi\u00ada\u00adtion",
}
SPACES = {
    "two lines": "un\ndeux",
    "line ends": "un\r\ndeux\rtrois\n\nquatre",
    "tabs": "un\tdeux\t\ttrois",
    "separators of lines": "un\u2028deux\u2029trois\u0085quatre",
    "blanks around": " \t\n  au milieu \u00a0\u202f \n",
    "wide blanks": "a\u3000b\u2003c\u180ed",
    "controls": "a\x00b\x01c\x07d\x08e\x0bf\x0cg\x1bh\x7fi\x80j\x9fk",
    "terminal": "\x1b[31mrouge\x1b]0;titre\x07",
    "surrogate": "a\ud800b\udfffc",
    "no character": "a\ufffeb\uffffc\ufdd0d",
    "NUL": "\x00",
    "nothing but blanks": " \t\n\u00a0",
}
LONG = {
    "word of 1,000": "anticonstitutionnel" * 52 + "lementxxxxxx",
    "words": "mot " * 240,
    "marks of 1,000": "e\u0301" * 499,
    "wide": "調" * 999,
    "emojis of 900": "\U0001f600" * 900,
    "lines": "\n".join("ligne" for _ in range(150)),
    "one too many": "x" * 1_001,
}

NAUGHTY: dict[str, str] = {**MARKUP, **FORMULAS, **SIGNS, **LETTERS, **SPACES, **LONG}

_GONE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Most characters of a field.
MOST = {FieldKind.TEXT: 1_000, FieldKind.TAGS: 10_000, FieldKind.LONG_TEXT: 1_000_000}


class TooLong(Exception):  # noqa: N818  # it is no error of the program's
    """A text no field of its kind takes."""


def kept(kind: FieldKind, text: str) -> str | None:
    """Return what is documented to be kept of a text: written down here once more.

    Line ends become line feeds; control characters, lone surrogates and the two code points
    that XML forbids go; letters are composed; blanks at both ends go. A field of one line
    is one line; of tags, each is kept once.

    Raises:
        TooLong: If the field takes no text as long.
    """
    plain = re.sub("\r\n?", "\n", text)
    plain = unicodedata.normalize("NFC", _GONE.sub("", plain))
    match kind:
        case FieldKind.TAGS:
            tags = [tag.strip() for tag in re.split(r"[,;|\n\t]", plain)]
            plain = ", ".join(dict.fromkeys(tag for tag in tags if tag))
        case FieldKind.TEXT:
            plain = re.sub(r"[\n\t]+", " ", plain)
    plain = plain.strip()
    if len(plain) > MOST[kind]:
        raise TooLong
    return plain or None
