"""What is done about a risk: preventive beforehand, contingency in case it happens."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from entente.domain.backlog import ROLE_LABELS, STATUS_LABELS
from entente.domain.text import shorten
from entente.i18n import _
from entente_ui.formats import short_date
from entente_ui.kit import PlainLabel, SecondaryButton, Segments, spaced, tab_order, tooltip

_PREVENTIVE: Final = "preventive"
_TITLE: Final = 110


class ActionList(QWidget):
    """The actions of one risk.

    Attributes:
        field: Where a new one is typed.
        role: What a new one does about the risk.
        boxes: One for each action, in order.

    Signals:
        ticked: Emitted with an action and whether it is done now.
        added: Emitted with the words of a new one and its role.
    """

    ticked = Signal(object, bool)
    added = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._rows = spaced(QVBoxLayout(), 0, 2)
        self._none = PlainLabel(_("No action yet."), "muted", self)
        self.role = Segments([(name, _(label)) for name, label in ROLE_LABELS.items()])
        self.role.setParent(self)
        self.role.setAccessibleName(_("What it does about the risk"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("New action, Enter adds it"))
        self.field.setAccessibleName(_("New action"))
        self.field.returnPressed.connect(self._add)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addWidget(PlainLabel(_("Actions"), "section", self))
        layout.addLayout(self._rows)
        layout.addWidget(self._none)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.field, 1)
        line.addWidget(self.role)
        layout.addLayout(line)
        tab_order(self.field, *self.role.findChildren(SecondaryButton))

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [box.accessibleName() for box in self.boxes]

    def show_actions(
        self,
        actions: Sequence[Mapping[str, Any]],
        owners: Mapping[str, str],
        *,
        read_only: bool,
    ) -> None:
        """Show the actions of a risk.

        Args:
            actions: As the backlog has them.
            owners: Names of actors, by key.
            read_only: Whether nothing may be changed.
        """
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for action in actions:
            box = self._box(action, owners)
            box.setEnabled(not read_only)
            self.boxes.append(box)
            self._rows.addWidget(self._row(box))
        self._none.setVisible(not actions)
        self.field.setVisible(not read_only)
        self.role.setVisible(not read_only)

    def _box(self, action: Mapping[str, Any], owners: Mapping[str, str]) -> QCheckBox:
        title = shorten(action["title"] or "", _TITLE)
        role = ROLE_LABELS.get(action["role"] or "", "")
        said = [
            f"{action['ref']} {title}",
            _(role) if role else "",
            owners.get(action["owner_id"] or "", ""),
            short_date(action["due_on"]),
            _(STATUS_LABELS[action["status"]]) if action["status"] in STATUS_LABELS else "",
        ]
        words = " · ".join(filter(None, said))
        box = QCheckBox(self)
        box.setAccessibleName(words)
        tooltip(box, action["title"] or "")
        box.setChecked(action["status"] == "done")
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.clicked.connect(lambda on=False: self.ticked.emit(action, on))
        return box

    def _row(self, box: QCheckBox) -> QWidget:
        """Return a line: a box cannot wrap its own words, and long ones would widen the page."""
        row = QWidget(self)
        line = spaced(QHBoxLayout(row), 0, 6)
        words = PlainLabel(box.accessibleName(), "body", row, wrap=True)
        words.setBuddy(box)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return row

    def _add(self) -> None:
        if title := self.field.text().strip():
            self.field.clear()
            self.added.emit(title, self.role.current)
