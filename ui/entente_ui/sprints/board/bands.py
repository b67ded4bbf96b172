"""One lane across: its columns, and how it folds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from entente.domain.card_line import CardLine
from entente.i18n import _
from entente.services.board import Card
from entente_ui.formats import number
from entente_ui.kit import Section
from entente_ui.kit.cards import Lane, Lanes, Looks
from entente_ui.look.theme import theme
from entente_ui.sprints.board.arrange import PAST, Band
from entente_ui.sprints.board.card_list import CardList
from entente_ui.sprints.board.faces import CardFaces
from entente_ui.sprints.board.quick_line import QuickLine

#: Px at 100 % of the columns of one lane across: with one card in each, with more.
_LOW: Final = 216
_HIGH: Final = 300


class Area(Protocol):
    """What a lane across tells whatever holds it; see `area.CardArea`."""

    faces: CardFaces
    asked: SignalInstance
    menu_wanted: SignalInstance
    edited: SignalInstance
    released: SignalInstance
    carried: SignalInstance
    typed: SignalInstance
    lines_dropped: SignalInstance
    read: Callable[[str], CardLine]
    tell: Callable[[CardLine], str]

    def take_choice(self, columns: "BandLanes") -> None:
        """Take note that cards were selected in a lane across."""

    def moved_over(self) -> None:
        """Take note that something is moved over a column."""

    def land(self, band: str, column: str, keys: Sequence[str], before: str) -> None:
        """Take note that cards were dropped into a column, before a card or at the end."""


class BandLanes(Lanes[Card]):
    """The columns of one lane across, each with a line that adds a card.

    Attributes:
        band: Value of the lane across.
        lines: The line below each column.
    """

    def __init__(self, area: "Area", parent: QWidget | None = None) -> None:
        super().__init__(lambda: CardList(area.faces), _("Cards"), parent)
        self._area = area
        self.band = ""
        self.lines: list[QuickLine] = []
        self.chosen.connect(partial(area.take_choice, self))
        self.asked.connect(area.asked)
        self.menu_wanted.connect(area.menu_wanted)
        self.edited.connect(area.edited)
        self.released.connect(area.released)
        self.dropped.connect(lambda *what: area.land(self.band, *what))
        self.carried.connect(lambda column: area.carried.emit(self.band, column))

    def show_band(self, band: Band, looks: Looks) -> None:
        """Show what stands in a lane across."""
        self.band = band.value
        self.show_lanes(band.heads, band.cards, looks)
        for lane in self.lanes[len(self.lines) :]:
            self._add_line(lane)
        for lane, line in zip(self.lanes, self.lines, strict=False):
            line.set_column(lane.head.title)
            line.setVisible(looks.is_editable and lane.head.value not in PAST)

    def seek(self, wanted: frozenset[str] | None) -> None:
        """Dim the cards that are not looked for; None while nothing is."""
        for lane in self.lanes:
            lane.view.cards.wanted = wanted
            lane.view.viewport().update()

    def column_of(self, key: str) -> str | None:
        """Return the value of the column a card stands in, None if it is not here."""
        found = (lane for lane in self.lanes if lane.view.cards.row_of(key) >= 0)
        lane = next(found, None)
        return None if lane is None else lane.head.value

    def value_of(self, view: CardList) -> str:
        """Return the value of the column that shows some cards."""
        return next((lane.head.value for lane in self.lanes if lane.view is view), "")

    def _add_line(self, lane: Lane[Card]) -> None:
        area = self._area
        line = QuickLine(area.read, area.tell, lane)
        self.lines.append(line)
        layout = lane.layout()
        if layout is not None:
            layout.addWidget(line)
        line.added.connect(lambda card: area.typed.emit(self.band, lane.head.value, card))
        line.left.connect(lane.view.setFocus)
        if isinstance(lane.view, CardList):
            lane.view.moved_over.connect(area.moved_over)
            lane.view.lines_dropped.connect(
                lambda *what: area.lines_dropped.emit(self.band, lane.head.value, *what)
            )


class Folding(Section):
    """A lane across: its columns are made when it is first unfolded."""

    def __init__(self, make: Callable[[], BandLanes], parent: QWidget) -> None:
        super().__init__("", parent, expanded=False)
        self._make = make
        self.columns: BandLanes | None = None
        self._band: tuple[Band, Looks] | None = None
        self.folded.connect(lambda _on: self.fill())
        theme().changed.connect(self._fit)

    def show_band(self, band: Band, looks: Looks, *, can_wait: bool = False) -> bool:
        """Show what stands here, as soon as it is unfolded.

        Args:
            band: What stands here.
            looks: How it is shown.
            can_wait: Whether columns that were never made may be made later, by `fill`.

        Returns:
            Whether they are to be made.
        """
        self._band = (band, looks)
        self.set_title(f"{band.title} · {number(band.count)}")
        if can_wait and self.expanded and self.columns is None:
            return True
        self.fill()
        return False

    def seek(self, wanted: frozenset[str] | None) -> None:
        """Dim the cards that are not looked for, as soon as they are to be seen."""
        if self._band is not None:
            band, looks = self._band
            self._band = band, replace(looks, wanted=wanted)
        if self.columns is not None:
            self.columns.seek(wanted)

    def holds(self, keys: Sequence[str]) -> bool:
        """Return whether the first of some cards stands here."""
        every = self._band[0].cards.values() if self._band is not None else ()
        return bool(keys) and any(card.id == keys[0] for cards in every for card in cards)

    def fill(self) -> None:
        """Show what stands here, if it is unfolded."""
        if not self.expanded or self._band is None:
            return
        if self.columns is None:
            self.columns = self._make()
            self.body.addWidget(self.columns)
        self._fit()
        self.columns.show_band(*self._band)

    def _fit(self) -> None:
        if self.columns is not None and self._band is not None:
            most = max((len(cards) for cards in self._band[0].cards.values()), default=0)
            self.columns.setFixedHeight(theme().px(_HIGH if most > 1 else _LOW))
