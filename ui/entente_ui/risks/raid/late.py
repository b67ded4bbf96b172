"""A date in a register that says when it has passed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.theme import theme
from entente_ui.registers.delegate import CellDelegate
from entente_ui.registers.model import Index, RecordModel
from entente_ui.registers.register import Register

_ROLES: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText)


class LateDelegate(CellDelegate):
    """Edits like any cell; a date that has passed is red and says so in words."""

    def __init__(self, register: Register, is_late: Callable[[str], bool]) -> None:
        """Make it.

        Args:
            register: Whose date it is.
            is_late: Says of a record, by its key, whether its day has passed.
        """
        super().__init__(register.table, register.model)
        self._is_late = is_late
        self.moved_on.connect(register.table.cells.moved_on)

    def words(self, index: Index) -> str:
        """Return what a cell shows."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        late = _("overdue") if self._holds(index) else ""
        return " · ".join(filter(None, (text, late)))

    def _holds(self, index: Index) -> bool:
        model = index.model()
        return isinstance(model, RecordModel) and self._is_late(model.key_at(index.row()))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not self._holds(index):
            return
        option.text = self.words(index)
        palette = option.palette
        for role in _ROLES:
            palette.setColor(role, theme().colour("critical"))
        option.palette = palette
