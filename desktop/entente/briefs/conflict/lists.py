"""The lists of a conflict brief: agreed and disputed, options, next steps, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.conflict.marks import marked
from entente.briefs.conflict.values import ConflictBrief, NoteView, OptionView, StepView
from entente.briefs.dates import long_date
from entente.briefs.levels import LEVEL_COLOURS
from entente.briefs.page import BODY_WIDTH, section
from entente.briefs.tables import COLUMN_GAP, Block, Cell, Plain, Row, RuledTable, cell
from entente.domain.confidentiality import AudienceKind, Level
from entente.domain.note import NOTE
from entente.domain.option import OPTION
from entente.domain.records import RecordType
from entente.i18n import N_, _, language

_OPTION_SIGNS: Final = {"kept": "✓", "open": "○", "dropped": "–"}
_OPTION_WIDTHS: Final = (BODY_WIDTH - 240, 120, 120)
_STEP_WIDTHS: Final = (24, BODY_WIDTH - 244, 120, 100)
_NOTE_WIDTHS: Final = (128, BODY_WIDTH - 128)

#: Longer lists are read one after the other.
_BESIDE_MAX: Final = 6

_GROUPS: Final = {
    Level.MEDIATOR: N_("For the mediator only"),
    Level.CAUCUS: N_("Said in caucus"),
    Level.PARTIES: N_("Shared with the parties"),
    Level.SPONSOR: N_("For the sponsor"),
    Level.PUBLIC: N_("Public"),
}


@dataclass(frozen=True, slots=True)
class _List:
    """Points of one kind, each after the same sign."""

    title: str
    sign: str
    notes: tuple[NoteView, ...]


def accord_section(brief: ConflictBrief) -> list[Flowable]:
    """Return what is agreed and what is not: side by side, or long lists one by one."""
    both = ((_("Agreed"), "✓", brief.agreed), (_("In dispute"), "○", brief.disputed))
    lists = [_List(*each) for each in both if each[2]]
    if not lists:
        return []
    if len(lists) == 1:
        return section(lists[0].title, [_points(brief, lists)])
    title = _("What is agreed, what is still open")
    if max(len(each.notes) for each in lists) <= _BESIDE_MAX:
        return section(title, [_points(brief, lists)])
    parts = [section(each.title, [_points(brief, [each])], depth=1) for each in lists]
    return section(title, [flowable for part in parts for flowable in part])


def options_section(brief: ConflictBrief) -> list[Flowable]:
    """Return the options and what has become of each."""
    head = _head(_("Option"), _("Status"), _("Proposed by"))
    rows = [_option(brief, option) for option in brief.options]
    return section(_("Options examined"), [RuledTable(_OPTION_WIDTHS, rows, head)] if rows else [])


def steps_section(brief: ConflictBrief) -> list[Flowable]:
    """Return what is to be done, by whom and when, with a box to tick."""
    head = _head("", _("What"), _("Who"), _("Before"))
    rows = [_step(brief, step) for step in brief.steps]
    return section(_("Next steps"), [RuledTable(_STEP_WIDTHS, rows, head)] if rows else [])


def notes_section(brief: ConflictBrief) -> list[Flowable]:
    """Return the notes, grouped by who may read them."""
    groups: dict[tuple[Level, str], list[NoteView]] = {}
    order = list(Level)
    by_level = sorted(brief.notes, key=lambda n: (order.index(n.text.level), n.text.caucus_of))
    for note in by_level:
        groups.setdefault((note.text.level, note.text.caucus_of), []).append(note)
    story: list[Flowable] = []
    for (level, caucus_of), notes in groups.items():
        colour = LEVEL_COLOURS[level]
        rows = [Row(_note(note), edge=colour) for note in notes]
        title = _group(brief, level, caucus_of)
        story += section(title, [RuledTable(_NOTE_WIDTHS, rows)], depth=1)
    return section(_("Notes"), story)


def _head(*titles: str) -> Row:
    return Row(tuple(Plain(text.drawable(title), typeface.cell_head()) for title in titles))


def _points(brief: ConflictBrief, lists: Sequence[_List]) -> Flowable:
    """Return lists in columns, point by point."""
    column = BODY_WIDTH / len(lists)
    head = _head(*(each.title for each in lists)) if len(lists) > 1 else None
    longest = max(len(each.notes) for each in lists)
    rows = [
        Row(tuple(_point(brief, each, index, column - COLUMN_GAP) for each in lists))
        for index in range(longest)
    ]
    return RuledTable([column] * len(lists), rows, head)


def _point(brief: ConflictBrief, points: _List, index: int, width: float) -> Cell:
    if index >= len(points.notes):
        return Block()
    return marked(brief, points.notes[index].text, typeface.cell(), width, lead=points.sign)


def _option(brief: ConflictBrief, option: OptionView) -> Row:
    style = typeface.cell_muted() if option.status == "dropped" else typeface.cell()
    sign = _OPTION_SIGNS.get(option.status, "")
    status = f"{sign} {_choice(OPTION, 'status', option.status)}"
    words, state, who = (width - COLUMN_GAP for width in _OPTION_WIDTHS)
    return Row(
        (
            marked(brief, option.text, style, words),
            cell(status, style, state),
            _name(option.proposed_by, style, who),
        )
    )


def _step(brief: ConflictBrief, step: StepView) -> Row:
    style = typeface.cell_muted() if step.done else typeface.cell()
    __, words, who, when = (width - COLUMN_GAP for width in _STEP_WIDTHS)
    due = long_date(step.due_on, language()) if step.due_on else "–"
    return Row(
        (
            Plain("☑" if step.done else "☐", style),
            marked(brief, step.text, style, words),
            _name(step.who, style, who),
            cell(due, style, when),
        )
    )


def _note(note: NoteView) -> tuple[Cell, ...]:
    kind = _choice(NOTE, "kind", note.kind) if note.kind else _("context")
    day = long_date(note.noted_on, language()) if note.noted_on else ""
    about = " · ".join(part for part in (day, kind) if part)
    who = [text.line(note.said_by, typeface.small())] if note.said_by else []
    words = cell(note.text.words, typeface.cell(), _NOTE_WIDTHS[1])
    return Block([text.line(about, typeface.small()), *who]), words


def _group(brief: ConflictBrief, level: Level, caucus_of: str) -> str:
    if level is not Level.CAUCUS:
        return _(_GROUPS[level])
    if brief.audience is AudienceKind.PARTY:
        return _("Said in your caucus: in your copy only")
    return _("Said in caucus by {party}").format(party=caucus_of)


def _name(name: str, style: ParagraphStyle, width: float) -> Cell:
    if not name:
        return Plain("–", style)
    whole = cell(name, style, width)
    return whole if isinstance(whole, Plain) else Block([text.line(name, style)])


def _choice(record_type: RecordType, field: str, value: str) -> str:
    choices = record_type.field(field).choices or {}
    return _(choices.get(value, value))
