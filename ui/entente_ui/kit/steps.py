"""A question in several steps: forwards, backwards, and nothing done before the end."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit.announce import announce
from entente_ui.kit.button import PrimaryButton, SecondaryButton
from entente_ui.kit.dialog import ask
from entente_ui.kit.label import PlainLabel, tooltip
from entente_ui.kit.scroll import ScrollArea
from entente_ui.kit.spacing import spaced
from entente_ui.look.theme import theme

#: Px at 100 %.
_WIDTH: Final = 860
_HEIGHT: Final = 640
_AROUND: Final = 80


class StepPage(QWidget):
    """One step of the question."""

    #: What is asked, and why, in the language in use.
    title: str = ""
    sentence: str = ""

    def enter(self) -> None:
        """Get ready to be seen: what was said in the steps before is known now."""

    def problem(self) -> str:
        """Return why one cannot go on, empty if one can."""
        return ""


class StepsDialog(QDialog):
    """Goes through pages one by one; the last one's button does it.

    Attributes:
        pages: In their order.
        back, forth: Buttons; the second one finishes on the last page.
    """

    def __init__(
        self,
        title: str,
        pages: Sequence[StepPage],
        finish: tuple[str, Callable[[], str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the first page.

        Args:
            title: Of the window.
            pages: The steps.
            finish: What the last button says, and what it does: it returns why it was
                refused, or nothing.
            parent: The window that asks.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.pages = tuple(pages)
        self._finish_words, self._finish = finish
        self._at = 0
        self._went_on = False
        self._place = PlainLabel("", "small", self)
        self._heading = PlainLabel("", "heading", self, wrap=True)
        self._sentence = PlainLabel("", "muted", self, wrap=True)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self._stack = QStackedWidget(self)
        self.back = SecondaryButton(_("Back"), self.go_back, self)
        self.forth = PrimaryButton("", self.go_on, self)
        self._build()
        self._show(0)

    @property
    def page(self) -> StepPage:
        """The step one is at."""
        return self.pages[self._at]

    def _build(self) -> None:
        for page in self.pages:
            page.setProperty("page", "true")
            self._stack.addWidget(ScrollArea(page, self._stack, name=page.title))
        self.forth.setDefault(True)
        tooltip(self.back, _("Back"), "Alt+←")
        for keys, way in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_on),
            ("Ctrl+Return", self.go_on),
        ):
            QShortcut(QKeySequence(keys), self, way)
        foot = spaced(QHBoxLayout(), 0, 8)
        cancel = SecondaryButton(_("Cancel"), self.reject, self)
        cancel.setAutoDefault(False)
        self.back.setAutoDefault(False)
        foot.addWidget(cancel)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.forth)
        whole = spaced(QVBoxLayout(self), (24, 20, 24, 20), 8)
        for label in (self._place, self._heading, self._sentence):
            whole.addWidget(label)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._problem)
        whole.addLayout(foot)
        room, px = self.screen().availableGeometry(), theme().px
        width = min(px(_WIDTH), room.width() - px(_AROUND))
        self.resize(width, min(px(_HEIGHT), room.height() - px(_AROUND)))

    def go_on(self) -> None:
        """Go to the next step, or finish; say why not, if something is wrong."""
        problem = self.page.problem()
        if not problem and self._at + 1 < len(self.pages):
            self._went_on = True
            self._show(self._at + 1)
            return
        problem = problem or self._finish()
        if problem:
            self._say(problem)
        else:
            self.accept()

    def go_back(self) -> None:
        """Go to the step before."""
        if self._at:
            self._show(self._at - 1)

    def _show(self, at: int) -> None:
        self._at = at
        self._say("")
        page = self.page
        page.enter()
        place = _("Step {number} of {count}").format(number=at + 1, count=len(self.pages))
        self._place.setText(place)
        self._heading.setText(page.title)
        self._sentence.setText(page.sentence)
        self._stack.setCurrentIndex(at)
        self.back.setEnabled(at > 0)
        is_last = at + 1 == len(self.pages)
        self.forth.setText(self._finish_words if is_last else _("Continue"))
        tooltip(self.forth, self.forth.text(), "Alt+→")
        announce(self, f"{place}: {page.title}")
        first = page.focusProxy()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self, problem)

    @override
    def reject(self) -> None:
        words = _("Nothing has been written yet: what was said here is forgotten.")
        if not self._went_on or ask(self, _("Leave the assistant?"), words, _("Leave")):
            super().reject()
