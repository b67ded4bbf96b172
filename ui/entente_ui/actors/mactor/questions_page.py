"""The page that asks, one question at a time."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.objective import INFLUENCE, STANCE
from entente.domain.text import shorten
from entente.i18n import _, pgettext
from entente.services.mactor import Question
from entente.services.mactor_answers import answer
from entente_ui import formats
from entente_ui.actors.mactor.known import Known, Page
from entente_ui.actors.mactor.plane_page import scrolled
from entente_ui.actors.mactor.scale import Scale
from entente_ui.actors.mactor.walk import Walk
from entente_ui.actors.mactor.wording import answer_text, question_text, value_words
from entente_ui.kit import (
    LinkButton,
    Panel,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Segments,
    set_look,
    spaced,
)
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_WIDTH: Final = 620


class QuestionsPage(Page):
    """Asks who can weigh on whom, and who stands where; a figure answers and goes on.

    Attributes:
        kinds: Chooses what is asked about.
        question: The question.
        fact: What was seen or heard; goes with the answer.
        progress: How far one is.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # Figures answer wherever the keyboard is on the page.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Questions"))
        self._known: Known | None = None
        self._walks = {kind: Walk(kind) for kind in (INFLUENCE.name, STANCE.name)}
        self.kinds = Segments(
            ((INFLUENCE.name, _("Influences")), (STANCE.name, pgettext("mactor", "Stances"))),
            INFLUENCE.name,
            self,
        )
        self.question = PlainLabel("", "heading", self, wrap=True)
        self.scales = {kind: Scale(kind, self) for kind in self._walks}
        self.fact = QLineEdit(self)
        self.progress = QProgressBar(self)
        self._count = PlainLabel("", "small", self)
        self._now = PlainLabel("", "small", self, wrap=True)
        self._hint = PlainLabel("", "small", self, wrap=True)
        self._back = QuietButton(_("Back"), self._go_back, self, icon_name="arrow-left")
        self._skip = SecondaryButton(_("Skip"), self._go_on, self)
        self._people = QuietButton(
            _("Who takes part…"), self.participants_wanted.emit, self, icon_name="users"
        )
        self._done = PlainLabel("", "heading", self, wrap=True)
        self._next = PrimaryButton("", self._follow_on, self)
        self._asking, self._ended = self._card(), self._end()
        self._ended.hide()
        self._build()

    @property
    def walk(self) -> Walk:
        """The way through the questions of the kind that is open."""
        return self._walks[self.kinds.current]

    @override
    def show_known(self, known: Known) -> None:
        self._known = known
        for walk in self._walks.values():
            walk.follow(known.forces)
        self._people.setVisible(known.can_edit)
        self._show()

    def ask(self, question: Question) -> None:
        """Ask one question now."""
        self.kinds.set_current(question.kind)
        self.walk.go_to(question)
        self._show()

    def _build(self) -> None:
        inner, self._column = QWidget(self), QWidget(self)
        body = spaced(QVBoxLayout(self._column), (0, 0, 8, 0), 10)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(self.kinds, 1)
        head.addWidget(self._people)
        body.addLayout(head)
        line = spaced(QHBoxLayout(), 0, 10)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Questions answered"))
        line.addWidget(self.progress, 1)
        line.addWidget(self._count)
        body.addLayout(line)
        # No stack: it would give a question of two lines the height of one.
        for card in (self._asking, self._ended):
            body.addWidget(card)
        body.addStretch(1)
        across = spaced(QHBoxLayout(inner), (0, 4, 0, 0), 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        spaced(QVBoxLayout(self), 0, 0).addWidget(scrolled(inner))
        theme().changed.connect(self._fit)
        self._fit()
        # As shortcuts: the area around would scroll by these keys.
        for key, action in ((Qt.Key.Key_PageUp, self._go_back), (Qt.Key.Key_PageDown, self._go_on)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._by_key, action))
        self.kinds.setAccessibleName(_("What is asked about"))
        self.kinds.chosen.connect(lambda _name: self._show())
        self.fact.returnPressed.connect(self._keep_fact)
        for scale in self.scales.values():
            scale.chosen.connect(self._answer)

    def _fit(self) -> None:
        self._column.setMaximumWidth(theme().px(_WIDTH))

    def _by_key(self, action: Callable[[], None]) -> None:
        if self.walk.current is not None:
            action()

    def _card(self) -> QWidget:
        card = Panel("surface", "", self)
        set_look(card, "card", "true")
        body = spaced(QVBoxLayout(card), 20, 12)
        body.addWidget(self.question)
        for scale in self.scales.values():
            body.addWidget(scale)
        body.addWidget(self._now)
        self.fact.setPlaceholderText(_("What was seen or heard that shows it (optional)"))
        self.fact.setAccessibleName(_("Observed fact"))
        body.addWidget(self.fact)
        body.addWidget(self._hint)
        buttons = spaced(QHBoxLayout(), 0, 8)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        body.addLayout(buttons)
        return card

    def _end(self) -> QWidget:
        card = Panel("surface", "", self)
        set_look(card, "card", "true")
        body = spaced(QVBoxLayout(card), 24, 14)
        body.addWidget(self._done)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self._next)
        row.addWidget(LinkButton(_("Go through them again"), self._review, card))
        row.addStretch(1)
        body.addLayout(row)
        return card

    def _show(self) -> None:
        if self._known is None:
            return
        kind, forces = self.kinds.current, self._known.forces
        progress = forces.progress(kind)
        self.progress.setMaximum(max(progress.total, 1))
        self.progress.setValue(progress.answered)
        self._count.setText(
            _("{answered} of {total} answered").format(
                answered=formats.number(progress.answered), total=formats.number(progress.total)
            )
        )
        for each, scale in self.scales.items():
            scale.setVisible(each == kind)
            scale.setEnabled(self._known.can_edit)
        self.fact.setVisible(self._known.can_edit)
        current = self.walk.current
        if current is None:
            self._show_end(kind)
        else:
            self._show_question(current)

    def _show_question(self, question: Question) -> None:
        if self._known is None:
            return
        text = question_text(question, self._known)
        if text != self.question.text():
            self.question.setText(text)
            self.fact.clear()
            announce(self, text)
        found = self._known.forces.answer(question)
        self.scales[question.kind].show_value(None if found is None else found.value)
        self._now.setText(answer_text(question, found, self._known) if found else "")
        self._now.setVisible(found is not None)
        self._hint.setText(
            _("Keys: 0 to 4 answer and go on; Page Up goes back, Page Down skips.")
            if question.kind == INFLUENCE.name
            else _(
                "How much is at stake: 1 daily workings, 2 projects, 3 missions, 4 existence. "
                "Keys: 0 to 4, with − before it when opposed; Page Up goes back, Page Down skips."
            )
        )
        self._back.setEnabled(self.walk.can_go_back)
        self._skip.setText(_("Skip") if found is None else _("Next"))
        self._ended.hide()
        self._asking.show()

    def _show_end(self, kind: str) -> None:
        if self._known is None:
            return
        if kind == STANCE.name and not self._known.forces.aims:
            self._done.setText(_("There is no objective yet on which to take a stance."))
            self._next.setText(_("Write the objectives"))
        else:
            self._done.setText(_("Every question is answered."))
            self._next.setText(_("See what follows"))
        self._asking.hide()
        self._ended.show()

    def _follow_on(self) -> None:
        known = self._known
        if known is None:
            return
        if self.kinds.current == INFLUENCE.name:
            self.page_wanted.emit("plane")
        else:
            self.page_wanted.emit("aims")

    def _answer(self, value: int) -> None:
        question, known = self.walk.current, self._known
        if question is None or known is None or not known.can_edit:
            return
        asked = shorten(question_text(question, known), 120)
        label = _("Answer: {question}").format(question=asked)
        action = partial(answer, question=question, value=value, fact=self.fact.text())
        if self.context.document.run(label, action):
            said = value_words(question.kind, value)
            announce(self, said)
            self._go_on(skipping=False)

    def _keep_fact(self) -> None:
        """Keep a fact with the answer there is; without one, go and answer."""
        question, known = self.walk.current, self._known
        if question is None or known is None:
            return
        found = known.forces.answer(question)
        if found is None or found.value is None:
            self.setFocus()
        elif self.fact.text().strip():
            self._answer(found.value)

    def _go_on(self, *, skipping: bool = True) -> None:
        if self._known is not None:
            self.walk.go_on(self._known.forces, skipping=skipping)
            self._show()

    def _go_back(self) -> None:
        self.walk.go_back()
        self._show()

    def _review(self) -> None:
        if self._known is not None:
            self.walk.review(self._known.forces)
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.walk.current is None:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Backspace:
                self._go_back()
            case _ if self.scales[self.kinds.current].take_key(event):
                return
            case _:
                super().keyPressEvent(event)
