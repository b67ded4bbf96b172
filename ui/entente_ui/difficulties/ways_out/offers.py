"""Offers and counter-offers as a chain of cards, beside their amounts."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.option import OFFER
from entente.domain.records import Field
from entente.domain.text import shorten
from entente.domain.zopa import Zone
from entente.i18n import _, ngettext
from entente.services.ways_out import Bargain
from entente_ui.difficulties.part import PartCard
from entente_ui.difficulties.parts import Parts
from entente_ui.difficulties.ways_out.chart import AmountChart
from entente_ui.difficulties.ways_out.limits import Limits
from entente_ui.difficulties.ways_out.money import commit_money
from entente_ui.formats import money
from entente_ui.kit import PlainLabel, QuietButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.writing import LabelsByKind, Place

_SMALL = ("actor_id", "amount", "made_on", "answers_id", "status")
_NAME = 32
#: Px at 100 % from which the drawing stands beside the list instead of above it.
_WIDE = 860


class OfferCard(PartCard):
    """One offer; an amount is typed as people write it."""

    def __init__(
        self, context: Context, key: str, answer: "Offers", parent: QWidget | None = None
    ) -> None:
        """Make a card.

        Args:
            context: What the shell gives.
            key: Key of the offer.
            answer: The list that answers it.
            parent: Its widget.
        """
        super().__init__(context, OFFER, key, _SMALL, parent)
        self._answer = QuietButton(
            _("Counter-offer"), partial(answer.answer, key), self, icon_name="arrow-right"
        )
        line = spaced(QHBoxLayout(), 0, 0)
        line.addStretch(1)
        line.addWidget(self._answer)
        self.body.addLayout(line)

    @override
    def show_row(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        super().show_row(row, labels, read_only=read_only)
        self._answer.setVisible(not read_only and row["status"] == "open")

    @override
    def _meta_words(self, field: Field) -> str:
        value = self.row[field.name]
        if field.name == "amount" and value is not None:
            return money(value, 0 if float(value).is_integer() else 2)
        if field.name == "answers_id" and value:
            answered = self.labels.get(OFFER.name, {}).get(value, "")
            return f"↩ {shorten(answered, _NAME)}" if answered else ""
        return super()._meta_words(field)

    @override
    def write(self, place: Place, box: FieldBox, field: Field, typed: object) -> bool:
        return commit_money(self.context, place, box, field, typed)


class Offers(Parts):
    """The chain of offers, by date."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, OFFER, _("Offers"), _SMALL, {}, parent)
        self._parties: Sequence[str] = ()
        self._rows: Sequence[Mapping[str, Any]] = ()

    def show_chain(
        self,
        difficulty: str,
        rows: Sequence[Mapping[str, Any]],
        labels: LabelsByKind,
        parties: Sequence[str],
        *,
        read_only: bool,
    ) -> None:
        """Show the offers in the order given; `parties` are the actors one may come from."""
        self._parties, self._rows = parties, rows
        self.show_rows(difficulty, rows, labels, read_only=read_only)
        self._add.setVisible(not read_only and bool(parties))
        for place, row in enumerate(rows):
            card = self._cards[row["id"]]
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)

    @override
    def _make_card(self, key: str) -> PartCard:
        return OfferCard(self._context, key, self, self)

    @override
    def add(self) -> None:
        """Add an offer, from whoever did not make the last one."""
        self._make("")

    def answer(self, key: str) -> None:
        """Add an offer that answers another."""
        self._make(key)

    def _make(self, answers: str) -> None:
        last = next((row for row in self._rows if row["id"] == answers), None)
        if last is None and self._rows:
            last = self._rows[-1]
        made_by = last["actor_id"] if last else ""
        others = [party for party in self._parties if party != made_by]
        document = self._context.document
        values = {
            "difficulty_id": self._difficulty,
            "actor_id": next(iter(others or self._parties), None),
            "text": _("Terms"),
            "made_on": document.read(lambda s: s.today),
            "answers_id": answers or None,
        }
        key, problem = work.create(document, OFFER, values)
        if self._context.taken(problem) and key in self._cards:
            self._cards[key].begin_new()


class OffersPanel(QWidget):
    """Offers, their amounts drawn, and the limits nobody but the mediator knows."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = Offers(context, self)
        self.chart = AmountChart(self)
        self.limits = Limits(context, self)
        self._zone = PlainLabel("", "body", self, wrap=True)
        drawn = spaced(QVBoxLayout(), 0, 10)
        self._title = PlainLabel(_("Amounts"), "section", self)
        drawn.addWidget(self._title)
        drawn.addWidget(self.chart)
        drawn.addWidget(self._zone)
        drawn.addWidget(self.limits)
        drawn.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced(self._sides, 0, 20)
        self._sides.addLayout(drawn, 1)
        self._sides.addWidget(self.list, 1)
        self.chart.chosen.connect(self.list.focus_on)

    def show_bargain(self, bargain: Bargain, *, read_only: bool) -> None:
        """Draw the amounts and say how the limits lie."""
        self.chart.show_bargain(bargain)
        self.chart.setVisible(self.chart.has_amounts)
        self._title.setVisible(self.chart.has_amounts)
        self._zone.setText(zone_words(bargain))
        self._zone.setVisible(bool(bargain.zones) and not read_only)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().px(_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_wide else down)


def zone_words(bargain: Bargain) -> str:
    """Return how the limits of those who pay and those who receive lie to each other."""
    words = [_zone_line(zone, bargain.names) for zone in bargain.zones[:4]]
    if len(bargain.zones) > 1:
        count = len(bargain.zones)
        said = ngettext(
            "{count} pair of parties: each has a zone of its own.",
            "{count} pairs of parties: each has a zone of its own.",
            count,
        )
        words.insert(0, said.format(count=count))
    return "\n".join(words)


def _zone_line(zone: Zone, names: Mapping[str, str]) -> str:
    values = {
        "payer": names.get(zone.payer, ""),
        "receiver": names.get(zone.receiver, ""),
        "least": money(zone.least),
        "most": money(zone.most),
        "width": money(abs(zone.width)),
    }
    if zone.exists:
        words = _("{payer} and {receiver} can meet between {least} and {most}: {width} of room.")
    else:
        words = _("{payer} and {receiver} do not meet: {width} lie between their limits.")
    return words.format(**values)
