"""What must not be overlooked: a threshold crossed, the limit of the mandate, options too early."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.difficulty import MANDATE_LIMIT
from entente.domain.stage_advice import STAGE_ADVICE, Crossing, Threshold, crossings
from entente.i18n import N_, _
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.difficulties.wheel_words import guard_words
from entente_ui.formats import long_date
from entente_ui.kit import Panel, Pill, PlainLabel, spaced

_AT_LIMIT: Final = N_("At the limit of a project mediator’s mandate: tell the sponsor.")
_BEYOND: Final = N_(
    "Beyond a project mediator’s mandate: stop, protect people, refer to authority."
)
_COALITIONS: Final = N_("Camps have formed: do not stay alone, find a co-mediator.")


class Alerts(QWidget):
    """One panel for each alert; nothing while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mandate = _Alert("critical", _("Mandate"), self)
        self.coalitions = _Alert("caution", _("Level II"), self)
        self.early = _Alert("caution", _("Wheel"), self)
        layout = spaced(QVBoxLayout(self), 0, 8)
        for alert in (self.mandate, self.coalitions, self.early):
            layout.addWidget(alert)

    def show_seen(self, seen: Seen) -> None:
        """Show what there is to say; nothing of it is for others to see."""
        stage = seen.stage
        found = {each.threshold: each for each in crossings(seen.history)}
        beyond = found.get(Threshold.MANDATE)
        coalitions = found.get(Threshold.COALITIONS) if stage < MANDATE_LIMIT else None
        words = {self.mandate: "", self.coalitions: "", self.early: ""}
        if beyond is not None:
            words[self.mandate] = f"{_(_BEYOND)} {_since(beyond)}"
        elif stage == MANDATE_LIMIT:
            words[self.mandate] = f"{_(_AT_LIMIT)} {_(STAGE_ADVICE[stage].action)}"
        if coalitions is not None:
            advice = _(STAGE_ADVICE[stage].action)
            words[self.coalitions] = f"{_(_COALITIONS)} {advice} {_since(coalitions)}"
        if seen.wheel is not None:
            words[self.early] = guard_words(seen.wheel)
        for alert, text in words.items():
            alert.say("" if seen.is_read_only else text)
        self.setVisible(any(words.values()) and not seen.is_read_only)


def _since(crossing: Crossing) -> str:
    told = (
        _("Stage {stage} was left upwards on {date}.")
        if crossing.was_below
        else _("It has been so since the first rating, on {date}.")
    )
    last = 3 if crossing.threshold is Threshold.COALITIONS else MANDATE_LIMIT
    return told.format(stage=last, date=long_date(crossing.since))


class _Alert(Panel):
    def __init__(self, role: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", "left", parent)
        self._text = PlainLabel("", "body", self, wrap=True)
        line = spaced(QHBoxLayout(self), (12, 8, 12, 8), 10)
        line.addWidget(Pill(word, role, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What it says, empty while it is hidden."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something, or vanish."""
        self._text.setText(text)
        self.setVisible(bool(text))
