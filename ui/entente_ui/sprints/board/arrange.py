"""Which card stands where, and which are looked for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from entente.domain.backlog import HORIZON_LABELS, PHASE_LABELS, ItemStatus
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.text import sort_key
from entente.i18n import N_, _, ngettext
from entente.services.board import Board, Card
from entente_ui.formats import number
from entente_ui.kit.cards import LaneHead
from entente_ui.sprints.board.words import choice_word, counted, half_days

#: In a filter: whatever it is.
ANY: Final = "*"
#: Stands for cards that have none of what lanes stand for.
NONE: Final = ""
#: Value of the lane of what is archived, beside those of the statuses.
ARCHIVED: Final = "archived"
#: Columns in which nothing begins.
PAST: Final = frozenset({ItemStatus.DROPPED.value, ARCHIVED})
_USUAL: Final = (ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING, ItemStatus.DONE)


class Columns(StrEnum):
    """What the columns stand for."""

    STATUS = "status"
    HORIZON = "horizon"


class Rows(StrEnum):
    """What the lanes across stand for."""

    NONE = "none"
    CAUSE = "cause"
    PHASE = "phase"
    KOTTER = "kotter"
    OWNER = "owner"
    SPRINT = "sprint"


#: The field a card takes a value of where it is put into a lane across.
_FIELDS: Final = {
    Rows.CAUSE: "cause_id",
    Rows.PHASE: "phase",
    Rows.KOTTER: "kotter",
    Rows.OWNER: "owner_id",
}
ROW_WORDS: Final = {
    Rows.NONE: N_("No lanes"),
    Rows.CAUSE: N_("Lanes by common cause"),
    Rows.PHASE: N_("Lanes by phase"),
    Rows.KOTTER: N_("Lanes by step of change"),
    Rows.OWNER: N_("Lanes by who"),
    Rows.SPRINT: N_("Lanes by sprint"),
}
#: What a lane of those that have none is called.
_NOT_SET: Final = {
    Rows.CAUSE: N_("No common cause"),
    Rows.PHASE: N_("No phase"),
    Rows.KOTTER: N_("No step of change"),
    Rows.OWNER: N_("Nobody yet"),
    Rows.SPRINT: N_("In no sprint"),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How cards are laid out.

    Attributes:
        has_past: Whether what was dropped or archived is shown as well.
    """

    columns: Columns = Columns.STATUS
    rows: Rows = Rows.NONE
    has_past: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; the blank one looks for everything.

    Attributes:
        words: Folded; a card holds all of them.
        owner, cause, label, sprint: A value, or `ANY`.
    """

    words: tuple[str, ...] = ()
    owner: str = ANY
    cause: str = ANY
    label: str = ANY
    sprint: str = ANY

    def fits(self, card: Card) -> bool:
        """Return whether a card is looked for, whatever its words."""
        return (
            self.owner in {ANY, card.owner}
            and self.cause in {ANY, card.cause}
            and (self.label == ANY or self.label in card.labels)
            and (
                self.sprint == ANY
                or (self.sprint in card.sprints if self.sprint else not card.sprints)
            )
        )


@dataclass(frozen=True, slots=True)
class Band:
    """A lane across, and what stands in it.

    Attributes:
        value: What cards take on here; `NONE` for those that have none.
        title: What it is called; empty where there are no lanes across.
        heads: Its columns.
        cards: Those of each column, by its value.
    """

    value: str
    title: str
    heads: tuple[LaneHead, ...]
    cards: Mapping[str, Sequence[Card]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many cards stand here."""
        return sum(len(cards) for cards in self.cards.values())


