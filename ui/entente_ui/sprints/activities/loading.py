"""Choosing among the activities of the library."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from entente.i18n import _, ngettext
from entente.services import activity_library
from entente.services.activity_library import Shipped
from entente_ui.formats import number
from entente_ui.kit import PlainLabel, PrimaryButton, ScrollArea, spaced
from entente_ui.kit.ticking import TickRow, fit_dialog, tick_foot
from entente_ui.pane import Context
from entente_ui.sprints.activities import deeds

_WIDTH: Final = 680
_HEIGHT: Final = 600
#: How many of the library are the method's own; they come first.
_OWN: Final = 12


class LoadDialog(QDialog):
    """All activities of the library; those that are ticked are loaded in one step.

    Attributes:
        rows: One for each.
        load_button: Loads what is ticked.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(_("Library of activities"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = context.document.read(activity_library.library)
        self._page = QWidget(self)
        self.rows = [_row(each, self._page) for each in found]
        self.load_button = PrimaryButton("", self.load, self)
        self._build()
        self._count()

    @property
    def ticked(self) -> list[str]:
        """The keys of those to be loaded."""
        return [row.thing.key for row in self.rows if row.box.isChecked()]

    def tick(self, *, on: bool) -> None:
        """Tick all that are not there yet, or none."""
        for row in self.rows:
            row.tick(on=on)

    def load(self) -> None:
        """Load what is ticked."""
        if self.ticked and deeds.load(self._context, self.ticked):
            self.accept()

    def _build(self) -> None:
        self._page.setProperty("page", "true")
        column = spaced(QVBoxLayout(self._page), (0, 0, 12, 0), 10)
        counted = [row for row in self.rows if row.thing.is_counted]
        flat = [row for row in self.rows if not row.thing.is_counted]
        self._add_group(column, _("Activities of the method"), counted[:_OWN])
        self._add_group(column, _("Formats many facilitators know"), counted[_OWN:])
        self._add_group(column, _("Work outside quantities"), flat)
        column.addStretch(1)
        whole = spaced(QVBoxLayout(self), 20, 12)
        whole.addWidget(PlainLabel(_("Library of activities"), "heading", self))
        whole.addWidget(ScrollArea(self._page, self, name=_("Library of activities")), 1)
        whole.addLayout(tick_foot(self, lambda on: self.tick(on=on), self.load_button))
        fit_dialog(self, _WIDTH, _HEIGHT)

    def _add_group(self, column: QVBoxLayout, title: str, rows: Sequence[TickRow[Shipped]]) -> None:
        column.addWidget(PlainLabel(title, "section", self._page))
        for row in rows:
            row.box.toggled.connect(self._count)
            column.addWidget(row)

    @Slot()
    def _count(self) -> None:
        count = len(self.ticked)
        text = ngettext("Load {count} activity", "Load {count} activities", count)
        self.load_button.setText(text.format(count=number(count)))
        self.load_button.setEnabled(bool(count))


def _row(shipped: Shipped, parent: QWidget) -> TickRow[Shipped]:
    """Return the row of an activity, with what it is for."""
    told = _("already in the mission") if shipped.is_there else shipped.values["purpose"]
    return TickRow(shipped, shipped.name, told, parent, is_there=shipped.is_there)
