"""Sets the parts of a document as a Word file, for whoever goes on editing it.

python-docx gives the package and its styles; the text is put together element by element, so
that nothing in it is ever read as a field or as markup. The file says of itself its title and
language and nothing else: no author, no time, no trace of who edited what.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from reportlab.lib.colors import Color

from entente.briefs import text
from entente.briefs.levels import AUDIENCE_COLOURS, code, confidential_words, legal_note
from entente.briefs.page import FORMATS, language_tag
from entente.briefs.parts import Leaf, Page, Tone
from entente.briefs.production import Report, unheard
from entente.briefs.type import ACCENT, INK, MUTED
from entente.briefs.word_elements import (
    HEADINGS,
    STYLES,
    Element,
    elements,
    field,
    paragraph_of,
    run,
    tab,
    tabs,
)
from entente.i18n import _, speaking
from entente.services.disclosure import Head

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_SANS: Final = "Calibri"
_SERIF: Final = "Georgia"
#: The day every part of the file is dated, so that equal documents are equal files.
_DATED: Final = (1980, 1, 1, 0, 0, 0)
_PICTURE: Final = "docProps/thumbnail.jpeg"
_ABOUT: Final = "docProps/app.xml"
_RELATIONS: Final = "_rels/.rels"
#: Ends of what relates the template to parts of it that no document of ours needs.
_UNUSED: Final = ("/stylesWithEffects", "/customXml")
_OURS: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Entente</Application></Properties>'
)

#: Width and height of the sheets, in millimetres.
_SIZES: Final = {
    Leaf.STANDING: (210, 297),
    Leaf.LYING: (297, 210),
    Leaf.WALL: (420, 297),
}
#: Size, colour, whether bold, and the space before and after each style.
_TONES: Final = {
    Tone.TITLE: (20, INK, False, (0, 2)),
    Tone.SUBTITLE: (10.5, MUTED, False, (0, 0)),
    Tone.BODY: (10.5, INK, False, (0, 4)),
    Tone.CELL: (9.5, INK, False, (0, 0)),
    Tone.MUTED: (9.5, MUTED, False, (0, 0)),
    Tone.STRONG: (9.5, INK, True, (0, 0)),
    Tone.SMALL: (8.5, MUTED, False, (0, 0)),
    Tone.DENSE: (8.5, INK, False, (0, 0)),
    Tone.DENSE_STRONG: (8.5, INK, True, (0, 0)),
    Tone.CARD: (13, INK, True, (0, 3)),
    Tone.WALL: (19, INK, False, (0, 6)),
}
_DEPTHS: Final = ((15, INK, (20, 4)), (12.5, ACCENT, (14, 4)), (10.5, INK, (8, 2)))


def render(head: Head, language: str, tell: Callable[[], Page], report: Report = unheard) -> bytes:
    """Return a document as a Word file; equal ones give equal bytes.

    Args:
        head: What stands at the head of each page.
        language: `fr` or `en`, whatever the screen speaks.
        tell: Gives the document, asked in its language.
        report: Told the percentage done; what it raises ends the work.
    """
    with speaking(language):
        told = tell()
        report(10)
        document = _blank(language, told.title, told.leaf)
        on = FORMATS[told.leaf]
        _surround(document, head, told)
        body = document.element.body
        end = body.sectPr
        for number, part in enumerate(told.parts):
            for element in elements(part, on):
                end.addprevious(element)
            report(10 + 80 * (number + 1) // len(told.parts))
        made = _bytes(document)
        report(100)
        return made


def _blank(language: str, title: str, leaf: Leaf) -> "WordDocument":
    document = Document(BytesIO(_template(language)))
    document.core_properties.title = title
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(each) for each in _SIZES[leaf])
    if leaf is not Leaf.STANDING:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(27), Mm(20)
    section.header_distance = section.footer_distance = Mm(12)
    return document


@cache
def _template(language: str) -> bytes:
    """Return what every file in a language begins with: styles, and nothing that is not used.

    Nine tenths of what python-docx begins with are looks for tables, twice over.
    """
    document = Document()
    about = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(about, name, "")
    about.language = language_tag(language)
    about.revision = 1
    for element in list(about._element):  # noqa: SLF001  # times cannot be taken away otherwise
        if element.tag in {qn("dcterms:created"), qn("dcterms:modified")}:
            about._element.remove(element)  # noqa: SLF001  # see above
    settings: Element = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    of_section: Element = document.sections[0]._sectPr  # noqa: SLF001  # has no other way in
    for name in [each for each in of_section.attrib if "rsid" in each]:
        del of_section.attrib[name]
    relations = document.part.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith(_UNUSED)]:
        del relations[key]
    _set_styles(document, language)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _set_styles(document: "WordDocument", language: str) -> None:
    styles: Element = document.styles
    for style in list(styles.element.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            styles.element.remove(style)
    for tone, (size, colour, bold, space) in _TONES.items():
        style = styles.add_style(STYLES[tone], WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set_style(style, _SERIF if tone is Tone.TITLE else _SANS, (size, colour), space)
        style.font.bold = bold
    for name, (size, colour, space) in zip(HEADINGS, _DEPTHS, strict=True):
        style = styles[name]
        _set_style(style, _SANS if name == HEADINGS[-1] else _SERIF, (size, colour), space)
        style.font.bold = True
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    spoken = defaults.find(qn("w:lang"))
    tag = language_tag(language)
    for name in ("val", "eastAsia"):
        spoken.set(qn(f"w:{name}"), tag)


def _set_style(
    style: Element, face: str, look: tuple[float, Color], space: tuple[int, int]
) -> None:
    font = style.font
    size, colour = look
    font.name, font.size = face, Pt(size)
    font.color.rgb = RGBColor.from_string(code(colour)[1:].upper())
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), face)
    style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, space)
    style.paragraph_format.line_spacing = 1.0


def _surround(document: "WordDocument", head: Head, told: Page) -> None:
    """Write header and footer, with the number of the page and how many there are."""
    section = document.sections[0]
    mission = " · ".join(part for part in (head.mission, head.organisation) if part)
    recipient = told.recipient or confidential_words(head.audience, head.recipient)
    colour = code(AUDIENCE_COLOURS[head.audience])
    small = STYLES[Tone.SMALL]
    top = paragraph_of(
        small, [run(text.one_line(mission)), tab(), run(recipient, bold=True, colour=colour)]
    )
    note = told.note or legal_note(head.audience)
    before, __, after = _("page {number}/{total}").partition("{number}")
    between, __, end = after.partition("{total}")
    place = [run(before), field("PAGE"), run(between), field("NUMPAGES"), run(end)]
    foot = paragraph_of(small, [run(note), tab(), *place])
    for part, paragraph in ((section.header, top), (section.footer, foot)):
        tabs(paragraph, FORMATS[told.leaf])
        element: Element = part._element  # noqa: SLF001  # what python-docx would only add to
        for old in list(element):
            element.remove(old)
        element.append(paragraph)


def _bytes(document: "WordDocument") -> bytes:
    """Return the file, each part of it dated the same, without the template's own."""
    first, target = BytesIO(), BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as parts, zipfile.ZipFile(target, "w") as whole:
        for name in parts.namelist():
            if name == _PICTURE:
                continue
            data = _OURS if name == _ABOUT else parts.read(name)
            info = zipfile.ZipInfo(name, _DATED)
            info.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(info, _without_picture(data) if name == _RELATIONS else data)
    return target.getvalue()


def _without_picture(relations: bytes) -> bytes:
    root: Element = parse_xml(relations)
    for relation in list(root):
        if relation.get("Target", "").lstrip("/") == _PICTURE:
            root.remove(relation)
    return bytes(serialize_part_xml(root))
