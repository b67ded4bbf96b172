"""The tab of the questionnaires: ours to load, the mission's own, and their questions."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE
from entente.i18n import _, ngettext
from entente.services import questions
from entente.services.waves import State, state_of
from entente_ui.climate.questionnaires.deeds import QuestionnaireDeeds
from entente_ui.climate.questionnaires.dialogs import NewQuestionDialog, rewording
from entente_ui.climate.questionnaires.rows import (
    Row,
    question_line,
    questionnaire_line,
)
from entente_ui.climate.questionnaires.sheet import QuestionnaireSheet, Shown
from entente_ui.climate.questionnaires.side import QuestionnaireSide
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    LinkButton,
    make_action,
    spaced,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
_FIRST: Final = "barometer"
_WAVES: Final = "waves"


class QuestionnairesView(ReadingView):
    """Questionnaires at the left, those of ours that may be loaded below; beside, the one chosen.

    Attributes:
        side: Where one is chosen, begun or loaded.
        sheet: The one chosen.
    """

    name = "questionnaires"
    tables = frozenset({QUESTIONNAIRE.name, QUESTION.name, WAVE.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._deeds = QuestionnaireDeeds(context.document)
        self._rows: list[Row] = []
        self._questions: list[Row] = []
        self._waves: list[Row] = []
        self._key = ""
        self.side = QuestionnaireSide(self)
        self.sheet = QuestionnaireSheet(self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        whole = QWidget(self)
        row = spaced(QHBoxLayout(whole), (0, 8, 0, 0), 16)
        row.addWidget(self.side)
        row.addWidget(self.sheet, 1)
        self._pages.addWidget(whole)
        empty = EmptyState(
            "welcome",
            _("There is no questionnaire yet."),
            _("Load the barometer of the ten causes"),
            partial(self.load, _FIRST),
            self,
            hint=_("Load one of ours, in the language in use, or write your own."),
        )
        empty.add_button(LinkButton(_("New questionnaire"), self.side.ask_name, empty))
        self._pages.addWidget(empty)
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _connect(self) -> None:
        sheet = self.sheet
        self.side.list.chosen.connect(self._on_chosen)
        self.side.begun.connect(self.begin)
        self.side.load_wanted.connect(self.load)
        sheet.chosen.connect(self._on_question)
        sheet.carried.connect(self.carry)
        sheet.add_wanted.connect(self.add_question)
        sheet.reword_wanted.connect(self.reword)
        sheet.take_out_wanted.connect(self.take_out)
        sheet.print_wanted.connect(self.print_out)
        sheet.plan_wanted.connect(self._plan)
        sheet.aside_wanted.connect(self._set_aside)
        sheet.title_chosen.connect(self._select)

    @property
    @override
    def status(self) -> str:
        count = len(self._rows)
        text = ngettext("{count} questionnaire", "{count} questionnaires", count)
        return text.format(count=number(count)) if count else ""

    @property
    def row(self) -> Row | None:
        """The questionnaire one looks at."""
        return next((row for row in self._rows if row["id"] == self._key), None)

    @override
    def refresh(self) -> None:
        document = self.context.document
        rows: list[Row] = list(document.table(QUESTIONNAIRE).dicts())
        self._rows = sorted(rows, key=lambda row: bool(row["set_aside"]))
        self._questions = sorted(
            document.table(QUESTION).dicts(), key=lambda row: (row["position"] or 0, row["code"])
        )
        self._waves = list(document.table(WAVE).dicts())
        is_private = document.is_presenting
        lines = [
            questionnaire_line(row, len(self._asked(row["id"])), self._times(row["id"]))
            for row in self._rows
        ]
        self.side.list.show_lines(lines, self._key)
        self._key = self.side.list.key
        self.side.show_banks(self._deeds.banks(), can_act=not is_private)
        empty = _PRIVATE if is_private else _EMPTY
        self._pages.setCurrentIndex(_FILLED if self._rows else empty)
        self._show()

    def _asked(self, key: str) -> list[Row]:
        """Return the questions of a questionnaire that are asked now."""
        return [each for each in self._of(key) if each["retired_on"] is None]

    def _of(self, key: str) -> list[Row]:
        return [row for row in self._questions if row["questionnaire_id"] == key]

    def _times(self, key: str) -> int:
        """Return in how many waves a questionnaire was asked."""
        waves = [wave for wave in self._waves if wave["questionnaire_id"] == key]
        return sum(state_of(wave) is not State.PLANNED for wave in waves)

    def _show(self) -> None:
        row = self.row
        if row is None:
            return
        of = self._of(self._key)
        codes = {str(each["id"]): str(each["code"]) for each in of}
        followed = {str(each["follows_id"]): str(each["code"]) for each in of}
        lines = [question_line(each, codes, followed) for each in of]
        shown = Shown(row, lines, self._times(self._key))
        self.sheet.show_questionnaire(shown, can_act=not self.context.document.is_presenting)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key and key != self._key:
            self._key = key
            self._show()
        self._select()

    @Slot()
    def _select(self) -> None:
        """Show the questionnaire beside, where its name and introduction are written."""
        if self._key:
            self.selected.emit(Selection(QUESTIONNAIRE, (self._key,)))

    @Slot(str)
    def _on_question(self, key: str) -> None:
        self.selected.emit(Selection(QUESTION, (key,)) if key else None)

    @Slot(str)
    def load(self, bank: str) -> None:
        """Take over one of ours and go there."""
        self._come_to(self._deeds.load(bank))

    @Slot(str)
    def begin(self, name: str) -> None:
        """Begin a questionnaire of the mission's own and go there."""
        self._come_to(self._deeds.begin(name))

    def _come_to(self, key: str) -> None:
        if key:
            self.reveal(QUESTIONNAIRE.name, key)

    @Slot()
    def add_question(self) -> None:
        """Ask for a question and add it after the last one."""
        code = questions.next_code(self._deeds.asked(self._key))
        dialog = NewQuestionDialog(code, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            scale, cause = str(dialog.scale.currentData()), dialog.cause.currentData()
            key = self._deeds.add(self._key, dialog.text, scale, cause)
            if key:
                self.sheet.choose(key)

    @Slot()
    def reword(self) -> None:
        """Ask for other words of the question one is at."""
        row = self._question()
        if row is None:
            return
        was_asked = self._deeds.was_asked(self._key)
        dialog = rewording(str(row["code"]), str(row["text"]), self.window(), was_asked=was_asked)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            key = self._deeds.reword(str(row["id"]), dialog.text)
            if key:
                self.sheet.choose(key)

    @Slot()
    def take_out(self) -> None:
        """Ask the question one is at no more; that can be taken back."""
        row = self._question()
        if row is not None and self._deeds.take_out(str(row["id"])):
            text = _("No longer asked: {question}")
            self.context.toast(text.format(question=row["code"]), True)

    @Slot(int)
    def carry(self, step: int) -> None:
        """Ask the question one is at earlier or later."""
        row = self._question()
        if row is not None and self._deeds.move(str(row["id"]), step):
            self.sheet.choose(str(row["id"]))

    def _question(self) -> Row | None:
        """Return the question one is at, if it is asked now and may be changed."""
        if self.context.document.is_presenting:
            return None
        key = self.sheet.list.key
        return next((row for row in self._asked(self._key) if row["id"] == key), None)

    @Slot()
    def _set_aside(self) -> None:
        row = self.row
        if row is not None:
            self._deeds.set_aside(self._key, on=not row["set_aside"])

    @Slot()
    def _plan(self) -> None:
        self.view_wanted.emit(_WAVES, Selection(QUESTIONNAIRE, (self._key,)))

    @override
    def print_out(self) -> None:
        """Print the questionnaire, to be answered on paper."""
        if self._key and not self.context.document.is_presenting:
            self.context.reveal(paper("questionnaire"), self._key)

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting or self.row is None:
            return ()
        hand = partial(make_action, self)
        return [
            hand(_("New questionnaire"), self.side.ask_name, "plus"),
            hand(_("Add a question…"), self.add_question, "plus"),
            hand(_("Print the questionnaire…"), self.print_out, "printer"),
        ]

    @override
    def add_record(self) -> bool:
        if self.context.document.is_presenting:
            return False
        if self.row is None:
            self.side.ask_name()
        else:
            self.add_question()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type not in {QUESTIONNAIRE.name, QUESTION.name}:
            return False
        self.read_now()
        if record_type == QUESTIONNAIRE.name:
            self.side.list.choose(key)
            return True
        row = next((row for row in self._questions if row["id"] == key), None)
        if row is not None:
            self.side.list.choose(str(row["questionnaire_id"]))
            self.sheet.choose(key)
        return True

    @override
    def state(self) -> Mapping[str, Any]:
        return {"questionnaire": self._key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._key = str(state.get("questionnaire") or "")
        self.expire()
