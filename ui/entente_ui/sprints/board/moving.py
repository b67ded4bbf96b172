"""Cards on their way: dropped, carried by keys, put in order, taken over from elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from entente.domain.backlog import ItemStatus
from entente.domain.card_line import CardLine
from entente.domain.text import shorten
from entente.domain.values import TEXT_MAX
from entente.i18n import _
from entente.services.board import Board, Card
from entente.services.board_edits import Place, is_setback
from entente_ui.formats import labelled, number
from entente_ui.pane import Context
from entente_ui.sprints.board.area import CardArea
from entente_ui.sprints.board.arrange import (
    Layout,
    column_of,
    row_of,
    sprint_at,
    title_of,
    values_at,
)
from entente_ui.sprints.board.asking import ask_why
from entente_ui.sprints.board.deeds import Deeds, named
from entente_ui.sprints.board.words import choice_word

#: Most lines of text from elsewhere that become cards in one step.
_LINES: Final = 200


class Moving:
    """Puts cards elsewhere, and shows them there.

    Attributes:
        board: What is shown, with the day.
        layout: How it is laid out.
    """

    def __init__(self, context: Context, deeds: Deeds, area: CardArea, owner: QWidget) -> None:
        self._context = context
        self._deeds = deeds
        self._area = area
        self._owner = owner
        self.board = Board()
        self.layout = Layout()
        area.dropped.connect(
            lambda band, column, keys, before: self.put(keys, band, column, before)
        )
        area.carried.connect(
            lambda band, column: self.put([card.id for card in area.selected], band, column)
        )
        area.lines_dropped.connect(self.take_lines)
        area.typed.connect(self.add)
        area.edited.connect(self.rename)

    def put(self, keys: Sequence[str], band: str, column: str, before: str | None = None) -> None:
        """Put cards into a column of a lane across, before another or where they stand.

        What is there already only takes its place in the order; a card put before itself
        stays.
        """
        some = self._cards(keys)
        if not some:
            return
        before = self._behind(before, keys, band, column)
        place = self._place(band, column, before)
        if all(_has(card, self.layout, band, column) for card in some):
            if before is None or self._stands(some, before, column):
                return
            if self._deeds.order(some, before):
                self._area.reveal(keys)
        elif self._deeds.move(some, place, title_of(self.layout, column)):
            self._area.reveal(keys)
            self._ask_why(some, place.values.get("status"))

    def rename(self, key: str, title: str) -> None:
        """Give a card another title; an empty one is none."""
        for card in self._cards([key]):
            if title.strip() and title != card.title:
                self._deeds.rename(card, title)

    def set_status(self, some: Sequence[Card], status: str) -> None:
        """Give cards another status, out of the archive as well."""
        away = [card for card in some if card.status != status or card.archived_on]
        values = {"status": status, "archived_on": None}
        if away and self._deeds.move(away, Place(values), choice_word(status)):
            self._area.reveal([card.id for card in away])
            self._ask_why(away, status)

    def order(self, name: str) -> None:
        """Put the cards selected one up or down in their column, or at its beginning or end."""
        place = self._area.place()
        if place is None:
            return
        shown = list(place[1].view.cards.shown)
        keys = [card.id for card in self._area.selected]
        if not keys or not place[1].view.cards.is_editable:
            return
        before = next_place(name, [card.id for card in shown], keys)
        if before is None:
            return
        if self._deeds.order(self._cards(keys), before):
            self._area.reveal(keys)

    def add(self, band: str, column: str, line: CardLine) -> None:
        """Add the card a line was read as, and empty the line."""
        place = self._place(band, column)
        wanted = line if line.sprint else replace(line, sprint=place.sprint or "")
        key = self._deeds.add(wanted, place.values)
        if key:
            self._area.line_taken(band, column)
            self._area.reveal([key], takes_focus=False)

    def take_lines(self, band: str, column: str, text: str, before: str) -> None:
        """Make a card of each line of text from another program."""
        titles = titles_in(self._context, text)
        place = self._place(band, column, before)
        made = self._deeds.add_all(titles, place) if titles else ()
        if made:
            self._area.reveal(made, takes_focus=False)

    def paste(self, text: str) -> None:
        """Make a card of each line of the clipboard, in the column one is at."""
        place = self._area.place()
        band, column = (place[0].band, place[1].head.value) if place else ("", "")
        column = column or ItemStatus.IDEA.value
        self.take_lines(band, column, text, "")

    def _place(self, band: str, column: str, before: str | None = None) -> Place:
        """Return what a place stands for, before a card or wherever."""
        values = values_at(self.layout, band, column, self.board.today)
        return Place(values, before, sprint_at(self.layout, band))

    def _cards(self, keys: Sequence[str]) -> list[Card]:
        """Return the cards of some keys, in the order they stand in."""
        wanted = set(keys)
        return [card for card in self.board.cards if card.id in wanted]

    def _behind(
        self, before: str | None, keys: Sequence[str], band: str, column: str
    ) -> str | None:
        """Return the card others are put before: if it is one of them, the next that is not."""
        if before is None or before not in keys:
            return before
        here = [c.id for c in self.board.cards if _has(c, self.layout, band, column)]
        rest = here[here.index(before) :] if before in here else []
        return next((key for key in rest if key not in keys), "")

    def _stands(self, some: Sequence[Card], before: str, column: str) -> bool:
        """Return whether cards stand before another already, one behind the other."""
        here = [c.id for c in self.board.cards if column_of(c, self.layout) == column]
        keys = [card.id for card in some]
        at = here.index(before) if before in here else len(here)
        return here[max(0, at - len(keys)) : at] == keys

    def _ask_why(self, some: Sequence[Card], status: str | None) -> None:
        """Ask why cards went back or were given up; nobody has to say."""
        back = [card for card in some if status and is_setback(card.status, status)]
        if not back or status is None:
            return
        said = labelled(named(back), choice_word(status))
        target = self._area.rect_of(back[0].id)
        target.moveTopLeft(self._area.mapTo(self._owner, target.topLeft()))
        ask_why(self._owner, target, said, lambda reason: self._deeds.explain(back, reason))


def titles_in(context: Context, text: str) -> Sequence[str]:
    """Return what the lines of a text become as cards; too many at once are refused, and told."""
    titles = [shorten(line, TEXT_MAX) for line in text.splitlines() if line.strip()]
    if len(titles) <= _LINES:
        return titles
    told = _("These are {count} lines; at most {most} become cards at once.")
    context.toast(told.format(count=number(len(titles)), most=number(_LINES)), False)
    return ()


def next_place(name: str, shown: Sequence[str], keys: Sequence[str]) -> str | None:
    """Return the card that others are put before which go up or down a place in their column.

    Args:
        name: Raise, lower, top or bottom.
        shown: The keys of the column, from above.
        keys: Of those that move, likewise.

    Returns:
        Its key, empty for the end; None where they stay.
    """
    rows = [shown.index(key) for key in keys]
    rest = [key for key in shown if key not in keys]
    # Of the others, how many are to stand above.
    above = {
        "raise": min(rows) - 1,
        "lower": max(rows) - len(keys) + 2,
        "top": 0,
        "bottom": len(rest),
    }[name]
    if not 0 <= above <= len(rest) or [*rest[:above], *keys, *rest[above:]] == list(shown):
        return None
    return rest[above] if above < len(rest) else ""


def _has(card: Card, layout: Layout, band: str, column: str) -> bool:
    """Return whether a card stands in a column of a lane across."""
    return column_of(card, layout) == column and row_of(card, layout.rows) == band
