"""What each party says and needs: side by side, or one after the other."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.conflict.marks import marked
from entente.briefs.conflict.values import ConflictBrief, PartyView
from entente.briefs.page import BODY_WIDTH, section
from entente.briefs.tables import COLUMN_GAP, Block, Cell, Plain, Row, RuledTable
from entente.domain.party import PARTY, STATEMENTS
from entente.i18n import _

_LABELS: Final = 96.0
#: More parties than this, or longer statements, would make columns too narrow to read.
_BESIDE_MAX: Final = 3
_ROOM: Final = 1_800


def parties_section(brief: ConflictBrief) -> list[Flowable]:
    """Return the section on the parties; side by side as long as that can be read."""
    if not brief.parties:
        return []
    said = [name for name in STATEMENTS if any(p.statement(name) for p in brief.parties)]
    longest = max(
        (len(s.text.words) for party in brief.parties for s in party.statements), default=0
    )
    beside = len(brief.parties) <= _BESIDE_MAX and longest * len(brief.parties) <= _ROOM
    if not said:
        return section(_("Parties"), [_names(brief.parties)])
    body = _beside(brief, said) if beside else _stacked(brief, said)
    return section(_("What each says, what each needs"), body)


def _names(parties: Sequence[PartyView]) -> Flowable:
    rows = [Row((_heading(party),)) for party in parties]
    return RuledTable([BODY_WIDTH], rows)


def _beside(brief: ConflictBrief, said: Sequence[str]) -> list[Flowable]:
    column = (BODY_WIDTH - _LABELS) / len(brief.parties)
    inner = column - COLUMN_GAP
    head = Row((Plain("", typeface.cell_head()), *(_heading(party) for party in brief.parties)))
    rows = [
        Row((_label(name), *(_statement(brief, party, name, inner) for party in brief.parties)))
        for name in said
    ]
    return [RuledTable([_LABELS, *[column] * len(brief.parties)], rows, head)]


def _stacked(brief: ConflictBrief, said: Sequence[str]) -> list[Flowable]:
    story: list[Flowable] = []
    width = BODY_WIDTH - _LABELS
    for party in brief.parties:
        rows = [
            Row((_label(name), _statement(brief, party, name, width)))
            for name in said
            if party.statement(name)
        ]
        title = " · ".join(part for part in (party.name, _standing(party)) if part)
        if rows:
            table = RuledTable([_LABELS, width], rows)
            story += section(title, [table], depth=1, bookmark=party.ref)
        else:
            story.append(text.line(title, typeface.subsection()))
    return story


def _heading(party: PartyView) -> Cell:
    name = text.line(party.name, typeface.cell_head())
    standing = _standing(party)
    return Block([name, text.line(standing, typeface.small())] if standing else [name])


def _standing(party: PartyView) -> str:
    ref = party.ref if party.ref != party.name else ""
    return " · ".join(part for part in (party.standing, ref) if part)


def _label(name: str) -> Cell:
    words = _(PARTY.field(name).label)
    return Block(text.paragraphs(words, typeface.cell_muted()))


def _statement(brief: ConflictBrief, party: PartyView, name: str, width: float) -> Cell:
    told = party.statement(name)
    if told is None:
        return Plain("–", typeface.cell_muted())
    return marked(brief, told, typeface.cell(), width)
