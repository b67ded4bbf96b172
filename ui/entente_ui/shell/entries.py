"""What palette and search list: entries under headings, drawn on one or two lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.look.tokens import Type

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_ROOT: Final = QModelIndex()
_LINE: Final = 36
_TWO_LINES: Final = 56
_HEADING: Final = 30

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose.

    Attributes:
        title: What it is called.
        run: Called when it is chosen; None for a heading.
        icon: Name of its icon.
        hint: Kind or keys, at the right end.
        detail: A second line; empty for none.
        name: Tells it from the others when recent ones are remembered.
        is_faint: Whether it stands back, as a step that was undone.
    """

    title: str
    run: Callable[[], object] | None = None
    icon: str = ""
    hint: str = ""
    detail: str = ""
    name: str = ""
    is_faint: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.hint, self.detail) if part)


class EntryModel(QAbstractListModel):
    """The entries, in order; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry in a row, None for a heading or no row."""
        if not 0 <= row < len(self._entries) or self._entries[row].run is None:
            return None
        return self._entries[row]

    def next_row(self, row: int, step: int) -> int:
        """Return the row of the next entry in a direction, −1 if there is none at all."""
        count = len(self._entries)
        for distance in range(1, count + 1):
            candidate = (row + step * distance) % count
            if self._entries[candidate].run is not None:
                return candidate
        return -1

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case Qt.ItemDataRole.UserRole:
                return entry
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Draws entries; their words are painted as they are."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        height = _HEADING if entry.run is None else _TWO_LINES if entry.detail else _LINE
        return QSize(theme().px(200), theme().px(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect, state = option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(theme().px(6), 1, -theme().px(6), -1)
        if entry.run is None:
            painter.setFont(theme().font(Type.SMALL_STRONG))
            painter.setPen(theme().colour("muted"))
            words = inner.adjusted(theme().px(8), 0, 0, -theme().px(2))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), entry.title)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen or state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("accent_soft" if chosen else "hover"))
                painter.drawRoundedRect(QRectF(inner), theme().px(6), theme().px(6))
            _paint_entry(painter, inner, entry, chosen=chosen)
        painter.restore()


def _paint_entry(painter: QPainter, rect: QRect, entry: Entry, *, chosen: bool) -> None:
    line = QRect(rect)
    if entry.detail:
        line.setHeight(rect.height() // 2 + theme().px(4))
    side = theme().px(18)
    left = rect.left() + theme().px(10)
    if entry.icon:
        place = QRect(left, line.center().y() - side // 2, side, side)
        draw_icon(painter, entry.icon, place, "accent" if chosen else "muted")
    left += side + theme().px(12)
    right = rect.right() - theme().px(10)
    if entry.hint:
        font = theme().font(Type.SMALL)
        width = QFontMetrics(font).horizontalAdvance(entry.hint) + 2
        painter.setFont(font)
        painter.setPen(theme().colour("muted"))
        end = QRect(right - width, line.top(), width, line.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter), entry.hint)
        right -= width + theme().px(12)
    painter.setPen(theme().colour("faint" if entry.is_faint else "text"))
    _draw(painter, QRect(left, line.top(), right - left, line.height()), entry.title, Type.BODY)
    if entry.detail:
        below = QRect(left, line.bottom() - theme().px(6), rect.right() - left, rect.height() // 2)
        painter.setPen(theme().colour("muted"))
        _draw(painter, below, entry.detail, Type.SMALL)


def _draw(painter: QPainter, rect: QRect, text: str, style: Type) -> None:
    painter.setFont(theme().font(style))
    one_line = " ".join(text.split("\n"))
    shown = painter.fontMetrics().elidedText(
        one_line, Qt.TextElideMode.ElideRight, max(0, rect.width())
    )
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
