"""Which columns a register shows: the menu of all, and the menu of a heading."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from entente.i18n import _
from entente_ui.kit import Menu
from entente_ui.look.icons import icon
from entente_ui.registers.condition import ConditionPopover

if TYPE_CHECKING:  # the register makes its menus
    from entente_ui.registers.register import Register


class ColumnMenus(QObject):
    """The menus about the columns of one register."""

    def __init__(self, register: "Register") -> None:
        super().__init__(register)
        self._register = register
        self._table = register.table
        header = register.table.header
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_header_menu)
        header.filter_asked.connect(self.ask_condition)

    def all_columns(self) -> Menu:
        """Return a menu that shows and hides columns."""
        menu = Menu(_("Columns"), self._table)
        for place, column in enumerate(self._table.records.columns):
            action = menu.addAction(_(column.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(place))
            action.toggled.connect(lambda on, place=place: self._show_column(place, on))
        menu.addSeparator()
        menu.addAction(_("As at first")).triggered.connect(self._forget)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def header_menu(self, column: int) -> Menu:
        """Return the menu of a heading."""
        menu = Menu("", self._table)
        for text, name, order in (
            (_("Sort from A to Z"), "sort-ascending", Qt.SortOrder.AscendingOrder),
            (_("Sort from Z to A"), "sort-descending", Qt.SortOrder.DescendingOrder),
        ):
            action = menu.addAction(icon(name), text)
            action.triggered.connect(
                lambda _on=False, order=order: self._table.sortByColumn(column, order)
            )
        asked = menu.addAction(icon("filter"), _("Filter this column…"))
        asked.triggered.connect(lambda _on=False: self.ask_condition(column))
        hidden = menu.addAction(icon("eye-off"), _("Hide this column"))
        hidden.triggered.connect(lambda _on=False: self._show_column(column, on=False))
        columns = menu.addAction(icon("columns"), _("Columns…"))
        columns.triggered.connect(lambda _on=False: self.all_columns().popup(menu.pos()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask_condition(self, column: int) -> None:
        """Ask which values of a column to show."""
        name, header = self._table.records.columns[column].name, self._table.header
        popover = ConditionPopover(header, self._table.records, column)
        popover.chosen.connect(lambda chosen: self._register.set_condition(name, chosen))
        popover.open_at(header.section_rect(column))

    def _open_header_menu(self, point: QPoint) -> None:
        column = self._table.header.logicalIndexAt(point)
        if column >= 0:
            self.header_menu(column).popup(self._table.header.mapToGlobal(point))

    def _show_column(self, place: int, on: bool) -> None:
        if not on and self._table.shown_columns() == [place]:
            return
        self._table.setColumnHidden(place, not on)
        self._register.columns_changed()

    def _forget(self) -> None:
        self._register.widths.forget()
        self._register.columns_changed()
