"""Choosing among the activities of the library."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _, ngettext
from entente.services import activity_library
from entente.services.activity_library import Shipped
from entente_ui.formats import number
from entente_ui.kit import (
    LinkButton,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.sprints.activities import deeds

_WIDTH: Final = 680
_HEIGHT: Final = 600
#: How many of the library are the method's own; they come first.
_OWN: Final = 12


class ShippedRow(QWidget):
    """One activity that can be ticked.

    Attributes:
        box: Ticked if it is to be loaded; not to be changed where it is there already.
    """

    def __init__(self, shipped: Shipped, parent: QWidget) -> None:
        super().__init__(parent)
        self.shipped = shipped
        # Its words stand beside it, for those of a box do not wrap.
        self.box = QCheckBox(self)
        self.box.setAccessibleName(shipped.name)
        self.box.setEnabled(not shipped.is_there)
        told = _("already in the mission") if shipped.is_there else shipped.values["purpose"]
        self.box.setAccessibleDescription(told)
        words = spaced(QVBoxLayout(), 0, 0)
        words.addWidget(PlainLabel(shipped.name, "strong", self, wrap=True))
        words.addWidget(PlainLabel(told, "small", self, wrap=True))
        layout = spaced(QHBoxLayout(self), 0, 8)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.toggle()


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
        self.rows = [ShippedRow(each, self._page) for each in found]
        self.load_button = PrimaryButton("", self.load, self)
        self._build()
        self._count()

    @property
    def ticked(self) -> list[str]:
        """The keys of those to be loaded."""
        return [row.shipped.key for row in self.rows if row.box.isChecked()]

    def tick(self, *, on: bool) -> None:
        """Tick all that are not there yet, or none."""
        for row in self.rows:
            row.box.setChecked(on and row.box.isEnabled())

    def load(self) -> None:
        """Load what is ticked."""
        if self.ticked and deeds.load(self._context, self.ticked):
            self.accept()

    def _build(self) -> None:
        self._page.setProperty("page", "true")
        column = spaced(QVBoxLayout(self._page), (0, 0, 12, 0), 10)
        counted = [row for row in self.rows if row.shipped.is_counted]
        flat = [row for row in self.rows if not row.shipped.is_counted]
        self._add_group(column, _("Activities of the method"), counted[:_OWN])
        self._add_group(column, _("Formats many facilitators know"), counted[_OWN:])
        self._add_group(column, _("Work outside quantities"), flat)
        column.addStretch(1)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(LinkButton(_("Tick all"), lambda: self.tick(on=True), self))
        foot.addWidget(LinkButton(_("Tick none"), lambda: self.tick(on=False), self))
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(self.load_button)
        self.load_button.setDefault(True)
        whole = spaced(QVBoxLayout(self), 20, 12)
        whole.addWidget(PlainLabel(_("Library of activities"), "heading", self))
        whole.addWidget(ScrollArea(self._page, self, name=_("Library of activities")), 1)
        whole.addLayout(foot)
        room, px = self.screen().availableGeometry(), theme().px
        self.resize(
            min(px(_WIDTH), room.width() - px(40)), min(px(_HEIGHT), room.height() - px(80))
        )

    def _add_group(self, column: QVBoxLayout, title: str, rows: Sequence[ShippedRow]) -> None:
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
