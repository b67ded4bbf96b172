"""The wave one looks at: what was settled of it, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from entente.i18n import _
from entente.services.waves import State, state_of
from entente_ui.climate.waves.words import STATES, Row, ballots_words, fact_words
from entente_ui.kit import (
    Card,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    spaced,
    tooltip,
)


class WaveHead(Card):
    """Says what a wave is.

    Signals:
        open_wanted, kiosk_wanted, collect_wanted: Emitted when a button says so.
        close_wanted, charts_wanted, next_wanted: Likewise.
        paper_wanted: Emitted with the kind of a document of the wave that is to be made.
    """

    open_wanted = Signal()
    kiosk_wanted = Signal()
    collect_wanted = Signal()
    close_wanted = Signal()
    charts_wanted = Signal()
    next_wanted = Signal()
    paper_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._pill = Pill("", "neutral", self)
        self._name = PlainLabel("", "heading", self, wrap=True)
        self._facts = PlainLabel("", "body", self, wrap=True)
        self._count = PlainLabel("", "strong", self)
        self._open = PrimaryButton(_("Open the wave"), self.open_wanted.emit, self)
        self._kiosk = SecondaryButton(_("Hand over the screen…"), self.kiosk_wanted.emit, self)
        self._collect = SecondaryButton(_("Take over answers…"), self.collect_wanted.emit, self)
        self._close = SecondaryButton(_("Close the wave…"), self.close_wanted.emit, self)
        self._charts = SecondaryButton(_("See the charts"), self.charts_wanted.emit, self)
        self._next = SecondaryButton(_("Plan the next wave"), self.next_wanted.emit, self)
        self._ballots = self._paper(_("Print ballots…"), "ballot")
        self._shuffled = self._paper(_("In several orders…"), "shuffled-ballot")
        self._notice = self._paper(_("Who sees what…"), "notice")
        self._report = self._paper(_("Report of the wave…"), "wave")
        self._build()

    def _paper(self, words: str, kind: str) -> LinkButton:
        return LinkButton(words, lambda: self.paper_wanted.emit(kind), self, icon_name="printer")

    def _build(self) -> None:
        tooltip(self._kiosk, _("Full screen, one respondent after the other"))
        tooltip(self._collect, _("A file of LimeSurvey, Google Forms or Microsoft Forms"))
        tooltip(self._close, _("Count the ballots and erase them, for good"))
        top = spaced(QHBoxLayout(), 0, 12)
        top.addWidget(self._name, 1)
        top.addWidget(self._pill)
        bar = spaced(FlowLayout(), 0, 8)
        for button in (
            *(self._open, self._kiosk, self._collect, self._close, self._charts, self._next),
            *(self._ballots, self._shuffled, self._notice, self._report),
        ):
            bar.addWidget(button)
        self.body.addLayout(top)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._count)
        self.body.addLayout(bar)

    def show_wave(
        self, wave: Row, questionnaire: str, groups: Mapping[str, str], *, can_act: bool
    ) -> None:
        """Show a wave; what can be done with it, if anything may be."""
        state = state_of(wave)
        words, role = STATES[state]
        self._pill.setText(_(words))
        self._pill.set_role(role)
        self._name.setText(f"{wave['ref']} · {wave['name']}")
        self._facts.setText(fact_words(wave, questionnaire, groups))
        self._open.setVisible(can_act and state is State.PLANNED)
        self._kiosk.setVisible(can_act and state is State.OPEN)
        self._collect.setVisible(can_act and state is State.OPEN)
        self._close.setVisible(can_act and state is State.OPEN)
        self._charts.setVisible(state is State.CLOSED)
        self._next.setVisible(can_act and state is not State.PLANNED)
        self._count.setVisible(state is State.CLOSED)
        for link in (self._ballots, self._shuffled, self._notice):
            link.setVisible(can_act and state is not State.CLOSED)
        self._report.setVisible(can_act and state is State.CLOSED)

    def show_count(self, count: int) -> None:
        """Say how many ballots there are."""
        self._count.setText(ballots_words(count))
