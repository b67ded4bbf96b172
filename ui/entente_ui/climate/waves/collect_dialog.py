"""Answers collected elsewhere: which column answers which question, and what that comes to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from entente.errors import EntenteError
from entente.exchange import answers
from entente.exchange.answers import TO_GROUP, TO_NOTHING, Collected
from entente.exchange.answers_told import told
from entente.exchange.readers import read_table
from entente.exchange.table import Table
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.services.waves import Form
from entente_ui.folders import remember_folder, start_folder
from entente_ui.formats import number
from entente_ui.kit import (
    ElidedLabel,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    sized,
    spaced,
)
from entente_ui.pane import Context

_WIDTH: Final = 640
_LIST: Final = 260
_CHOICE: Final = 300
_KINDS: Final = "*.csv *.tsv *.txt *.xlsx *.xlsm *.ods"


class CollectDialog(QDialog):
    """Each column with what it answers; the sentences below say what is left out, and why.

    Attributes:
        choices: What each column answers, by its heading.
        collected: The ballots, as things stand; None while something is wrong.
        problem: What is wrong.
        take: Agrees.
    """

    def __init__(self, table: Table, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._form = table, form
        self.collected: Collected | None = None
        self.setWindowTitle(_("Take over answers"))
        self.choices: dict[str, QComboBox] = {}
        self._said = PlainLabel("", "muted", self, wrap=True)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self.take = PrimaryButton("", self.accept, self)
        self._build()
        self._read()

    def _build(self) -> None:
        page = QWidget(self)
        grid = spaced(QGridLayout(page), (0, 0, 8, 0), 6)
        grid.setColumnStretch(0, 1)
        guesses = answers.guessed(self._table, self._form)
        for row, heading in enumerate(self._table.headings):
            choice = self._choice(heading, guesses[heading])
            grid.addWidget(ElidedLabel(heading, "body", page), row, 0)
            grid.addWidget(choice, row, 1)
        area = ScrollArea(page, self, name=_("Columns"))
        sized(area, width=_WIDTH, height=_LIST)
        told_ = _(
            "Who answered, and when, is not taken over; the file still says it: erase it "
            "afterwards."
        )
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(_("Take over answers"), "heading", self))
        layout.addWidget(ElidedLabel(self._table.source, "muted", self))
        layout.addWidget(area)
        for label in (self._said, self.problem, PlainLabel(told_, "small", self, wrap=True)):
            sized(label, width=_WIDTH)
            layout.addWidget(label)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(self.take)
        layout.addLayout(foot)

    def _choice(self, heading: str, guess: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(heading)
        choice.addItem(_("— left out"), TO_NOTHING)
        if self._form.groups:
            choice.addItem(self._form.attribute or _("Group of respondents"), TO_GROUP)
        for asked in self._form.questions:
            choice.addItem(f"{asked.code} {asked.text}", asked.code)
        choice.setCurrentIndex(max(0, choice.findData(guess)))
        choice.activated.connect(lambda _place: self._read())
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sized(choice, width=_CHOICE)
        self.choices[heading] = choice
        return choice

    @property
    def maps(self) -> Mapping[str, str]:
        """What each column answers, by its heading."""
        return {heading: str(choice.currentData()) for heading, choice in self.choices.items()}

    @Slot()
    def _read(self) -> None:
        """Read the ballots anew, and say what there is to say of them."""
        problem, self.collected = self._wrong(), None
        if not problem:
            try:
                self.collected = answers.collect(self._table, self._form, self.maps)
            except EntenteError as error:
                problem = sentence(error)
        found = self.collected
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._said.setText("\n".join(told(found)) if found else "")
        self._said.setVisible(bool(self._said.text()))
        count = len(found.ballots) if found else 0
        text = ngettext("Cast {count} ballot", "Cast {count} ballots", count)
        self.take.setText(text.format(count=number(count)))
        self.take.setEnabled(count > 0)

    def _wrong(self) -> str:
        """Return what is wrong with what the columns answer; nothing if empty."""
        given = [to for to in self.maps.values() if to != TO_NOTHING]
        twice = next((to for to in given if given.count(to) > 1), "")
        if twice == TO_GROUP:
            return _("Two columns tell the group, and groups are never crossed.")
        if twice:
            return _("Two columns answer {code}: leave one out.").format(code=twice)
        if not set(given) - {TO_GROUP}:
            return _("Say which column answers which question.")
        return ""


def collect(context: Context, form: Form, parent: QWidget) -> Collected | None:
    """Ask for a file and what its columns answer; return the ballots, None if there are none."""
    lists, everything = _("Lists"), _("All files")
    chosen, _kind = QFileDialog.getOpenFileName(
        parent,
        _("Answers of LimeSurvey, Google Forms or Microsoft Forms"),
        str(start_folder()),
        f"{lists} ({_KINDS});;{everything} (*)",
    )
    if not chosen:
        return None
    remember_folder(Path(chosen))
    try:
        table = read_table(Path(chosen))
    except EntenteError as error:
        context.tell(error)
        return None
    dialog = CollectDialog(table, form, parent)
    return dialog.collected if dialog.exec() == QDialog.DialogCode.Accepted else None
