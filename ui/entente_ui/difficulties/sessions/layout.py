"""Parts of a page that scrolls: tables as high as they need."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from entente_ui.kit import dress_table
from entente_ui.kit.rows import KeyedTable
from entente_ui.look.theme import theme


class TallTable(QTableView):
    """A table as high as its rows, up to so many; one column takes the width left over.

    Attributes:
        most_rows: Beyond these it scrolls by itself.
    """

    most_rows: ClassVar[int] = 12

    def __init__(
        self,
        model: KeyedTable[Any],
        name: str,
        widths: Mapping[Any, int],
        widest: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            model: What is shown; it belongs to the table from now on.
            name: What a screen reader calls the table.
            widths: Px of the columns at 100 %.
            widest: The column that takes the rest.
            parent: Its widget.
        """
        super().__init__(parent)
        model.setParent(self)
        self._widths = widths
        self._keyed = model
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(name)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        theme().changed.connect(self._size)
        self._size()

    @property
    def keys(self) -> list[str]:
        """Keys of the rows selected, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._keyed.key_of(self._keyed.rows[row]) for row in rows]

    @Slot()
    def _size(self) -> None:
        for column, width in self._widths.items():
            self.setColumnWidth(column, theme().px(width))

    def fit(self) -> None:
        """Be as high as header and rows are together."""
        self.setFixedHeight(self._fitting_height())

    def _fitting_height(self) -> int:
        rows = min(max(1, self._keyed.rowCount()), self.most_rows)
        row = self.verticalHeader().defaultSectionSize()
        return rows * row + self.horizontalHeader().sizeHint().height() + theme().px(6)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), self._fitting_height())
