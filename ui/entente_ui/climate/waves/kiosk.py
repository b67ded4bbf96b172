"""The screen handed to respondents: one question after the other, and nothing of the others."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.climate.survey import Scale
from entente.i18n import _, ngettext
from entente.services.ballots import Answers
from entente.services.surveys import Asked
from entente.services.waves import Form
from entente_ui.climate.waves.keying import Field, digit_of
from entente_ui.climate.waves.scale_choice import ScaleChoice
from entente_ui.formats import number
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)

#: Ms after which the thanks make room for whoever comes next.
THANKS: Final = 6_000
#: Ms without a key or a click after which what was begun is thrown away.
IDLE: Final = 120_000
_WIDE: Final = 900
_WORDS_MAX: Final = 4_000
#: Where one is before the first question.
_START, _GROUP = -2, -1


class Kiosk(QWidget):
    """Fills the screen. Between two respondents it knows nothing of either.

    Attributes:
        answers: Of whoever sits there now.
        place: Place of the question that is asked, below 0 before the first.
    """

    def __init__(
        self,
        form: Form,
        cast: Callable[[Answers, str], bool],
        may_leave: Callable[[QWidget], bool],
    ) -> None:
        """Make the screen; it is shown by who made it.

        Args:
            form: What is asked.
            cast: Keeps the answers of one respondent and their group; says whether it could.
            may_leave: Asks whoever wants to leave to prove to be the mediator.
        """
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(form.name)
        self._form, self._cast, self._may_leave = form, cast, may_leave
        self._may_close = False
        self.answers: dict[str, int | str | None] = {}
        self.place = _START
        self._group = ""
        self._choice: ScaleChoice | None = None
        self._words: QPlainTextEdit | None = None
        self._pages = QStackedWidget(self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.begin_anew)
        self._thanks = QTimer(self, singleShot=True, interval=THANKS)
        self._thanks.timeout.connect(self.begin_anew)
        self.leave_button = QuietButton(_("End the collection"), self.leave, self)
        tooltip(self.leave_button, _("For the mediator alone: asks who you are"))
        foot = spaced(QHBoxLayout(), 0, 0)
        foot.addStretch(1)
        foot.addWidget(self.leave_button)
        column = spaced(QVBoxLayout(self), 24, 8)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self.begin_anew()

    @property
    def asked(self) -> Asked | None:
        """The question that is asked."""
        questions = self._form.questions
        return questions[self.place] if 0 <= self.place < len(questions) else None

    @Slot()
    def begin_anew(self) -> None:
        """Forget whoever sat there."""
        self.answers, self._group, self.place = {}, "", _START
        self._idle.stop()
        self._thanks.stop()
        page, column = self._page()
        column.addWidget(PlainLabel(self._form.name, "display", page, wrap=True))
        if self._form.introduction:
            column.addWidget(PlainLabel(self._form.introduction, "body", page, wrap=True))
        count = len(self._form.questions)
        words = ngettext("{count} question.", "{count} questions.", count)
        told = _(
            "{questions} Nobody sees what you answer: results are shown once everybody has "
            "answered, and of no fewer than {threshold} people together."
        ).format(
            questions=words.format(count=number(count)), threshold=number(self._form.threshold)
        )
        column.addWidget(PlainLabel(told, "body", page, wrap=True))
        begin = PrimaryButton(_("Begin"), self.forward, page)
        self._finish_page(page, column, begin, begin)

    @Slot()
    def forward(self) -> None:
        """Go on to the next question, or to the end."""
        self._keep_words()
        self.place += 1
        if self.place == _GROUP and not self._form.groups:
            self.place += 1
        self._show()

    @Slot()
    def back(self) -> None:
        """Go back to the question before."""
        self._keep_words()
        self.place -= 1
        if self.place == _GROUP and not self._form.groups:
            self.place -= 1
        self._show()

    @Slot()
    def send(self) -> None:
        """Put the answers with the others, and forget them."""
        if not any(value is not None for value in self.answers.values()):
            self.begin_anew()
            return
        is_kept = self._cast(dict(self.answers), self._group)
        self.answers, self._group, self.place = {}, "", _START
        self._idle.stop()
        page, column = self._page()
        if is_kept:
            said = _("Thank you. Your answers are with those of the others now.")
        else:
            said = _("Your answers could not be kept. Please tell who gave you this screen.")
        column.addWidget(PlainLabel(said, "display", page, wrap=True))
        done = PrimaryButton(_("Make room for the next"), self.begin_anew, page)
        self._finish_page(page, column, done, done)
        if is_kept:
            self._thanks.start()

    @Slot()
    def leave(self) -> None:
        """End the collection, if it is the mediator who asks."""
        if self._may_leave(self):
            self._may_close = True
            self.close()

    def _show(self) -> None:
        """Show where one is."""
        self._idle.start()
        asked = self.asked
        if self.place == _START:
            self.begin_anew()
        elif self.place == _GROUP:
            self._show_groups()
        elif asked is not None:
            self._show_question(asked)
        else:
            self._show_end()

    def _show_groups(self) -> None:
        page, column = self._page()
        title = self._form.attribute or _("Where do you belong?")
        column.addWidget(PlainLabel(title, "display", page, wrap=True))
        flow = spaced(FlowLayout(), 0, 12)
        for key, name in (*self._form.groups.items(), ("", _("I would rather not say"))):
            button = SecondaryButton(name, None, page)
            button.clicked.connect(lambda _on=False, group=key: self._belong(group))
            flow.addWidget(button)
        column.addLayout(flow)
        self._finish_page(page, column, None, page)

    def _belong(self, group: str) -> None:
        self._group = group
        self.forward()

    def _show_question(self, asked: Asked) -> None:
        page, column = self._page()
        count = _("Question {place} of {count}").format(
            place=number(self.place + 1), count=number(len(self._form.questions))
        )
        column.addWidget(PlainLabel(count, "muted", page))
        column.addWidget(PlainLabel(asked.text, "display", page, wrap=True))
        column.addSpacing(24)
        value = self.answers.get(asked.id)
        if asked.scale == Scale.WORDS:
            self._words = QPlainTextEdit(page)
            self._words.setPlainText(str(value or ""))
            self._words.setAccessibleName(asked.text)
            self._words.setTabChangesFocus(True)
            self._words.textChanged.connect(self._on_words)
            sized(self._words, height=200)
            column.addWidget(self._words)
            focus: QWidget = self._words
        else:
            field = Field(asked.id, asked.code, asked.text, asked.scale)
            chosen = value if isinstance(value, int) else None
            self._choice = ScaleChoice(field, chosen, page)
            self._choice.answered.connect(self._on_answer)
            column.addWidget(self._choice)
            focus = self._choice
        main = PrimaryButton(_("Next question"), self.forward, page)
        self._finish_page(page, column, main, focus)

    def _show_end(self) -> None:
        page, column = self._page()
        title = _("That was the last question.")
        column.addWidget(PlainLabel(title, "display", page, wrap=True))
        told = _("Once you send your answers, nobody can tell them from those of the others.")
        column.addWidget(PlainLabel(told, "body", page, wrap=True))
        send = PrimaryButton(_("Send my answers"), self.send, page)
        self._finish_page(page, column, send, send)

    @Slot(int)
    def _on_answer(self, value: int) -> None:
        asked = self.asked
        if asked is not None:
            self.answers[asked.id] = value
        self._idle.start()

    @Slot()
    def _on_words(self) -> None:
        self._idle.start()

    def _keep_words(self) -> None:
        asked = self.asked
        if asked is not None and self._words is not None:
            words = self._words.toPlainText().strip()[:_WORDS_MAX]
            self.answers[asked.id] = words or None

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        """Return an empty page in place of the one that was shown, which is taken away."""
        self._choice = self._words = None
        old = self._pages.currentWidget()
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        page = QWidget(self._pages)
        outer = spaced(QHBoxLayout(page), 0, 0)
        middle = QWidget(page)
        sized(middle, width=_WIDE)
        outer.addStretch(1)
        outer.addWidget(middle)
        outer.addStretch(1)
        column = spaced(QVBoxLayout(middle), 0, 16)
        column.addStretch(1)
        self._pages.addWidget(page)
        return page, column

    def _finish_page(
        self, page: QWidget, column: QVBoxLayout, main: PrimaryButton | None, focus: QWidget
    ) -> None:
        foot = spaced(QHBoxLayout(), 0, 8)
        if self.place > _START:
            foot.addWidget(SecondaryButton(_("Back"), self.back, page))
        foot.addStretch(1)
        if main is not None:
            foot.addWidget(main)
        column.addSpacing(16)
        column.addLayout(foot)
        column.addStretch(2)
        self._pages.setCurrentWidget(page)
        focus.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        digit = digit_of(event.text(), is_keypad=is_keypad)
        if digit is not None and self._choice is not None:
            self._choice.key(digit)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Do what the main button of the page does."""
        current = self._pages.currentWidget()
        button = current.findChild(PrimaryButton) if current is not None else None
        if button is not None:
            button.click()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            self.begin_anew()
            super().closeEvent(event)
        else:
            event.ignore()
            QTimer.singleShot(0, self, self.leave)
