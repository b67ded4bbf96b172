"""Tables as high as what they hold, within a page that scrolls."""

from PySide6.QtWidgets import QTableView

from entente_ui.look.theme import theme


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
