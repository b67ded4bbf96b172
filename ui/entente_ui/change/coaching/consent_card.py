"""The consent of the person: recorded before anything is noted, withdrawn at any time."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from entente.domain.coaching.records import COACHING_TRACK
from entente.i18n import _
from entente.services.coaching import Track
from entente_ui.change.coaching.deeds import Deeds
from entente_ui.formats import long_date, quoted
from entente_ui.kit import (
    Card,
    DangerButton,
    DateField,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    sized,
    spaced,
)

_LINES = 64


class ConsentCard(Card):
    """Asks for the consent, or says when and how it was given.

    Attributes:
        day: When it was given.
        words: In which words.
        record_button: Records it.
        withdraw_button: Withdraws it, and erases everything.
        delete_button: Deletes a support nobody consented to.
    """

    def __init__(
        self,
        deeds: Deeds,
        withdraw: Callable[[], None],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._deeds, self._today = deeds, today
        self.body.addWidget(PlainLabel(_("Consent"), "section", self))
        self._told = PlainLabel("", "body", self, wrap=True)
        self._asked = QWidget(self)
        self.day = DateField(_(COACHING_TRACK.field("consented_on").label), today, self._asked)
        self.words = QPlainTextEdit(self._asked)
        self.words.setAccessibleName(_(COACHING_TRACK.field("consent_words").label))
        self.words.setPlaceholderText(_("What the person said or wrote"))
        self.words.setTabChangesFocus(True)
        sized(self.words, height=_LINES)
        sized(self.day, width=140)
        self.record_button = PrimaryButton(_("Record the consent"), self._record, self._asked)
        self._problem = PlainLabel("", "error", self._asked, wrap=True)
        self.withdraw_button = DangerButton(_("Withdraw the consent…"), withdraw, self)
        self.delete_button = QuietButton(_("Delete"), deeds.remove, self, icon_name="trash")
        self._build()

    def _build(self) -> None:
        asked = spaced(QVBoxLayout(self._asked), 0, 8)
        asked.addWidget(self.words)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.day)
        line.addWidget(self.record_button)
        line.addStretch(1)
        asked.addLayout(line)
        asked.addWidget(self._problem)
        self.body.addWidget(self._told)
        self.body.addWidget(self._asked)
        foot = spaced(QHBoxLayout(), (0, 4, 0, 0), 8)
        foot.addWidget(self.withdraw_button)
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_track(self, track: Track) -> None:
        """Show how things stand; what is being typed stays."""
        day, words = track.values["consented_on"], track.values["consent_words"]
        self._asked.setVisible(not track.is_open)
        self.withdraw_button.setVisible(track.is_open)
        self.delete_button.setVisible(not track.is_open)
        self._problem.hide()
        if not track.is_open:
            self._told.setText(
                _("Nothing is noted before the person consents, freely and in their own words.")
            )
            if self.day.value is None:
                self.day.set_value(self._today())
            return
        self.words.clear()
        given = _("Given on {day}: {words}").format(day=long_date(day), words=quoted(words or "…"))
        rights = _(
            "The person can withdraw it at any time: the whole support is then erased, from the "
            "history and the backups as well."
        )
        self._told.setText(f"{given}\n{rights}")

    def _record(self) -> None:
        if not self.day.settle():
            return
        problem = self._deeds.consent(self.words.toPlainText(), self.day.value)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
