"""Cards in columns, and these in lanes across that fold."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from entente.domain.card_line import CardLine
from entente.i18n import _
from entente.services.board import Card
from entente_ui.kit import ScrollArea, spaced
from entente_ui.kit.cards import CardView, Lane, Looks
from entente_ui.look.theme import theme
from entente_ui.sprints.board.arrange import Band
from entente_ui.sprints.board.bands import BandLanes, Folding
from entente_ui.sprints.board.card_list import CardList
from entente_ui.sprints.board.drift import Drift, Spot
from entente_ui.sprints.board.faces import CardFaces
from entente_ui.turns import in_turns

#: Lanes across that are open to begin with, of those that hold cards.
_OPEN: Final = 5


class CardArea(QStackedWidget):
    """Cards where they stand; selected in one column at a time.

    Attributes:
        faces: Tells the cards.
        read: Reads a line as a card.
        tell: Says what a line was read as.

    Signals:
        chosen: Emitted when other cards are selected.
        asked: Emitted with what a key asks for.
        dropped: Emitted with the values of a lane across and of a column, the keys of cards,
            and the key of the card they are put before, or nothing for the end.
        carried: Emitted with the values of the lane across and of the column the selected
            cards are to go to.
        lines_dropped: Emitted likewise with text from another program.
        typed: Emitted likewise with the `CardLine` to add.
        edited: Emitted with the key of a card and its new title.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a card is no longer edited.
        folded: Emitted when a lane across was folded or unfolded.
    """

    chosen = Signal()
    asked = Signal(str)
    dropped = Signal(str, str, list, str)
    carried = Signal(str, str)
    lines_dropped = Signal(str, str, str, str)
    typed = Signal(str, str, object)
    edited = Signal(str, str)
    menu_wanted = Signal(QPoint)
    released = Signal()
    folded = Signal()

    def __init__(
        self,
        faces: CardFaces,
        read: Callable[[str], CardLine],
        tell: Callable[[CardLine], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.faces, self.read, self.tell = faces, read, tell
        self._whole = BandLanes(self, self)
        self._page = QWidget(self)
        self._stack = spaced(QVBoxLayout(self._page), (0, 0, 8, 0), 4)
        self._stack.addStretch(1)
        self._scroll = ScrollArea(self._page, self, name=_("Lanes"))
        self._foldings: list[Folding] = []
        self._shown = 0
        self._active: BandLanes | None = None
        #: Lanes across that somebody folded or unfolded, by value.
        self.unfolded: dict[str, bool] = {}
        self._is_setting = False
        self._drift = Drift(self, self._scroll)
        self.addWidget(self._whole)
        self.addWidget(self._scroll)

    @property
    def all(self) -> Sequence[BandLanes]:
        """The columns of every lane across that is unfolded."""
        return list(self._all())

    @property
    def selected(self) -> list[Card]:
        """The cards selected, from above."""
        return self._active.selected if self._active else []

    @property
    def current(self) -> Card | None:
        """The card the cursor is on."""
        return self._active.current if self._active else None

    @property
    def is_editing(self) -> bool:
        """Whether a title is being written over."""
        return any(columns.is_editing for columns in self._all())

    @property
    def is_carried(self) -> bool:
        """Whether cards are on their way."""
        views = (lane.view for columns in self._all() for lane in columns.lanes)
        return any(isinstance(view, CardList) and view.is_carrying for view in views)

    def show_bands(self, bands: Sequence[Band], looks: Looks) -> None:
        """Show lanes across, or the columns alone where there is but one without a title."""
        if len(bands) == 1 and not bands[0].title:
            self._whole.show_band(bands[0], looks)
            self.setCurrentWidget(self._whole)
            self._shown = 0
            return
        while len(self._foldings) < len(bands):
            self._add_folding()
        self._shown = len(bands)
        self._is_setting = True
        opened, waiting = 0, []
        for folding, band in zip(self._foldings, bands, strict=False):
            by_itself = bool(band.count) and opened < _OPEN
            opened += by_itself
            folding.show()
            folding.set_expanded(self.unfolded.get(band.value, by_itself))
            folding.setProperty("band", band.value)
            # Columns by the dozen are made a lane at a time.
            if folding.show_band(band, looks, can_wait=folding is not self._foldings[0]):
                waiting.append(folding)
        for folding in self._foldings[self._shown :]:
            folding.hide()
        self._is_setting = False
        self.setCurrentWidget(self._scroll)
        in_turns(self, map(Folding.fill, waiting))

    def seek(self, wanted: frozenset[str] | None) -> None:
        """Dim the cards that are not looked for; None while nothing is."""
        self._whole.seek(wanted)
        for folding in self._foldings[: self._shown]:
            folding.seek(wanted)

    def reveal(self, keys: Sequence[str], *, takes_focus: bool = True) -> bool:
        """Select cards and bring the first into view; say whether it is shown."""
        for folding in self._foldings[: self._shown]:
            if folding.holds(keys) and (not folding.expanded or folding.columns is None):
                folding.set_expanded(True)
                folding.fill()
        for columns in self._all():
            if keys and columns.reveal(keys[0], takes_focus=takes_focus):
                if len(keys) > 1:
                    columns.select(keys)
                    columns.chosen.emit()
                if columns is not self._whole:
                    self._scroll.ensureWidgetVisible(columns, 0, theme().px(40))
                return True
        return False

    def begin_edit(self, key: str) -> None:
        """Let the title of a card be written over where it stands."""
        for columns in self._all():
            columns.begin_edit(key)

    def finish_edit(self) -> None:
        """Keep what is being typed."""
        for columns in self._all():
            columns.finish_edit()

    def begin_card(self, column: str = "") -> None:
        """Put the cursor into the line below a column, by default that of the card one is at."""
        at = self._active or next(iter(self._all()), self._whole)
        current = at.current
        value = column or (at.column_of(current.id) if current else None)
        places = [lane.head.value for lane in at.lanes]
        if at.lines:
            at.lines[places.index(value) if value in places else 0].begin()

    def line_taken(self, band: str, column: str) -> None:
        """Empty the line of a column: its card was added."""
        for columns in self._all():
            for lane, line in zip(columns.lanes, columns.lines, strict=False):
                if (columns.band, lane.head.value) == (band, column):
                    line.taken()

    def place(self) -> tuple[BandLanes, Lane[Card]] | None:
        """Return where the selected cards stand."""
        current = self.current
        if self._active is None or current is None:
            return None
        for lane in self._active.lanes:
            if lane.view.cards.row_of(current.id) >= 0:
                return self._active, lane
        return None

    @property
    def view(self) -> CardView[Card] | None:
        """The column of the cards selected, else the first that has some."""
        if (place := self.place()) is not None:
            return place[1].view
        views = (lane.view for columns in self._all() for lane in columns.lanes)
        return next((view for view in views if view.cards.shown), None)

    def rect_of(self, key: str) -> QRect:
        """Return where a card is to be seen, in the coordinates of this widget."""
        for columns in self._all():
            for lane in columns.lanes:
                view = lane.view
                row = view.cards.row_of(key)
                if row >= 0:
                    rect = view.visualRect(view.cards.index(row))
                    rect &= view.viewport().rect()
                    return QRect(view.viewport().mapTo(self, rect.topLeft()), rect.size())
        return self.rect()

    def step(self, by: int) -> None:
        """Go to the lane across above or below, in the same column."""
        place = self.place()
        if place is None or place[0] is self._whole:
            return
        columns, lane = place
        at = list(columns.lanes).index(lane)
        every = self.all
        other = every.index(columns) + by
        while 0 <= other < len(every):
            view = every[other].lanes[at].view
            if view.cards.shown:
                self._scroll.ensureWidgetVisible(every[other], 0, theme().px(40))
                view.setFocus()
                row = 0 if by > 0 else view.cards.rowCount() - 1
                view.setCurrentIndex(view.cards.index(row))
                return
            other += by

    def moved_over(self) -> None:
        """Take note that something is moved over a column, which therefore is the one meant."""
        self._drift.moved_over(is_across=bool(self._shown))

    def land(self, band: str, column: str, keys: Sequence[str], before: str) -> None:
        """Tell that cards were dropped, and where."""
        place = self._drift.landed(Spot(band, column, before))
        if place is not None:
            self.dropped.emit(place.band, place.column, list(keys), place.before)

    def take_choice(self, columns: BandLanes) -> None:
        """Take note that cards were selected in a lane across; the others let go of theirs."""
        self._active = columns
        for other in self._all():
            if other is not columns and other.selected:
                other.select(())
                for lane in other.lanes:
                    lane.view.select(())
        self.chosen.emit()

    def _all(self) -> Iterator[BandLanes]:
        if not self._shown:
            yield self._whole
            return
        for folding in self._foldings[: self._shown]:
            if folding.columns is not None and folding.expanded:
                yield folding.columns

    def _add_folding(self) -> None:
        folding = Folding(lambda: BandLanes(self), self._page)
        self._foldings.append(folding)
        self._stack.insertWidget(self._stack.count() - 1, folding)
        folding.folded.connect(lambda on: self._on_folded(folding, on=not on))

    def _on_folded(self, folding: Folding, *, on: bool) -> None:
        if not self._is_setting:
            self.unfolded[str(folding.property("band"))] = on
            self.folded.emit()
