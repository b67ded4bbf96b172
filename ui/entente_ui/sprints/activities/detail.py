"""One kind of activity: its shape, what it is for, how it is run, what can be done with it."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.radar import spokes
from entente.domain.worth import Worth
from entente.i18n import N_, _, ngettext
from entente.services.activity_library import shipped_key
from entente_ui.charts.card import ChartCard
from entente_ui.charts.radar import RadarChart, radar_figures
from entente_ui.formats import labelled, number
from entente_ui.kit import (
    FlowLayout,
    LinkButton,
    PlainLabel,
    ScrollArea,
    SecondaryButton,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.sprints.activities import deeds
from entente_ui.sprints.activities.words import band_words, half_days, worth_words

_TOLD: Final = (
    ("people", N_("How many people")),
    ("time", N_("How long")),
    ("materials", N_("What to bring")),
    ("steps", N_("How to run it")),
)


class ActivityDetail(QWidget):
    """Shows the activity that is selected in the library.

    Attributes:
        radar: The card with its shape, and the same as a table.
        take_button, aside_button, reset_button: What can be done with it.

    Signals:
        cards_wanted: Emitted when its card is to be printed.
    """

    cards_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: Mapping[str, Any] = {}
        self._name = PlainLabel("", "section", self, wrap=True)
        self._purpose = PlainLabel("", "body", self, wrap=True)
        self._counted = PlainLabel("", "muted", self, wrap=True)
        self._worth = PlainLabel("", "muted", self, wrap=True)
        self.chart = RadarChart(_("Shape of the activity"), self)
        self.radar = ChartCard(
            _("What it is good for"), self.chart, lambda text: context.toast(text, False), self
        )
        self._heads = {name: PlainLabel(_(words), "strong", self) for name, words in _TOLD}
        self._texts = {name: PlainLabel("", "body", self, wrap=True) for name, _words in _TOLD}
        self.take_button = SecondaryButton(_("Take into the backlog"), self._take, self)
        self.aside_button = SecondaryButton(_("Set aside"), self._aside, self)
        self.reset_button = LinkButton(_("Back to the original"), self._reset, self)
        self._build()
        self.show_activity(None)

    @property
    def shown(self) -> str:
        """The key of the activity that is shown; empty if none is."""
        return str(self._row.get("id") or "")

    def show_activity(
        self, row: Mapping[str, Any] | None, used: int = 0, worth: Worth | None = None
    ) -> None:
        """Show an activity.

        Args:
            row: Its record; None for none.
            used: How many cards are of it.
            worth: What it was worth, as far as anything tells.
        """
        self._row = row or {}
        self._page.setVisible(row is not None)
        self._nothing.setVisible(row is None)
        if row is None:
            return
        self._name.setText(row["name"] or "")
        told = (
            (self._purpose, row["purpose"]),
            (self._counted, _counted(row, used)),
            (self._worth, worth_words(worth) if worth else ""),
        )
        for label, text in told:
            label.setText(text or "")
            label.setVisible(bool(text))
        shape = spokes(row)
        self.radar.setVisible(not row["uncounted"])
        self.chart.show_shape(shape)
        self.radar.show_figures("", radar_figures(shape))
        for name, label in self._texts.items():
            label.setText(row[name] or "")
            for widget in (label, self._heads[name]):
                widget.setVisible(bool(row[name]))
        self._offer(row)

    def _offer(self, row: Mapping[str, Any]) -> None:
        is_free = not self._context.document.is_presenting
        self.take_button.setVisible(is_free and not row["uncounted"])
        self.aside_button.setVisible(is_free)
        self.aside_button.setText(_("Bring back") if row["set_aside"] else _("Set aside"))
        self.reset_button.setVisible(is_free and bool(shipped_key(row)))

    def _build(self) -> None:
        self._page = QWidget(self)
        self._nothing = PlainLabel(
            _("Select an activity to see what it is good for and how to run it."),
            "muted",
            self,
            wrap=True,
        )
        column = spaced(QVBoxLayout(self._page), 0, 6)
        column.addWidget(self._name)
        column.addWidget(self._purpose)
        column.addWidget(self._counted)
        column.addWidget(self._worth)
        buttons = spaced(FlowLayout(), 0, 6)
        for button in (self.take_button, self.aside_button, self.reset_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.radar)
        for name, _words in _TOLD:
            column.addWidget(self._heads[name])
            column.addWidget(self._texts[name])
        outer = QWidget(self)
        outer.setProperty("page", "true")
        whole = spaced(QVBoxLayout(outer), (12, 8, 12, 16), 0)
        whole.addWidget(self._page)
        whole.addWidget(self._nothing)
        whole.addStretch(1)
        area = ScrollArea(outer, self, name=_("Activity"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)

    def _take(self) -> None:
        deeds.take(self._context, self.shown, "", self._row["name"] or "")

    def _aside(self) -> None:
        deeds.set_aside(self._context, [self.shown], on=not self._row["set_aside"])

    def _reset(self) -> None:
        deeds.reset(self._context, [self.shown])


def _counted(row: Mapping[str, Any], used: int) -> str:
    """Return quantity, effort and use in one line."""
    band = band_words(row["quantity_min"], row["quantity_max"])
    parts = [labelled(_("quantity"), band)] if band else []
    if row["unit_effort"] is not None:
        of = _("{effort} for the whole mission") if row["uncounted"] else _("{effort} each")
        parts.append(of.format(effort=half_days(row["unit_effort"])))
    if used:
        cards = ngettext("{count} card", "{count} cards", used)
        parts.append(cards.format(count=number(used)))
    if row["set_aside"]:
        parts.append(_("set aside"))
    return " · ".join(parts)
