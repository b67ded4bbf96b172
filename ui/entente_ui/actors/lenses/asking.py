"""What belongs to the sociogram: its questions, its table, its summary, and what it writes."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from entente.domain.sociometry import ChoiceKind
from entente.i18n import _
from entente.services import sociogram
from entente_ui import formats
from entente_ui.actors.lenses.choices import ChoicesLens, words_of
from entente_ui.actors.lenses.matrix import ChoicesTable
from entente_ui.actors.lenses.summary import ChoicesSummary
from entente_ui.kit import SecondaryButton, ask_beside, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context

if TYPE_CHECKING:
    from entente_ui.actors.grid_tab import GridTab

_LEAST: Final = 120
_WIDEST: Final = 420


class Choices(QObject):
    """Carries out what is wished on the sociogram.

    Attributes:
        lens: What is looked through.
        bar: The question, and a button for a new one.
        summary: What stands beside.
        table: The table twin.
    """

    def __init__(self, tab: "GridTab", context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = tab
        self._context = context
        self._question = ""
        self.lens = ChoicesLens()
        self.bar = QWidget(parent)
        self.summary = ChoicesSummary(parent)
        self.table = ChoicesTable(self.answer, parent)
        self.table.hide()
        self._questions = QComboBox(self.bar)
        self._new = SecondaryButton(
            _("New question…"), self.ask_question, self.bar, icon_name="plus"
        )
        self._build()

    @property
    def is_on(self) -> bool:
        """Whether the sociogram is looked at."""
        return self._tab.lens is self.lens

    def follow(self, *, on: bool, roomy: bool) -> None:
        """Show what belongs to the sociogram, or hide it.

        Args:
            on: Whether the sociogram is looked at.
            roomy: Whether there is room beside the sheet.
        """
        self.bar.setVisible(on)
        self.summary.setVisible(on and roomy)
        self._tab.use_twin(self.table if on else None)
        if on:
            self._show()

    def ask_question(self) -> None:
        """Ask for the words of a new question."""
        if not self._tab.work.may_write():
            return
        ask_beside(
            self._new,
            self._new.rect(),
            _("What is asked of everybody?"),
            self._add_question,
            placeholder=_("With whom would you prepare the workshop?"),
        )

    def answer(self, giver: str, taker: str, is_choice: bool | None) -> bool:
        """Note whom somebody chooses or sets aside; what was said already is taken back."""
        if not self._tab.work.may_write():
            return False
        if self.lens.reading.question is None:
            self._context.toast(_("Ask a question first: every choice answers one."), False)
            return False
        said = self._said(giver, taker)
        wanted = None if is_choice is said else is_choice
        kinds = {None: None, True: ChoiceKind.CHOICE, False: ChoiceKind.REJECTION}
        label = words_of((giver, taker), self._tab.people, is_choice=wanted)
        question = self.lens.reading.question.id
        done = self._context.document.run(
            label, lambda s: sociogram.choose(s, question, giver, taker, kinds[wanted])
        )
        if done:
            self._context.toast(label, True)
        return done

    @Slot()
    def read(self) -> None:
        """Read the answers anew, before the actors are."""
        if not self.is_on:
            return
        document = self._context.document
        seen = partial(
            sociogram.read, question=self._question, audience=document.viewer, on=self._tab.day
        )
        self.lens.show(document.read(seen))
        self._tab.view.board.frame = self.lens.layout(
            self._tab.view.board.frame.width, self._tab.view.board.frame.height
        )

    def _build(self) -> None:
        self._questions.setAccessibleName(_("Question"))
        self._questions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = spaced(QHBoxLayout(self.bar), 0, 8)
        row.addWidget(self._questions, 1)
        row.addWidget(self._new)
        row.addStretch(0)
        self._questions.activated.connect(self._on_question)
        self._tab.about_to_read.connect(self.read)
        self._tab.shown.connect(self._show)
        self._tab.view.tied.connect(self.answer)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _show(self) -> None:
        """Show the questions, the table and the summary of what was read."""
        if not self.is_on:
            return
        document, reading = self._context.document, self.lens.reading
        asked = document.read(
            partial(sociogram.questions, audience=document.viewer, on=self._tab.day)
        )
        with QSignalBlocker(self._questions):
            self._questions.clear()
            for each in asked:
                day = f" ({formats.short_date(each.asked_on)})" if each.asked_on else ""
                self._questions.addItem(each.text + day, each.id)
            if reading.question is not None:
                self._questions.setCurrentIndex(self._questions.findData(reading.question.id))
        self._questions.setVisible(bool(asked))
        self._new.setEnabled(not document.is_presenting and self._tab.day is None)
        people = self._tab.people
        names = {key: person.name for key, person in people.items()}
        self.summary.show_answers(reading, names)
        self.table.show_answers(tuple(people.values()), reading)

    @Slot(int)
    def _on_question(self, place: int) -> None:
        self._question = str(self._questions.itemData(place) or "")
        self._tab.refresh(animate=True)

    def _add_question(self, text: str) -> None:
        if not text.strip():
            return
        made: list[str] = []
        self._context.document.run(
            _("Ask: {question}").format(question=text.strip()),
            lambda session: made.append(sociogram.ask(session, text)),
        )
        if made:
            self._question = made[0]
            self._tab.refresh(animate=True)

    def _said(self, giver: str, taker: str) -> bool | None:
        if (giver, taker) in self.lens.reading.choices:
            return True
        return False if (giver, taker) in self.lens.reading.rejections else None

    def _fit(self) -> None:
        self._questions.setMinimumWidth(theme().px(_LEAST))
        self._questions.setMaximumWidth(theme().px(_WIDEST))
