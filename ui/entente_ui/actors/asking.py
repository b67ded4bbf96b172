"""Small questions at a token: the fact behind a position, or the position itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from entente.domain.actor import ACTOR
from entente.domain.records import RATING_FIELDS, FieldKind, Values
from entente.i18n import _
from entente_ui.actors.deeds import Observation
from entente_ui.actors.grid_delegate import ScoreBox
from entente_ui.actors.wording import confidences
from entente_ui.kit import ElidedLabel, PlainLabel, Popover, spaced
from entente_ui.kit.spacing import sized

_CONFIDENCE: Final = next(field for field in RATING_FIELDS if field.name == "confidence")
_FACT: Final = next(field for field in RATING_FIELDS if field.name == "fact")
_WIDTH: Final = 340


class Confidence(QWidget):
    """Three words to choose one from."""

    def __init__(self, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = spaced(QHBoxLayout(self), 0, 12)
        name = _(_CONFIDENCE.label)
        row.addWidget(PlainLabel(name, "field", self))
        self._values = tuple(value for value, _word in confidences())
        for number, (value, word) in enumerate(confidences()):
            button = QRadioButton(word.replace("&", "&&"), self)
            button.setAccessibleName(f"{name} {word}")
            button.setChecked(value == chosen)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)

    @property
    def chosen(self) -> str:
        """The value chosen."""
        return self._values[max(self._group.checkedId(), 0)]


class FactPopover(Popover):
    """Asks what was seen or heard, and how sure it is.

    Attributes:
        field: Where the fact is typed.
        confidence: How sure it is.
    """

    def __init__(self, owner: QWidget, question: str, known: Observation, about: str = "") -> None:
        """Make a question.

        Args:
            owner: The widget it is about.
            question: What is asked.
            known: What is known already.
            about: Of whom.
        """
        super().__init__(owner)
        self._known = known
        title = PlainLabel(question, "strong", self, wrap=True)
        sized(title, width=_WIDTH)
        if about:
            self.body.addWidget(ElidedLabel(about, "small-strong", self))
        self.body.addWidget(title)
        self.add_questions()
        self.field = QLineEdit(known.fact, self)
        self.field.setPlaceholderText(_(_FACT.help))
        self.field.setAccessibleName(_(_FACT.label))
        self.confidence = Confidence(known.confidence, self)
        self.body.addWidget(self.field)
        self.body.addWidget(self.confidence)
        self.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self))

    @property
    def observation(self) -> Observation:
        """What was answered."""
        return Observation(self.field.text().strip(), self.confidence.chosen)

    def add_questions(self) -> None:
        """Put further questions before that for the fact."""

    def ask(self, target: QRect, answered: Callable[[Observation], object]) -> None:
        """Open it beside `target`; `answered` hears of an answer that says something new."""

        def deliver() -> None:
            if self.observation != self._known:
                answered(self.observation)

        self.accepted.connect(deliver)
        self.open_at(target)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)


class PositionPopover(FactPopover):
    """Asks for the scores as well.

    Attributes:
        boxes: The fields of the scores, by name.
    """

    def __init__(self, owner: QWidget, question: str, start: Values) -> None:
        """Make a question.

        Args:
            owner: The widget it is about.
            question: What is asked.
            start: The scores to begin with.
        """
        self._start = start
        self.boxes: dict[str, ScoreBox | QCheckBox] = {}
        super().__init__(owner, question, Observation())

    @property
    def values(self) -> Values:
        """The scores that were answered."""
        return {name: _answer(box) for name, box in self.boxes.items()}

    def add_questions(self) -> None:
        """Put the scores before the fact."""
        grid = spaced(QGridLayout(), 0, 6)
        for column, (name, value) in enumerate(self._start.items()):
            self._add(name, value, grid, column)
        self.body.addLayout(grid)

    def ask_position(
        self, target: QRect, answered: Callable[[Values, Observation], object]
    ) -> None:
        """Open it beside `target`; `answered` hears of the answer."""
        self.accepted.connect(lambda: answered(self.values, self.observation))
        self.open_at(target)
        first = next(iter(self.boxes.values()))
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(first, ScoreBox):
            first.selectAll()

    def _add(self, name: str, value: float, grid: QGridLayout, column: int) -> None:
        described = ACTOR.field(name)
        title = _(described.label)
        if described.kind is FieldKind.FLAG:
            flag = QCheckBox(title.replace("&", "&&"), self)
            flag.setChecked(bool(value))
            flag.setAccessibleName(title)
            grid.addWidget(flag, 1, column)
            self.boxes[name] = flag
            return
        box = ScoreBox(self, described)
        box.setValue(value)
        box.setAccessibleName(title)
        label = PlainLabel(title, "field", self)
        label.setBuddy(box)
        grid.addWidget(label, 0, column)
        grid.addWidget(box, 1, column)
        self.boxes[name] = box


def _answer(box: ScoreBox | QCheckBox) -> float:
    return box.isChecked() if isinstance(box, QCheckBox) else box.score
