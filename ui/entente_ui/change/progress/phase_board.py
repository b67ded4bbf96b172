"""The four phases side by side, each with its steps: judged, shown by what, with their cards."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.kotter import KOTTER_LABELS, KOTTER_PHASES, PHASE_LABELS
from entente.i18n import _
from entente.services.kotter import Course, Phase
from entente_ui.change.progress.step_box import StepBox
from entente_ui.change.progress.words import mean_words
from entente_ui.kit import PlainLabel, spaced
from entente_ui.look.theme import theme

#: Least px at 100 % of a phase beside others.
_PHASE = 250


class PhaseBoard(QWidget):
    """All four phases; on a narrow screen in two lines, or one below the other.

    Attributes:
        boxes: The steps by their names.

    Signals:
        judged: Emitted with the name of a step and a score.
        card_wanted: Emitted with the name of a step that is to get a card.
        opened: Emitted with the key of a card.
    """

    judged = Signal(str, int)
    card_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {name: StepBox(name, self) for name in KOTTER_LABELS}
        self._phases = {
            name: _PhaseColumn(name, [self.boxes[step] for step in steps], self)
            for name, steps in KOTTER_PHASES.items()
        }
        self._across = 0
        self._grid = spaced(QGridLayout(self), 0, 12)
        for box in self.boxes.values():
            box.judged.connect(self.judged)
            box.card_wanted.connect(self.card_wanted)
            box.opened.connect(self.opened)
        self._lay(len(self._phases))
        theme().changed.connect(self._fit)

    def show_course(self, course: Course, sentence: str, *, read_only: bool) -> None:
        """Show how far a change has come."""
        self.setAccessibleDescription(sentence)
        for phase in course.phases:
            self._phases[phase.name].show_phase(phase)
        for step in course.steps:
            self.boxes[step.name].show_step(step, read_only=read_only)

    @override
    def minimumSizeHint(self) -> QSize:
        # Not the width of what stands side by side now: else it could never be narrower.
        return QSize(theme().px(_PHASE), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() // theme().px(_PHASE)
        self._lay(4 if room >= 4 else 2 if room >= 2 else 1)

    def _lay(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, phase in enumerate(self._phases.values()):
            self._grid.addWidget(phase, place // across, place % across)
        for column in range(len(self._phases)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class _PhaseColumn(QWidget):
    def __init__(self, name: str, boxes: list[StepBox], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_(PHASE_LABELS[name]))
        self._mean = PlainLabel("", "muted", self)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(_(PHASE_LABELS[name]), "section", self), 1)
        head.addWidget(self._mean, 0, Qt.AlignmentFlag.AlignBottom)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addLayout(head)
        for box in boxes:
            column.addWidget(box)
        column.addStretch(1)

    def show_phase(self, phase: Phase) -> None:
        self._mean.setText(mean_words(phase.mean))
