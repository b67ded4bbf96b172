"""A new sprint, with its dates proposed."""

import datetime as dt
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from entente.domain.sprint import SPRINT, check_dates
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente.services import planning, sprint_edits
from entente_ui.kit import DateField, PlainLabel, PrimaryButton, SecondaryButton, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.inputs import make_input
from entente_ui.registers.typed import read_typed
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.words import days_words, holiday_words

_WIDTH: Final = 420


class NewSprintDialog(QDialog):
    """Asks what a sprint is called, when it is and how much fits in.

    Attributes:
        name, goal, starts, ends, capacity: What is asked.
        told: What lies between the two days.
        problem: Why it was refused.
        made: Key of the sprint that was added.
    """

    def __init__(self, context: Context, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        document = context.document
        self._usual = document.read(sprint_edits.usual_days)
        values = document.read(sprint_edits.proposed)
        today = document.read(lambda session: session.today)
        self.made = ""
        self.setWindowTitle(_("New sprint"))
        self.name = QLineEdit(values["name"], self)
        self.goal = QLineEdit(self)
        self.starts = DateField(_(SPRINT.field("starts_on").label), lambda: today, self)
        self.ends = DateField(_(SPRINT.field("ends_on").label), lambda: today, self)
        self.capacity = make_input(SPRINT.field("capacity"), {}, self)
        self.capacity.show_value(values["capacity"])
        self.starts.set_value(values["starts_on"])
        self.ends.set_value(values["ends_on"])
        self.told = PlainLabel("", "muted", self, wrap=True)
        self.remarks = PlainLabel("", "strong", self, wrap=True)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self._build()
        self.starts.value_changed.connect(self._on_start)
        self.ends.value_changed.connect(self._tell)
        self._tell()
        self.name.selectAll()

    def _build(self) -> None:
        form = spaced(QFormLayout(), 0, 8)
        rows = (("name", self.name), ("goal", self.goal), ("starts_on", self.starts))
        for name, widget in (*rows, ("ends_on", self.ends), ("capacity", self.capacity)):
            label = _(SPRINT.field(name).label)
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        add = PrimaryButton(_("Add the sprint"), self.add, self)
        add.setDefault(True)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(add)
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(_("New sprint"), "heading", self))
        layout.addLayout(form)
        for words in (self.told, self.remarks, self.problem):
            sized(words, width=_WIDTH)
            layout.addWidget(words)
        layout.addLayout(foot)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    @Slot()
    def add(self) -> None:
        """Add the sprint, or say why it cannot be."""
        self.problem.hide()
        if not (self.starts.settle() and self.ends.settle()):
            return
        try:
            self.made, problem = self._deeds.create(self._values())
        except InvalidValueError as error:
            problem = sentence(error)
        if problem:
            self._refuse(problem)
        else:
            self.accept()

    def _refuse(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()

    def _values(self) -> dict[str, Any]:
        capacity = SPRINT.field("capacity")
        return {
            "name": self.name.text().strip() or None,
            "goal": self.goal.text().strip() or None,
            "starts_on": self.starts.value,
            "ends_on": self.ends.value,
            "capacity": read_typed(capacity, self.capacity.typed(), {}),
        }

    @Slot(object)
    def _on_start(self, day: dt.date | None) -> None:
        """Let the end follow, as long a sprint as usual."""
        if day is not None:
            usual = self._usual
            self.ends.set_value(
                self._context.document.read(lambda s: sprint_edits.end_of(s, day, usual))
            )
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say what lies between the two days, or why nothing can."""
        self.problem.hide()
        first, last = self.starts.value, self.ends.value
        words = remarks = ""
        if first is not None and last is not None:
            try:
                check_dates({"starts_on": first, "ends_on": last})
            except InvalidValueError as error:
                self._refuse(sentence(error))
            else:
                span = self._context.document.read(lambda s: planning.span(s, first, last))
                parts = (days_words(span.days), holiday_words(span.holidays))
                words, remarks = " · ".join(filter(None, parts)), " ".join(span.remarks)
        for label, text in ((self.told, words), (self.remarks, remarks)):
            label.setText(text)
            label.setVisible(bool(text))
