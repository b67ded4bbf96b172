"""Sets the cards of activities, four on a sheet of A4, with marks where to cut.

A card too full for one goes on on a second; nothing is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from entente.briefs import layout, paper, text
from entente.briefs import type as typeface
from entente.briefs.activity_book.words import how, shape
from entente.briefs.activity_cards.shape import draw
from entente.briefs.activity_cards.story import activities, foot, tell
from entente.briefs.levels import AUDIENCE_COLOURS, LEVEL_COLOURS, code, confidential_words
from entente.briefs.page import PageCanvas, language_tag
from entente.briefs.parts import Cell, Tone
from entente.briefs.picture import PictureFlowable
from entente.briefs.production import Report, unheard
from entente.briefs.tables import Block
from entente.briefs.told import Entry, Told
from entente.briefs.type import ACCENT, HAIRLINE, INK, MUTED, SMALL_SIZE, Face
from entente.briefs.voice import Voice
from entente.i18n import _, speaking

_ACROSS: Final = 2
_ON_SHEET: Final = 4
#: Free at the edges of a card: no printer reaches the edge of the paper, no knife cuts true.
_MARGIN: Final = 25.0
_BAND: Final = 3.0
_FOOT: Final = 27.0
_WIDE: Final = A4[0] / 2 - 2 * _MARGIN
_HIGH: Final = A4[1] / 2 - 2 * _MARGIN - _FOOT - _BAND - 5
#: A mark where to cut: how far from the edge of the sheet it begins, and how long it is.
_FROM: Final = 11.0
_MARK: Final = 16.0


@dataclass(frozen=True, slots=True)
class _Face:
    """One card.

    Attributes:
        block: What is on it.
        name: Of its activity, for the outline; empty if it goes on from the card before.
    """

    block: Block
    name: str


def render(told: Told, language: str, report: Report = unheard) -> bytes:
    """Return the deck as a PDF file; equal values give equal bytes.

    Args:
        told: What is shown.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    if not activities(told):
        return paper.render(told.head, language, lambda: tell(told), report)
    with typeface.PRESS, speaking(language):
        typeface.register()
        voice = Voice(told)
        faces = [face for each in activities(told) for face in _faces(voice, each)]
        target = BytesIO()
        canvas = PageCanvas(
            target, pagesize=A4, invariant=1, pageCompression=1, lang=language_tag(language)
        )
        canvas.setTitle(_("Cards of activities"))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for first in range(0, len(faces), _ON_SHEET):
            report(100 * first // len(faces))
            for place, face in enumerate(faces[first : first + _ON_SHEET]):
                _draw(canvas, told, face, place)
            _draw_marks(canvas)
            canvas.showPage()
        canvas.save()
        report(100)
        return target.getvalue()


def _faces(voice: Voice, activity: Entry) -> Iterator[_Face]:
    """Yield the one card of an activity, or as many as it needs."""
    name = activity.text("name")
    rest = Block(list(_flowables(voice, activity)))
    number = 1
    room = _HIGH
    while rest.flowables:
        head: list[Flowable] = []
        if number > 1:
            short = text.fitted(name, Face.SEMIBOLD, SMALL_SIZE, _WIDE * 0.7)
            words = _("{activity}, card {number}").format(activity=short, number=number)
            head = [text.line(words, typeface.dense_head()), Spacer(0, 4)]
            room = _HIGH - Block(head).height(_WIDE)
        fits, rest = (rest, Block()) if rest.height(_WIDE) <= room else rest.split(_WIDE, room)
        if not fits.flowables:
            # What is no text and higher than a card is drawn all the same.
            fits, rest = Block(rest.flowables[:1]), Block(rest.flowables[1:])
        yield _Face(Block([*head, *fits.flowables]), "" if number > 1 else name)
        number += 1


def _flowables(voice: Voice, activity: Entry) -> Iterator[Flowable]:
    title = typeface.style("activity", 14, 18, face=Face.SERIF)
    yield from _set(voice.words(activity, "name"), title)
    yield from _set(voice.words(activity, "purpose", mark=False), typeface.cell())
    yield Spacer(0, 4)
    yield PictureFlowable(draw(shape(activity), _WIDE))
    if below := foot(activity):
        yield from text.paragraphs(below, typeface.small())
    yield Spacer(0, 4)
    for cell in how(activity, voice, Tone.DENSE, Tone.DENSE_STRONG):
        for words in cell:
            is_strong = words.tone is Tone.DENSE_STRONG
            yield from _set((words,), typeface.dense_head() if is_strong else typeface.dense())
        yield Spacer(0, 2)
    yield from layout.closing(activity.words())


def _set(cell: Cell, style: ParagraphStyle) -> Iterator[Flowable]:
    for words in cell:
        yield from text.paragraphs(
            words.text,
            style,
            lead=words.lead,
            label=words.label,
            colour=code(LEVEL_COLOURS[words.level]),
        )


def _draw(canvas: PageCanvas, told: Told, face: _Face, place: int) -> None:
    row, column = divmod(place, _ACROSS)
    left = column * A4[0] / 2 + _MARGIN
    top = A4[1] - row * A4[1] / 2 - _MARGIN
    canvas.setFillColor(ACCENT)
    canvas.rect(left, top - _BAND, _WIDE, _BAND, stroke=0, fill=1)
    face.block.draw(canvas, left, top - _BAND - 5, _WIDE)
    if face.name:
        key = f"card-{canvas.getPageNumber()}-{place}"
        canvas.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0)
        canvas.addOutlineEntry(text.drawable(face.name), key, level=0)
    _draw_foot(canvas, told, left, top - _BAND - 5 - _HIGH - _FOOT)


def _draw_foot(canvas: PageCanvas, told: Told, left: float, bottom: float) -> None:
    """Say on each card, once it is cut out, which mission it is of and whom it is for."""
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(left, bottom + 22, left + _WIDE, bottom + 22)
    head = told.head
    mission = " · ".join(filter(None, (head.mission, head.organisation)))
    canvas.setFont(Face.SANS.value, SMALL_SIZE)
    canvas.setFillColor(MUTED)
    canvas.drawString(left, bottom + 11, text.fitted(mission, Face.SANS, SMALL_SIZE, _WIDE))
    reader = confidential_words(head.audience, head.recipient)
    canvas.setFont(Face.SEMIBOLD.value, SMALL_SIZE)
    canvas.setFillColor(AUDIENCE_COLOURS[head.audience])
    canvas.drawString(left, bottom, text.fitted(reader, Face.SEMIBOLD, SMALL_SIZE, _WIDE))


def _draw_marks(canvas: PageCanvas) -> None:
    """Draw where to cut: at the edges of the sheet, and a cross in its middle."""
    wide, high = A4
    x, y = wide / 2, high / 2
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    for start, end in (
        ((x, _FROM), (x, _FROM + _MARK)),
        ((x, high - _FROM), (x, high - _FROM - _MARK)),
        ((_FROM, y), (_FROM + _MARK, y)),
        ((wide - _FROM, y), (wide - _FROM - _MARK, y)),
        ((x - _MARK / 2, y), (x + _MARK / 2, y)),
        ((x, y - _MARK / 2), (x, y + _MARK / 2)),
    ):
        canvas.line(*start, *end)
