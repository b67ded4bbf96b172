"""All parties side by side: what one says stands beside what the others say of the same."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.difficulties.parties.column import PartyColumn, PartyHead, PartySeen
from entente_ui.kit import ScrollArea, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

#: Px at 100 %.
_LEAST: Final = 244
_MARGIN: Final = 20
_PAD: Final = 12
_GAP: Final = 12
_HEAD: Final = 44
#: Columns that share the width before they begin to scroll.
_FITTED: Final = 4


class _Ground(QWidget):
    """What the columns stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spans: Sequence[tuple[int, int]] = ()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("raised"))
        radius = theme().px(8)
        for left, width in self.spans:
            band = QRect(left, 0, width, self.height() - theme().px(4))
            if band.intersects(event.rect()):
                painter.drawRoundedRect(band, radius, radius)


class PartyBoard(QWidget):
    """One column for each party, made when it first comes into sight.

    Signals:
        opened: Emitted with the key of an actor to go to.
        removed: Emitted with the key of a party to take away.
    """

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parties: Sequence[PartySeen] = ()
        self._columns: dict[str, PartyColumn] = {}
        self._heads: dict[str, PartyHead] = {}
        self._read_only = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make_one)
        self._strip = QWidget(self)
        self._ground = _Ground(self)
        self._grid = QGridLayout(self._ground)
        self._scroll = ScrollArea(self._ground, self, name=_("Parties"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addWidget(self._strip)
        layout.addWidget(self._scroll, 1)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._fill)
        # A bar that appears takes its width from the columns.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme().changed.connect(self._arrange)

    @property
    def columns(self) -> Mapping[str, PartyColumn]:
        """The columns made so far, by the key of their party."""
        return self._columns

    def show_parties(self, parties: Sequence[PartySeen], *, read_only: bool) -> None:
        """Show other parties, or the same ones changed; what is being typed stays."""
        self._parties, self._read_only = parties, read_only
        known = {seen.key for seen in parties}
        for key in [key for key in self._columns if key not in known]:
            self._columns.pop(key).clear()
        for key in [key for key in self._heads if key not in known]:
            head = self._heads.pop(key)
            head.hide()
            head.deleteLater()
        for place, seen in enumerate(parties):
            if seen.key in self._columns:
                self._columns[seen.key].show_party(seen, read_only=read_only)
                self._stand(self._columns[seen.key], place)
            if seen.key in self._heads:
                self._heads[seen.key].show_party(seen, read_only=read_only)
        self._arrange()

    def focus_on(self, key: str, name: str = "") -> None:
        """Bring a party into sight and put the cursor into one of its fields."""
        place = next((n for n, seen in enumerate(self._parties) if seen.key == key), -1)
        if place < 0:
            return
        self._column_at(place)
        box = self._columns[key].boxes[name or "account"]
        bar = self._scroll.horizontalScrollBar()
        left = self._left(place) - theme().px(_MARGIN)
        if not bar.value() <= left <= bar.value() + self._scroll.viewport().width() - self._width():
            bar.setValue(left)
        self._scroll.ensureWidgetVisible(box)
        box.input.setFocus()

    def _width(self) -> int:
        """Return the width of one column."""
        count = min(max(len(self._parties), 1), _FITTED)
        room = self._scroll.viewport().width() - 2 * theme().px(_MARGIN)
        return max(theme().px(_LEAST), (room - (count - 1) * theme().px(_GAP)) // count)

    def _left(self, place: int) -> int:
        return theme().px(_MARGIN) + place * (self._width() + theme().px(_GAP))

    def _arrange(self) -> None:
        """Give the columns their width and make those in sight."""
        pad, gap = theme().px(_PAD), theme().px(_GAP)
        self._strip.setFixedHeight(theme().px(_HEAD))
        side = theme().px(_MARGIN) + pad
        self._grid.setContentsMargins(side, pad, side, pad)
        self._grid.setHorizontalSpacing(gap + 2 * pad)
        self._grid.setVerticalSpacing(theme().px(8))
        count, width = len(self._parties), self._width()
        for place in range(self._grid.columnCount()):
            self._grid.setColumnMinimumWidth(place, width - 2 * pad if place < count else 0)
            self._grid.setColumnStretch(place, 0)
        for place in range(count):
            self._grid.setColumnMinimumWidth(place, width - 2 * pad)
        self._grid.setColumnStretch(count, 1)
        self._ground.setMinimumWidth(self._left(count) - gap + theme().px(_MARGIN) if count else 0)
        for column in self._columns.values():
            self._fit(column)
        self._band()
        self._fill()

    def _band(self) -> None:
        width = self._width()
        self._ground.spans = [(self._left(place), width) for place in range(len(self._parties))]
        self._ground.update()

    def _in_sight(self) -> range:
        """Return the places of the columns that can be seen now."""
        shift = self._scroll.horizontalScrollBar().value()
        pitch = self._width() + theme().px(_GAP)
        first = max(0, (shift - theme().px(_MARGIN)) // pitch)
        last = (shift + self._scroll.viewport().width()) // pitch + 1
        return range(first, min(len(self._parties), last))

    def _fill(self) -> None:
        """Put each name over its column, and make the columns in sight.

        Many are made one by one between events, so that scrolling past them holds up nothing.
        """
        if not self.isVisible():
            return
        seen = self._in_sight()
        for place in seen:
            self._head_at(place)
        shift, pad = self._scroll.horizontalScrollBar().value(), theme().px(_PAD)
        for place, party in enumerate(self._parties):
            head = self._heads.get(party.key)
            if head is not None:
                head.setVisible(place in seen)
                left = self._left(place) - shift
                head.setGeometry(left + pad, 0, self._width() - 2 * pad, self._strip.height())
        if len(self._parties) <= _FITTED:
            for place in seen:
                self._column_at(place)
        else:
            self._later.start()

    def _make_one(self) -> None:
        """Make the first column in sight that is still missing, and come back for the next."""
        missing = [n for n in self._in_sight() if self._parties[n].key not in self._columns]
        if missing:
            self._column_at(missing[0])
        if len(missing) > 1:
            self._later.start()

    def _head_at(self, place: int) -> None:
        party = self._parties[place]
        if party.key in self._heads:
            return
        head = PartyHead(self._strip)
        head.opened.connect(self.opened)
        head.removed.connect(self.removed)
        head.show_party(party, read_only=self._read_only)
        self._heads[party.key] = head

    def _column_at(self, place: int) -> None:
        party = self._parties[place]
        if party.key in self._columns:
            return
        column = PartyColumn(self._context, party.key, self._ground)
        self._columns[party.key] = column
        self._stand(column, place)
        self._fit(column)
        column.show_party(party, read_only=self._read_only)

    def _stand(self, column: PartyColumn, place: int) -> None:
        for row, cell in enumerate(column.cells):
            found = self._grid.indexOf(cell)
            if found >= 0 and self._grid.getItemPosition(found)[1] == place:  # type: ignore[index]  # PySide types it as an object
                return
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, row, place, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(column.cells), 1)

    def _fit(self, column: PartyColumn) -> None:
        for cell in column.cells:
            cell.setFixedWidth(self._width() - 2 * theme().px(_PAD))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
