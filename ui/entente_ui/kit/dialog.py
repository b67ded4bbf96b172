"""The few questions that may stop a person. Undo is kinder than asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit.button import Button, DangerButton, PrimaryButton, SecondaryButton
from entente_ui.kit.label import PlainLabel
from entente_ui.kit.reading import reading_field
from entente_ui.kit.spacing import sized, spaced
from entente_ui.look.icons import icon
from entente_ui.look.theme import theme

_SIGNS: Final = {
    "info": "info-circle",
    "good": "circle-check",
    "caution": "alert-triangle",
    "critical": "alert-circle",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question.

    Attributes:
        text: What it says: a verb, not "Yes".
        value: What the question returns when it is pressed.
        is_danger: Whether it destroys something for good.
    """

    text: str
    value: str
    is_danger: bool = False


class _Sign(QWidget):
    """The icon of a message on a soft disc."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        sized(self, width=40, height=40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"{self._role}_soft"))
        painter.drawEllipse(self.rect())
        inset = theme().px(9)
        box = self.rect().adjusted(inset, inset, -inset, -inset)
        icon(_SIGNS[self._role], self._role).paint(painter, box)


class MessageDialog(QDialog):
    """A message in plain text with its answers; the first one is the main action.

    Escape and the window's cross give the last answer.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        answers: Sequence[Answer],
        *,
        role: str = "info",
        details: str = "",
    ) -> None:
        """Make a message.

        Args:
            parent: The window it belongs to.
            title: What it is about, in a few words.
            text: What happened and what to do.
            answers: Buttons from the main one to the one that changes nothing.
            role: `info`, `good`, `caution` or `critical`.
            details: Long text that can be read and copied; empty for none.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._answers = answers
        self.answer = answers[-1].value
        words = spaced(QVBoxLayout(), 0, 6)
        heading = PlainLabel(title, "heading", self, wrap=True)
        message = PlainLabel(text, "body", self, wrap=True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (heading, message):
            sized(label, width=400)
            words.addWidget(label)
        self.setAccessibleDescription(text)
        top = spaced(QHBoxLayout(), 0, 16)
        top.addWidget(_Sign(role, self), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        whole = spaced(QVBoxLayout(self), (24, 24, 24, 20), 16)
        whole.addLayout(top)
        if details:
            whole.addWidget(reading_field(details, _("Details"), self, height=160))
        whole.addLayout(self._buttons())
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _buttons(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), 0, 8)
        row.addStretch(1)
        for place, answer in reversed(list(enumerate(self._answers))):
            button = self._button(answer, is_main=place == 0)
            row.addWidget(button)
            if place == self._first_choice():
                button.setDefault(True)
                button.setFocus()
        return row

    def _first_choice(self) -> int:
        # Enter must not destroy anything.
        return len(self._answers) - 1 if self._answers[0].is_danger else 0

    def _button(self, answer: Answer, *, is_main: bool) -> Button:
        kind: type[Button] = PrimaryButton if is_main else SecondaryButton
        if answer.is_danger:
            kind = DangerButton
        return kind(answer.text, lambda: self._choose(answer.value), self)

    def _choose(self, value: str) -> None:
        self.answer = value
        self.accept()


def tell(
    parent: QWidget | None, title: str, text: str, *, role: str = "info", details: str = ""
) -> None:
    """Say something that must be read before going on."""
    answers = (Answer(_("Close"), "close"),)
    MessageDialog(parent, title, text, answers, role=role, details=details).exec()


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    action: str,
    *,
    role: str = "caution",
    is_danger: bool = False,
) -> bool:
    """Ask before something that cannot be undone; `action` is the verb on the button."""
    answers = (Answer(action, "do", is_danger=is_danger), Answer(_("Cancel"), "cancel"))
    dialog = MessageDialog(parent, title, text, answers, role=role)
    dialog.exec()
    return dialog.answer == "do"


def choose(
    parent: QWidget | None,
    title: str,
    text: str,
    answers: Sequence[Answer],
    *,
    role: str = "caution",
) -> str:
    """Ask a question with several answers; return the value of the one given."""
    dialog = MessageDialog(parent, title, text, answers, role=role)
    dialog.exec()
    return dialog.answer
