"""A new wave, with what the last one was proposed again."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from entente.domain.climate.suppression import THRESHOLD, THRESHOLD_MIN
from entente.domain.climate.survey import PEOPLE_MAX, QUESTIONNAIRE, THRESHOLD_MAX, WAVE
from entente.i18n import _
from entente.services import next_waves, surveys, waves
from entente.services.next_waves import Proposal
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.kit import (
    DateField,
    NumberField,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    sized,
    spaced,
)

_WIDTH: Final = 420
_GROUPS: Final = 96
#: Mark of a questionnaire of ours the mission does not have yet.
_BANK: Final = "bank:"

Make = Callable[[Session], str]


class NewWaveDialog(QDialog):
    """Asks what is asked, when, of whom, and from how many answers on something is shown.

    Attributes:
        questionnaire, name, day, people, threshold, attribute, groups: What is asked.
        problem: Why it was refused.
        make: Plans the wave and returns its key; None until it was agreed to.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.make: Make | None = None
        today = document.read(lambda session: session.today)
        self.setWindowTitle(_("New wave"))
        self.questionnaire = QComboBox(self)
        self.name = QLineEdit(self)
        self.day = DateField(_(WAVE.field("planned_on").label), lambda: today, self)
        self.people = self._number("population", 1, PEOPLE_MAX)
        self.threshold = self._number("threshold", THRESHOLD_MIN, THRESHOLD_MAX)
        self.attribute = QLineEdit(self)
        self.groups = QPlainTextEdit(self)
        self.groups.setTabChangesFocus(True)
        self.groups.setPlaceholderText(_("One group a line; none if nobody is to be told apart."))
        sized(self.groups, height=_GROUPS)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self._build()
        self._offer()
        self.questionnaire.currentIndexChanged.connect(self._propose)
        self.day.set_value(today)
        self._propose()
        self.name.selectAll()

    def _number(self, name: str, least: int, most: int) -> NumberField:
        return NumberField(_(WAVE.field(name).label), self, minimum=least, maximum=most)

    def _build(self) -> None:
        form = spaced(QFormLayout(), 0, 8)
        rows = (
            ("questionnaire_id", self.questionnaire),
            ("name", self.name),
            ("planned_on", self.day),
            ("population", self.people),
            ("threshold", self.threshold),
            ("attribute", self.attribute),
        )
        for name, widget in rows:
            label = _(WAVE.field(name).label)
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        self.groups.setAccessibleName(_("Groups"))
        form.addRow(_("Groups"), self.groups)
        told = _(
            "The threshold is what respondents are promised: once the wave is open it cannot be "
            "changed. Part people by one thing alone, service, trade or site."
        )
        add = PrimaryButton(_("Plan the wave"), self.add, self)
        add.setDefault(True)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        foot.addWidget(add)
        layout = spaced(QVBoxLayout(self), 20, 12)
        layout.addWidget(PlainLabel(_("New wave"), "heading", self))
        layout.addLayout(form)
        for words in (PlainLabel(told, "muted", self, wrap=True), self.problem):
            sized(words, width=_WIDTH)
            layout.addWidget(words)
        layout.addLayout(foot)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.problem.hide()

    def _offer(self) -> None:
        """Offer the questionnaires of the mission, then those of ours it does not have."""
        for row in self._document.table(QUESTIONNAIRE).dicts():
            if not row["set_aside"]:
                self.questionnaire.addItem(str(row["name"]), str(row["id"]))
        for bank in self._document.read(surveys.banks):
            if not bank.is_there:
                self.questionnaire.addItem(bank.name, f"{_BANK}{bank.key}")

    @Slot()
    def _propose(self) -> None:
        """Fill in what the last wave of the questionnaire was."""
        key = str(self.questionnaire.currentData() or "")
        rows = [row for row in self._document.table(WAVE).dicts() if row["questionnaire_id"] == key]
        if not rows:
            self.name.setText(_("Wave 1"))
            self.threshold.set_value(THRESHOLD)
            return
        last = str(rows[-1]["id"])
        self._fill(self._document.read(lambda s: next_waves.propose_next(s, last)))

    def _fill(self, found: Proposal) -> None:
        self.name.setText(found.name)
        self.day.set_value(found.planned_on)
        self.people.set_value(found.population)
        self.threshold.set_value(found.threshold)
        self.attribute.setText(found.attribute)
        self.groups.setPlainText("\n".join(found.groups))

    @Slot()
    def add(self) -> None:
        """Agree to the wave, or say what is missing."""
        fields = (self.day, self.people, self.threshold)
        if not all(field.settle() for field in fields):
            return
        problem = ""
        if not self.name.text().strip():
            problem = _("The wave needs a name.")
        elif self.threshold.value is None:
            problem = _("The wave needs a threshold of at least {least}.").format(
                least=THRESHOLD_MIN
            )
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.make = self._maker()
            self.accept()

    def _maker(self) -> Make:
        chosen = str(self.questionnaire.currentData())
        lines = (line.strip() for line in self.groups.toPlainText().splitlines())
        people = self.people.value
        values: dict[str, Any] = {
            "name": self.name.text().strip(),
            "population": None if people is None else int(people),
            "threshold": int(self.threshold.value or THRESHOLD),
            "attribute": self.attribute.text().strip(),
            "groups": dict.fromkeys(line for line in lines if line),
        }
        day = self.day.value

        def make(session: Session) -> str:
            key = chosen
            if chosen.startswith(_BANK):
                key = surveys.load(session, chosen.removeprefix(_BANK))
            return waves.plan(session, key, day, **values)

        return make
