"""Lanes across that scroll on while cards are held near an edge, and where these then land."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor

from entente_ui.kit import ScrollArea
from entente_ui.look.theme import theme
from entente_ui.sprints.board.card_list import CardList

if TYPE_CHECKING:
    from entente_ui.sprints.board.area import CardArea
    from entente_ui.sprints.board.bands import BandLanes

#: Px at 100 % from an edge where the lanes across scroll while cards are held there, how far
#: in one go, and ms between two.
_BORDER: Final = 48
_STEP: Final = 12
_PAUSE: Final = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """Where cards are dropped.

    Attributes:
        band, column: Values of the lane across and of the column.
        before: Key of the card they are put before, or nothing for the end.
    """

    band: str
    column: str
    before: str


class Drift(QObject):
    """Scrolls the lanes across while cards are on their way.

    Where they scroll on under a pointer that rests, Qt goes on meaning the column that was
    there before; what counts is the one that is there now.
    """

    def __init__(self, area: "CardArea", scroll: ScrollArea) -> None:
        super().__init__(area)
        self._area, self._scroll = area, scroll
        self._under: tuple[BandLanes, CardList] | None = None
        self._has_drifted = False
        self._drifting = QTimer(self, interval=_PAUSE)
        self._drifting.timeout.connect(self._go_on)

    def moved_over(self, *, is_across: bool) -> None:
        """Take note that cards are moved over a column, which is in a lane across or not."""
        self._under = None
        self._has_drifted = False
        if is_across and self._area.is_carried and not self._drifting.isActive():
            self._drifting.start()

    def landed(self, meant: Spot) -> Spot | None:
        """Return where cards were dropped that Qt means to be dropped on `meant`, if anywhere."""
        if not self._has_drifted:
            return meant
        self._has_drifted = False
        if self._under is None:
            return None
        columns, view = self._under
        view.aim(None)
        before = view.before(view.viewport().mapFromGlobal(QCursor.pos()))
        return Spot(columns.band, columns.value_of(view), before)

    def _go_on(self) -> None:
        """Scroll on while cards are held near an edge."""
        if not self._area.is_carried:
            self._drifting.stop()
            return
        near, bar = theme().px(_BORDER), self._scroll.verticalScrollBar()
        room, before = self._scroll.viewport(), bar.value()
        height = room.mapFromGlobal(QCursor.pos()).y()
        if height < near:
            bar.setValue(before - theme().px(_STEP))
        elif height > room.height() - near:
            bar.setValue(before + theme().px(_STEP))
        if bar.value() != before:
            self._has_drifted = True
            self._aim(QCursor.pos())

    def _aim(self, pointer: QPoint) -> None:
        """Show what cards would be dropped on now."""
        self._under = None
        for columns in self._area.all:
            for lane in columns.lanes:
                view = lane.view
                at = view.viewport().mapFromGlobal(pointer)
                is_there = lane.rect().contains(lane.mapFromGlobal(pointer))
                view.aim(at if is_there else None)
                if is_there and isinstance(view, CardList):
                    self._under = (columns, view)
