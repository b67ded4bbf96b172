"""The risk that is selected, in short: where it stands, its response, what it is linked with."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from entente.domain.risk import STATUS_LABELS, STRATEGY_LABELS, Reading, RiskStatus
from entente.i18n import _
from entente.services.risk_edits import RiskSheet
from entente_ui.formats import labelled, short_date
from entente_ui.kit import (
    Card,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    SecondaryButton,
    spaced,
)
from entente_ui.risks.links import LinkList
from entente_ui.risks.seen import Seen
from entente_ui.risks.words import effectiveness_words, reading_words

#: Readings as they are said, from the first to what is aimed at.
_READINGS: Final = tuple(Reading)


class RiskCard(Card):
    """One risk beside the matrix.

    Attributes:
        links: What it is linked with.

    Signals:
        review_asked: Emitted with the key of the risk to be reviewed.
        occurred_asked: Emitted with the key of the risk that has occurred.
        difficulty_asked: Emitted with the key of the difficulty it has become.
    """

    review_asked = Signal(str)
    occurred_asked = Signal(str)
    difficulty_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._key = ""
        self._difficulty = ""
        self._title = PlainLabel("", "strong", self, wrap=True)
        self._pills = spaced(FlowLayout(), 0, 4)
        self._lines = PlainLabel("", "small", self, wrap=True)
        self._effect = PlainLabel("", "small-strong", self, wrap=True)
        self._response = PlainLabel("", "small", self, wrap=True)
        self.links = LinkList(self)
        self.occurred = SecondaryButton(
            _("It has occurred…"), lambda: self.occurred_asked.emit(self._key), self
        )
        self._review = LinkButton(_("Review it"), lambda: self.review_asked.emit(self._key), self)
        self._become = LinkButton(
            _("The difficulty it has become"),
            lambda: self.difficulty_asked.emit(self._difficulty),
            self,
        )
        self._build()

    def _build(self) -> None:
        for widget in (self._title, self._lines, self._effect, self._response):
            if widget is self._lines:
                self.body.addLayout(self._pills)
            self.body.addWidget(widget)
        self.body.addWidget(self.links)
        buttons = spaced(FlowLayout(), (0, 4, 0, 0), 8)
        for button in (self.occurred, self._become, self._review):
            buttons.addWidget(button)
        self.body.addLayout(buttons)

    @property
    def texts(self) -> list[str]:
        """What it says, line by line."""
        labels = (self._title, self._lines, self._effect, self._response)
        return [label.text() for label in labels if not label.isHidden()]

    def show_risk(
        self,
        seen: Seen,
        sheet: RiskSheet,
        names: Mapping[str, Mapping[str, str]],
        *,
        read_only: bool,
    ) -> None:
        """Show a risk.

        Args:
            seen: What levels mean.
            sheet: Everything about it.
            names: All it could be linked with: names by key, by kind.
            read_only: Whether nothing may be changed.
        """
        view, record = sheet.view, sheet.record
        self._key, self._difficulty = view.id, record["difficulty_id"] or ""
        self._title.setText(f"{view.ref} · {view.event}")
        self._show_pills(sheet)
        lines = [reading_words(seen.scales, view, reading.value) for reading in _READINGS]
        self._lines.setText("\n".join(lines))
        share = view.effectiveness()
        self._effect.setText(effectiveness_words(view))
        self._effect.setVisible(share is not None)
        strategy = _(STRATEGY_LABELS[view.strategy]) if view.strategy in STRATEGY_LABELS else ""
        said = " – ".join(filter(None, (strategy, record["response"] or "")))
        self._response.setText(labelled(_("Response"), said))
        self._response.setVisible(bool(said))
        self.links.show_links(sheet.links, names, read_only=read_only)
        has_occurred = view.status == RiskStatus.OCCURRED
        self.occurred.setVisible(not read_only and not view.is_past)
        self._become.setVisible(has_occurred and bool(self._difficulty))
        self._review.setVisible(not view.is_past)

    def _show_pills(self, sheet: RiskSheet) -> None:
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for pill in pills_of(sheet, self):
            self._pills.addWidget(pill)
            pill.show()


def pills_of(sheet: RiskSheet, parent: QWidget) -> list[Pill]:
    """Return kind, status and next review of a risk as small labels."""
    view = sheet.view
    kind = _("threat") if view.is_threat else _("opportunity")
    pills = [Pill(kind, "neutral" if view.is_threat else "good", parent)]
    if view.status in STATUS_LABELS:
        role = "critical" if view.status == RiskStatus.OCCURRED else "neutral"
        pills.append(Pill(_(STATUS_LABELS[view.status]), role, parent))
    if view.is_overdue:
        words = _("review overdue since {day}").format(day=short_date(view.review_on))
        pills.append(Pill(words, "caution", parent))
    elif view.review_on is not None and not view.is_past:
        words = _("review on {day}").format(day=short_date(view.review_on))
        pills.append(Pill(words, "neutral", parent))
    return pills
