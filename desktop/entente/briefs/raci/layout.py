"""Sets a RACI matrix on paper: the grid, who is who, what the letters mean, what is wanting."""

import math
from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable, Spacer

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.layout import closing, document
from entente.briefs.layout_words import drawn_up
from entente.briefs.page import BODY_WIDTH, section
from entente.briefs.production import Report, unheard
from entente.briefs.raci.values import RaciSheet
from entente.briefs.tables import COLUMN_GAP, Cell, Plain, Row, RuledTable, cell
from entente.domain.raci import duties_text
from entente.domain.responsibility import DUTY_LABELS, Duty
from entente.i18n import _
from entente.services.raci import Head, Line, duty_words

#: Of the references of deliverables, of their names and of their days, in points.
_REFS: Final = 34.0
_NAMES: Final = 150.0
_DAYS: Final = 66.0
#: The least width of the column of an actor: a reference and the gap behind it.
_ACTOR: Final = 33.0
_ROOM: Final = BODY_WIDTH - _REFS - _NAMES - _DAYS
_WHO: Final = 44.0
#: Fewer actors than this leave room to the names of the deliverables.
_FEW: Final = 5


def render(sheet: RaciSheet, language: str, report: Report = unheard) -> bytes:
    """Return a matrix as a PDF file; equal sheets give equal bytes.

    Args:
        sheet: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    return document(sheet.head, language, _title, lambda: story(sheet), report)


def _title() -> str:
    return _("Who does what (RACI)")


def story(sheet: RaciSheet) -> list[Flowable]:
    """Return the text of a sheet, in the language in use."""
    line = _("Responsibility matrix · state on {date} · by {mediator}")
    return [
        text.line(_title(), typeface.title()),
        text.line(drawn_up(sheet.head, line), typeface.subtitle()),
        Spacer(0, 8),
        *_legend(),
        *_matrix(sheet),
        *section(_("Who is who"), _who(sheet)),
        *_wanting(sheet),
        *closing(sheet.shown_texts()),
    ]


def _legend() -> list[Flowable]:
    words = " · ".join(duty_words(duty) for duty in DUTY_LABELS)
    return [*text.paragraphs(words, typeface.body()), Spacer(0, 6)]


def _matrix(sheet: RaciSheet) -> list[Flowable]:
    """Return the grid, in as many parts as the actors need."""
    heads = sheet.matrix.heads
    most = int(_ROOM // _ACTOR)
    parts = max(math.ceil(len(heads) / most), 1)
    size = max(math.ceil(len(heads) / parts), 1)
    drawn: list[Flowable] = []
    for start in range(0, max(len(heads), 1), size):
        if drawn:
            drawn.append(Spacer(0, 14))
        drawn.append(_grid(sheet, heads[start : start + size], _ROOM / max(size, _FEW)))
    return drawn


def _grid(sheet: RaciSheet, heads: Sequence[Head], each: float) -> RuledTable:
    rest = _ROOM - each * len(heads)
    widths = (_REFS, _NAMES + rest, _DAYS, *(each for _head in heads))
    titles = ("", _("Deliverable"), _("Due"), *(head.ref for head in heads))
    head = Row(tuple(Plain(text.drawable(title), typeface.cell_head()) for title in titles))
    rows = [_row(sheet, line, heads, widths[1] - COLUMN_GAP) for line in sheet.matrix.lines]
    return RuledTable(widths, rows, head, boxed=True)


def _row(sheet: RaciSheet, line: Line, heads: Sequence[Head], room: float) -> Row:
    due = text.drawable(_day(line)) if line.due_on else ""
    return Row(
        (
            # Off the line around the grid.
            Plain(f" {line.ref}", typeface.cell_muted()),
            cell(line.name, typeface.cell(), room),
            Plain(due, typeface.cell_muted()),
            *(_letters(sheet.matrix.duties.get((line.id, head.id), ())) for head in heads),
        )
    )


def _day(line: Line) -> str:
    return f"{line.due_on:%d/%m/%Y}"


def _letters(duties: Sequence[Duty]) -> Cell:
    """Return the letters of a cell; whoever answers for it stands out."""
    answers = Duty.ACCOUNTABLE in duties
    style = typeface.cell_head() if answers else typeface.cell()
    return Plain(duties_text(duties), style)


def _who(sheet: RaciSheet) -> list[Flowable]:
    """Return the names behind the references, in two columns."""
    heads = sheet.matrix.heads
    if not heads:
        return []
    half = BODY_WIDTH / 2
    widths = (_WHO, half - _WHO, _WHO, half - _WHO)
    rows = []
    down = math.ceil(len(heads) / 2)
    for place in range(down):
        cells: list[Cell] = []
        for head in heads[place::down]:
            name = head.name if head.name != head.ref else "–"
            cells += [Plain(head.ref, typeface.cell_muted())]
            cells += [cell(name, typeface.cell(), half - _WHO - COLUMN_GAP)]
        cells += [Plain("", typeface.cell())] * (len(widths) - len(cells))
        rows.append(Row(tuple(cells)))
    return [RuledTable(widths, rows)]


def _wanting(sheet: RaciSheet) -> list[Flowable]:
    if not sheet.for_mediator or not sheet.matrix.lines:
        return []
    matrix = sheet.matrix
    said = [matrix.said(finding) for finding in matrix.findings]
    if not said:
        said = [_("Every deliverable has one who answers for it and somebody who does it.")]
    rows = [Row((cell(words, typeface.cell(), BODY_WIDTH),)) for words in said]
    return section(_("What is wanting"), [RuledTable((BODY_WIDTH,), rows)])
