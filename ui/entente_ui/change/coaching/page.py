"""One support, whole: agreement, consent, self-ratings, goals, sessions, referrals, the end."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.records import LEVEL_FIELD
from entente.i18n import N_, _
from entente.services.coaching import Track
from entente_ui.change.coaching import words
from entente_ui.change.coaching.consent_card import ConsentCard
from entente_ui.change.coaching.deeds import Deeds
from entente_ui.change.coaching.fields_card import (
    AGREED_LONG,
    AGREED_SHORT,
    CLOSING_LONG,
    FieldsCard,
)
from entente_ui.change.coaching.forms import RATINGS, READINGS, REFERRALS, SESSIONS
from entente_ui.change.coaching.goal_chart import GoalChart
from entente_ui.change.coaching.goals_part import GoalCards
from entente_ui.change.coaching.raised_card import RaisedCard
from entente_ui.change.coaching.shape_card import ShapeCard
from entente_ui.charts.card import ChartCard
from entente_ui.kit import (
    FlowLayout,
    LevelMark,
    Pill,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    Section,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.registers.record_cards import RecordCards

_PILLS = {"prepared": "caution", "running": "good", "closed": "neutral"}


class TrackPage(QWidget):
    """One support.

    Signals:
        card_opened: Emitted with a card that somebody wants to see.

    Attributes:
        agreed, consent, closing: What was agreed, consented to, and said at the end.
        ratings, goals, readings, sessions, referrals: The parts, on cards.
        shape: The radar of the first and the last self-rating.
        chart: How far the goals have come.
        raised: What sessions mention that is for somebody else.
    """

    card_opened = Signal(QWidget)

    def __init__(
        self, context: Context, deeds: Deeds, withdraw: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._context, self._deeds = context, deeds
        self.track: Track | None = None
        self._name = PlainLabel("", "title", self, wrap=True)
        self._status = Pill("", "neutral", self)
        self._level = LevelMark("", "", self)
        self._agreement = Section(_("Agreement of the three"), self)
        self.agreed = FieldsCard(context, "", AGREED_SHORT, AGREED_LONG, self._agreement)
        self.consent = ConsentCard(deeds, withdraw, self._today, self)
        self.closing = FieldsCard(context, _("Closing"), {}, CLOSING_LONG, self)
        self.ratings = RecordCards(context, RATINGS, ((N_("Add a self-rating"), deeds.rate),), self)
        self.shape = ShapeCard(self._say, self)
        self.goals = GoalCards(context, deeds, self._add_goal, self)
        self.line = GoalChart(self)
        self.chart = ChartCard(_("Attainment of goals"), self.line, self._say, self)
        self.readings = RecordCards(context, READINGS, (), self)
        self.sessions = RecordCards(context, SESSIONS, ((N_("Add a session"), deeds.meet),), self)
        self.referrals = RecordCards(context, REFERRALS, (), self)
        self.close_button = PrimaryButton(_("Close the support"), deeds.close, self)
        self.reopen_button = SecondaryButton(_("Take it up again"), deeds.reopen, self)
        self.raised: list[RaisedCard] = []
        self._warnings = QWidget(self)
        self._contract = SecondaryButton(
            _("Agreement to sign"), self.print_agreement, self, icon_name="file-text"
        )
        self._sheet = SecondaryButton(
            _("Sheet of the person"), self.print_sheet, self, icon_name="file-text"
        )
        self._build()

    def _build(self) -> None:
        papers = spaced(FlowLayout(), 0, 8)
        for widget in (self._status, self._level, self._contract, self._sheet):
            papers.addWidget(widget)
        spaced(QVBoxLayout(self._warnings), 0, 8)
        self.closing.note.setText(
            _("No support ends without the person’s own words and what was expected and obtained.")
        )
        self.closing.foot.addLayout(self._closing_foot())
        self.agreed.note.setText(_("Signed by the person, whoever asks for the support, and you."))
        column = spaced(QVBoxLayout(self), (20, 8, 20, 24), 16)
        column.addWidget(self._name)
        column.addLayout(papers)
        column.addWidget(self._warnings)
        self._agreement.body.addWidget(self.agreed)
        self._after = (
            *(self.sessions, self.goals, self.chart, self.readings),
            *(self.ratings, self.shape, self.referrals, self.closing),
        )
        for part in (self._agreement, self.consent, *self._after):
            column.addWidget(part)
        column.addStretch(1)

    def _closing_foot(self) -> FlowLayout:
        foot = spaced(FlowLayout(), 0, 8)
        foot.addWidget(self.close_button)
        foot.addWidget(self.reopen_button)
        return foot

    def show_track(self, track: Track) -> None:
        """Show a support; what is being typed on cards that stay, stays."""
        self._deeds.turn_to(track)
        values = track.values
        if self.track is None or self.track.id != track.id:
            # What was signed is seldom read again.
            self._agreement.set_expanded(values["signed_on"] is None)
        self.track = track
        self._name.setText(f"{values['ref']} · {track.person}")
        self._status.setText(words.status_words(values["status"]))
        self._status.set_role(_PILLS[values["status"]])
        self._level.set_level(values[LEVEL_FIELD])
        self.agreed.show_track(track)
        self.consent.show_track(track)
        for part in self._after:
            part.setVisible(track.is_open)
        self._sheet.setVisible(track.is_open)
        self._show_raised(track)
        if track.is_open:
            self._show_parts(track)

    def _show_parts(self, track: Track) -> None:
        self.ratings.show_rows(track.ratings[::-1], {}, read_only=False)
        self.goals.show_goals(track.goals)
        looks = sorted(
            (row for goal in track.goals for row in goal.readings),
            key=lambda row: row["read_on"],
            reverse=True,
        )
        names = {"coaching_goal": words.goal_names(track.goals)}
        self.readings.show_rows(looks, names, read_only=False)
        planned = track.values["sessions_planned"]
        self.sessions.note.setText(words.kept_words(track.kept, planned))
        self.sessions.show_rows(track.sessions, {}, read_only=False)
        self.referrals.show_rows(track.referrals, {}, read_only=False)
        self.shape.show_track(track)
        sentence = words.attained_words(track)
        self.line.show_goals(track.goals, sentence)
        self.chart.show_figures(sentence, words.attained_figures(track))
        self.chart.setVisible(track.last is not None)
        self.closing.show_track(track)
        self.close_button.setVisible(not track.is_closed)
        self.reopen_button.setVisible(track.is_closed)

    def _show_raised(self, track: Track) -> None:
        for card in self.raised:
            card.hide()
            card.deleteLater()
        self.raised = [
            RaisedCard(self._context, self._deeds, each, self.focus_on, self._warnings)
            for each in track.raised
        ]
        layout = self._warnings.layout()
        for card in self.raised:
            if layout is not None:
                layout.addWidget(card)
        self._warnings.setVisible(bool(self.raised))

    def focus_on(self, key: str) -> None:
        """Open the form of a part."""
        for part in (self.ratings, self.goals, self.readings, self.sessions, self.referrals):
            if key in part.cards:
                part.focus_on(key)
                self.card_opened.emit(part.cards[key])

    def print_agreement(self) -> None:
        """Prepare the agreement of the three."""
        if self.track is not None:
            self._context.reveal(paper("coaching-agreement"), self.track.id)

    def print_sheet(self) -> None:
        """Prepare the sheet of the person."""
        if self.track is not None:
            self._context.reveal(paper("coaching"), self.track.id)

    def _add_goal(self) -> tuple[str, str]:
        return self._deeds.aim(_("New goal"))

    def _today(self) -> dt.date:
        return self._context.document.read(lambda session: session.today)

    def _say(self, sentence: str) -> None:
        self._context.toast(sentence, False)
