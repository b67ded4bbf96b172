"""What a sprint is: its days, its goal, how full it is."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.sprint import SPRINT
from entente.i18n import _
from entente.services.planning import Span
from entente.services.sprints import SprintState, SprintView
from entente_ui.kit import ElidedLabel, LinkButton, PlainLabel, spaced
from entente_ui.sprints.cycle.capacity_bar import CapacityBar
from entente_ui.sprints.cycle.words import load_words, planned_in, when_words

_LONGEST = 100_000


class GoalLine(QLineEdit):
    """The goal of a sprint; Escape brings back what it was.

    Signals:
        settled: Emitted with another goal, once Enter is pressed or the line is left.
    """

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(_("Goal of the sprint"))
        self.setPlaceholderText(_("Goal: what will be different once it is over?"))
        self.editingFinished.connect(self._settle)

    def show_goal(self, goal: str) -> None:
        """Show a goal, but not over what is being typed."""
        if self.hasFocus() and self.isModified():
            return
        # On one line, unless somebody writes over it in the inspector.
        self._kept = " ".join(goal.split())
        self.setText(self._kept)
        self.setCursorPosition(0)

    @Slot()
    def _settle(self) -> None:
        text = self.text().strip()
        if text != self._kept:
            self._kept = text
            self.setModified(False)
            self.settled.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            self.setModified(False)
        else:
            super().keyPressEvent(event)


class SprintHead(QWidget):
    """Name, days and goal of a sprint, and its capacity.

    Attributes:
        goal: The goal, to be changed.
        bar: How full it is.

    Signals:
        capacity_wanted: Emitted when another capacity is to be asked for.
    """

    capacity_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = ElidedLabel("", "muted", self)
        self.remarks = PlainLabel("", "error", self, wrap=True)
        self.goal = GoalLine(self)
        self.told_goal = PlainLabel("", "strong", self, wrap=True)
        self.bar = CapacityBar(self)
        self.load = PlainLabel("", "strong", self)
        self.capacity = LinkButton(_("Capacity…"), self.capacity_wanted.emit, self)
        line = spaced(QHBoxLayout(), 0, 10)
        line.addWidget(self.bar, 2)
        line.addWidget(self.load)
        line.addWidget(self.capacity)
        line.addWidget(self.when, 3)
        layout = spaced(QVBoxLayout(self), 0, 5)
        for widget in (self.goal, self.told_goal, self.remarks):
            layout.addWidget(widget)
        layout.addLayout(line)

    def show_sprint(self, view: SprintView, span: Span, *, is_presenting: bool) -> None:
        """Show a sprint; while others look at the screen, nothing can be changed."""
        is_open = view.state is not SprintState.CLOSED and not is_presenting
        self.when.setText(when_words(view))
        self.remarks.setText(" ".join(span.remarks))
        self.remarks.setVisible(bool(span.remarks) and is_open)
        self.goal.show_goal(view.goal)
        self.goal.setVisible(is_open)
        self.told_goal.setText(view.goal)
        self.told_goal.setVisible(not is_open and bool(view.goal))
        words, planned = load_words(view), planned_in(view)
        self.bar.show_load(planned, view.capacity, words)
        self.load.setText(words)
        over = view.capacity is not None and planned > view.capacity
        self.load.set_variant("error" if over else "strong")
        self.capacity.setVisible(is_open)
        tip = _(SPRINT.field("capacity").help)
        self.capacity.setAccessibleDescription(tip)

    def capacity_rect(self, owner: QWidget) -> QRect:
        """Return where the capacity is told, in the coordinates of a widget around this one."""
        at = self.capacity.mapTo(owner, self.capacity.rect().topLeft())
        return QRect(at, self.capacity.size())
