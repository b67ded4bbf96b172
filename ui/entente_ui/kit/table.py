"""One way for tables to look."""

from collections.abc import Iterable
from typing import Final, TypeVar

from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from entente_ui.look.theme import theme
from entente_ui.look.tokens import ROW_HEIGHT

SomeView = TypeVar("SomeView", bound=QAbstractItemView)

_SCROLL_STEP: Final = 24


def dress_table(view: QTableView) -> QTableView:
    """Give a table our rows, header and way of selecting; return it.

    Rows are of one height, so a hundred thousand of them cost nothing to lay out.
    """
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setAlternatingRowColors(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionsMovable(True)
    _RowHeight(view)
    return view


def dress_list(view: SomeView) -> SomeView:
    """Give a list or tree our rows; call it before filling it, and return it."""
    # Rows measured before the style sheet is known would stay too low.
    view.ensurePolished()
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


def select_rows(view: QTableView, rows: Iterable[int]) -> None:
    """Select these rows and no other, and bring the last of them into view."""
    view.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = view.model().index(row, 0)
        view.selectionModel().select(index, flags.Select | flags.Rows)
        view.scrollTo(index)


class _RowHeight(QObject):
    """Keeps the rows at the height that goes with the size of the interface."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        theme().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        rows = self._view.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme().px(ROW_HEIGHT))
        self._view.verticalScrollBar().setSingleStep(theme().px(_SCROLL_STEP))
        self._view.horizontalScrollBar().setSingleStep(theme().px(_SCROLL_STEP))