def columns(layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return value and title of each column, from left to right."""
    if layout.columns is Columns.HORIZON:
        known = [(value, choice_word(value)) for value in HORIZON_LABELS]
        return (*known, (NONE, _("Not placed yet")))
    usual = tuple((status.value, choice_word(status.value)) for status in _USUAL)
    if not layout.has_past:
        return usual
    dropped = ItemStatus.DROPPED.value
    return (*usual, (dropped, choice_word(dropped)), (ARCHIVED, _("Archived")))


def column_of(card: Card, layout: Layout) -> str | None:
    """Return the value of the column a card stands in, None if it is out of sight."""
    if layout.columns is Columns.HORIZON:
        return card.horizon if card.is_open else None
    if card.archived_on is not None:
        return ARCHIVED if layout.has_past else None
    if card.status == ItemStatus.DROPPED and not layout.has_past:
        return None
    return card.status


def values_at(layout: Layout, band: str, column: str, today: dt.date) -> dict[str, Any]:
    """Return what a card takes on that is put somewhere."""
    values: dict[str, Any] = {}
    if layout.columns is Columns.HORIZON:
        values["horizon"] = column or None
    elif column == ARCHIVED:
        values["archived_on"] = today
    else:
        values |= {"status": column, "archived_on": None}
    if layout.rows in _FIELDS:
        values[_FIELDS[layout.rows]] = band or None
    return values


def sprint_at(layout: Layout, band: str) -> str | None:
    """Return the sprint a card is taken into that is put into a lane across.

    Returns:
        Its key, empty for none; None where the lanes do not stand for sprints.
    """
    return band if layout.rows is Rows.SPRINT else None


def title_of(layout: Layout, column: str) -> str:
    """Return what a column is called."""
    return dict(columns(layout)).get(column, "")


def arranged(board: Board, layout: Layout) -> tuple[Band, ...]:
    """Return every card of a board in its place."""
    rows = _rows(board, layout.rows)
    placed: dict[str, dict[str, list[Card]]] = {value: defaultdict(list) for value, _title in rows}
    totals: dict[str, int] = defaultdict(int)
    for card in board.cards:
        column = column_of(card, layout)
        if column is None:
            continue
        row = row_of(card, layout.rows)
        placed[row if row in placed else NONE][column].append(card)
        totals[column] += 1
    heads = columns(layout)
    bands = []
    for value, title in rows:
        cards = placed[value]
        of_band = tuple(
            _head(column, words, cards[column], totals[column], board.wip_limit)
            for column, words in heads
        )
        bands.append(Band(value, title, of_band, cards))
    return tuple(bands)


def _head(
    column: str, title: str, cards: Sequence[Card], total: int, limit: int | None
) -> LaneHead:
    """Return what a column is called.

    Args:
        column: Its value.
        title: Its words.
        cards: Those in it, in this lane across.
        total: How many are in it in all of them.
        limit: How many may be in progress at once.
    """
    effort = sum(card.effort or 0 for card in cards)
    parts = [half_days(effort)] if effort else []
    count, over = "", 0
    if column == ItemStatus.DOING and limit is not None and (cards or not total):
        share = f"{number(total)} / {number(limit)}"
        over = total - limit
        if over > 0:
            words = ngettext("{count} too many", "{count} too many", over)
            parts.insert(0, words.format(count=number(over)))
        if len(cards) == total:
            count = share
        else:
            parts.insert(0, _("{share} in all").format(share=share))
    return LaneHead(
        column,
        title,
        count=count,
        counted=counted(len(cards)),
        summary=" · ".join(parts),
        is_too_much=over > 0,
    )


def _rows(board: Board, rows: Rows) -> Sequence[tuple[str, str]]:
    """Return value and title of each lane across, those that have none last."""
    match rows:
        case Rows.NONE:
            return ((NONE, ""),)
        case Rows.PHASE:
            known = [(value, choice_word(value)) for value in PHASE_LABELS]
        case Rows.KOTTER:
            known = [(value, choice_word(value)) for value in KOTTER_LABELS]
        case Rows.CAUSE:
            known = sorted(board.names["cause_id"].items(), key=lambda each: sort_key(each[1]))
        case Rows.OWNER:
            names = board.names["owner_id"]
            owners = {card.owner for card in board.cards if card.owner in names}
            known = sorted(((key, names[key]) for key in owners), key=lambda e: sort_key(e[1]))
        case Rows.SPRINT:
            known = _sprint_rows(board)
    return (*known, (NONE, _(_NOT_SET[rows])))


def _sprint_rows(board: Board) -> list[tuple[str, str]]:
    """Return the sprints that are open, then those closed in which cards stayed, newest first."""
    held = {row_of(card, Rows.SPRINT) for card in board.cards}
    still = [each for each in board.sprints if not each.is_closed]
    closed = [each for each in reversed(board.sprints) if each.is_closed and each.id in held]
    return [(each.id, each.name or each.ref) for each in (*still, *closed)]


def row_of(card: Card, rows: Rows) -> str:
    """Return the value of the lane across a card stands in."""
    match rows:
        case Rows.CAUSE:
            return card.cause
        case Rows.PHASE:
            return card.phase
        case Rows.KOTTER:
            return card.kotter
        case Rows.OWNER:
            return card.owner
        case Rows.SPRINT:
            return card.sprints[-1] if card.sprints else NONE
    return NONE


def words_of(board: Board, card: Card) -> str:
    """Return what a card is found by."""
    who, cause = board.name("owner_id", card.owner), board.name("cause_id", card.cause)
    return " ".join((card.ref, card.title, *card.labels, who, cause))
