"""Parts of a page that scrolls: headings with buttons beside them, tables as high as they need."""

from typing import Final

from PySide6.QtWidgets import QTableView, QWidget

from entente_ui.kit import PlainLabel, sized
from entente_ui.look.theme import theme

#: Height of a control, in px at 100 %.
_CONTROL: Final = 34


def headline(text: str, parent: QWidget) -> PlainLabel:
    """Return a heading as high as the buttons beside it."""
    label = PlainLabel(text, "section", parent)
    sized(label, height=_CONTROL)
    return label


class Tall:
    """For a table: as high as its rows, up to so many.

    Attributes:
        most_rows: Beyond these the table scrolls by itself.
    """

    most_rows = 8

    def fitting_height(self) -> int:
        """Return how high header and rows are together."""
        if not isinstance(self, QTableView):
            return 0
        rows = min(max(1, self.model().rowCount()), self.most_rows)
        row = self.verticalHeader().defaultSectionSize()
        return rows * row + self.horizontalHeader().sizeHint().height() + theme().px(6)

    def fit(self) -> None:
        """Take that height."""
        if isinstance(self, QTableView):
            self.setFixedHeight(self.fitting_height())
