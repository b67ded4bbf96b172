"""Asking for a question: a new one, or another wording of one."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from entente.domain.climate.survey import SCALE_LABELS
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, sized, spaced

_WIDTH: Final = 460
_HEIGHT: Final = 76


class QuestionDialog(QDialog):
    """Asks for the words of a question.

    Attributes:
        field: The words.
        text: What was agreed to; empty until then.
    """

    def __init__(
        self, title: str, told: str, verb: str, text: str, parent: QWidget | None = None
    ) -> None:
        """Ask.

        Args:
            title: What is asked for.
            told: What it comes to.
            verb: The words of the button.
            text: The words to begin with.
            parent: Its window.
        """
        super().__init__(parent)
        self.text = ""
        self._before = text
        self.setWindowTitle(title)
        self.field = QPlainTextEdit(text, self)
        self.field.setAccessibleName(_("Question"))
        self.field.setTabChangesFocus(True)
        sized(self.field, width=_WIDTH, height=_HEIGHT)
        self.form = spaced(QFormLayout(), 0, 8)
        note = PlainLabel(told, "muted", self, wrap=True)
        sized(note, width=_WIDTH)
        keep = PrimaryButton(verb, self.keep, self)
        keep.setDefault(True)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(keep)
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(title, "heading", self))
        layout.addWidget(self.field)
        layout.addLayout(self.form)
        layout.addWidget(note)
        layout.addLayout(foot)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.field.selectAll()

    @Slot()
    def keep(self) -> None:
        """Agree; there have to be words, and other ones than before."""
        text = " ".join(self.field.toPlainText().split())
        if not text or text == self._before:
            self.field.setFocus()
            return
        self.text = text
        self.accept()


class NewQuestionDialog(QuestionDialog):
    """Asks for a question with its scale.

    Attributes:
        scale: What it is answered with.
        cause: The cause of difficulty it is about, if any.
    """

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        told = _("What is asked about one thing at a time, and cannot be read in two ways.")
        super().__init__(
            _("New question {code}").format(code=code), told, _("Add the question"), "", parent
        )
        self.scale = QComboBox(self)
        for key, words in SCALE_LABELS.items():
            self.scale.addItem(_(words), str(key))
        self.cause = QComboBox(self)
        self.cause.addItem("—", None)
        for cause, words in CAUSE_LABELS.items():
            self.cause.addItem(_(words), str(cause))
        for label, choice in ((_("Scale"), self.scale), (_("Cause of difficulty"), self.cause)):
            choice.setAccessibleName(label)
            self.form.addRow(label, choice)


def rewording(code: str, text: str, parent: QWidget | None, *, was_asked: bool) -> QuestionDialog:
    """Return a question for other words, that says what becomes of the old ones.

    Args:
        code: What the question is called in short.
        text: Its words so far.
        parent: Its window.
        was_asked: Whether somebody was asked it already.
    """
    title = _("Other words for {code}").format(code=code)
    if not was_asked:
        told = _("Nobody was asked it yet: its words are simply changed.")
        return QuestionDialog(title, told, _("Change the words"), text, parent)
    told = _(
        "Other words are another question. {code} is asked no more and keeps its answers; the new "
        "one takes its place, and its curve begins with the next wave."
    ).format(code=code)
    return QuestionDialog(title, told, _("Ask it so from now on"), text, parent)
