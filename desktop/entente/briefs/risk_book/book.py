"""The risks one reader is told of, reckoned from what the page is made of and from nothing else.

So no total holds a risk its reader may not know of.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from entente.briefs.heat import step_of
from entente.briefs.parts import Cell, Tone, Words
from entente.briefs.told import Entry, Told
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.mission import MISSION
from entente.domain.records import RecordType
from entente.domain.risk import PAST, RISK, RISK_CAUSE, Reading, RiskKind, impact_of, probability_of
from entente.domain.risk_layout import Cell as Place
from entente.domain.risk_levels import Scales, scales_of
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.domain.values import number_text
from entente.i18n import _, language
from entente.services.risk_figures import RiskFigures, figures_of
from entente.services.risks import Rated, RiskView

_CURRENCY: Final = "€"
_MINUS: Final = "\N{MINUS SIGN}"


class Book:
    """What a document says of risks.

    Attributes:
        told: All that is told.
        risks: The risks, in the order of their references.
    """

    def __init__(self, told: Told) -> None:
        self.told = told
        self.risks = tuple(entry for entry in told.of(RISK.name) if entry.datum("event"))
        mission = next(iter(told.of(MISSION.name)), Entry(MISSION.name))
        self._currency = mission.text("currency") or _CURRENCY
        # What was left open when the mission ended does not grow later for ever.
        self._counted_on = min(told.head.on, mission.day("ends_on") or told.head.on)
        self.scales = _scales(told, mission)

    @cached_property
    def views(self) -> Mapping[str, RiskView]:
        """The risks as the services know them, by key."""
        return {entry.key: self._view(entry) for entry in self.risks}

    @cached_property
    def figures(self) -> RiskFigures:
        """What they come to."""
        return figures_of(tuple(self.views.values()), self.scales)

    def view(self, entry: Entry) -> RiskView:
        """Return a risk as the services know it."""
        return self.views[entry.key]

    def of_risk(self, kind: RecordType, risk: Entry) -> tuple[Entry, ...]:
        """Return what of a kind belongs to a risk."""
        return tuple(each for each in self.told.of(kind.name) if each.links["risk_id"] == risk.key)

    def actions(self, risk: Entry, roles: Iterable[str]) -> tuple[Entry, ...]:
        """Return what is done about a risk that has one of these roles."""
        wanted = frozenset(roles)
        found = self.of_risk(BACKLOG_ITEM, risk)
        return tuple(each for each in found if each.text("role") in wanted)

    def named(self, kind: RecordType, key: str) -> str:
        """Return reference and title of a record; empty for nobody, or where it is private."""
        found = next((each for each in self.told.of(kind.name) if each.key == key), None)
        return f"{found.ref} {found.text(kind.title)}" if found else ""

    def place(self, rated: Rated) -> Place | None:
        """Return the cell of a reading; None while it is not rated."""
        if rated.probability is None or rated.impact is None:
            return None
        return rated.probability, rated.impact

    def level(self, place: Place) -> str:
        """Return the level of a cell in words; a hole has words of its own."""
        level = self.scales.level(*place)
        return _("no level") if level is None else self.scales.name(level)

    def heat(self, place: Place) -> int | None:
        """Return the step of the heat scale of a cell; None in a hole."""
        level = self.scales.level(*place)
        return None if level is None else step_of(level, len(self.scales.bands))

    def chip(self, rated: Rated, *, whole: bool = False) -> Cell:
        """Return the score and level of a reading on its colour; a dash while it is not rated.

        Args:
            rated: The reading.
            whole: Whether to say how the score comes about.
        """
        place = self.place(rated)
        if place is None:
            return (Words("–", Tone.DENSE),)
        score = number(place[0] * place[1])
        if whole:
            score = f"{number(place[0])} × {number(place[1])} = {score}"
        words = f"{score} {self.level(place)}"
        return (Words(words, Tone.DENSE_STRONG, heat=self.heat(place)),)

    def money(self, value: float) -> str:
        """Return an amount in the currency of the mission."""
        said = number_text(round(abs(value), 2), language())
        sign = _MINUS if value < 0 else ""
        if language() != "fr" and len(self._currency) == 1:
            return f"{sign}{self._currency}{said}"
        return f"{sign}{said}\u00a0{self._currency}"

    def _view(self, entry: Entry) -> RiskView:
        due, status = entry.day("review_on"), entry.text("status")
        return RiskView(
            id=entry.key,
            ref=entry.ref,
            event=entry.text("event"),
            kind=entry.text("kind") or RiskKind.THREAT.value,
            status=status,
            strategy=entry.text("strategy"),
            owner=entry.text("owner_id"),
            amount=entry.number("amount"),
            review_on=due,
            is_overdue=due is not None and due < self._counted_on and status not in PAST,
            readings={
                reading.value: Rated(
                    _whole(entry, probability_of(reading)), _whole(entry, impact_of(reading))
                )
                for reading in Reading
            },
            causes=tuple(each.text("cause") for each in self.of_risk(RISK_CAUSE, entry)),
        )


def number(value: float) -> str:
    """Return a number as a person reads it."""
    return number_text(value, language())


def percent(share: float) -> str:
    """Return a share in hundredths, with one decimal at the most."""
    return f"{number(round(100 * share, 1))}\u00a0%"


def change(share: float) -> str:
    """Return what a treatment changes: `−45 %`; more risk than before has a plus."""
    sign = _MINUS if share > 0 else "+" if share < 0 else ""
    return f"{sign}{percent(abs(share))}"


def _whole(entry: Entry, name: str) -> int | None:
    value = entry.number(name)
    return None if value is None else int(value)


def _scales(told: Told, mission: Entry) -> Scales:
    return scales_of(
        [
            _row(each, "axis", "step", "name", "definition", "share", "money", "days")
            for each in told.of(RISK_STEP.name)
        ],
        [_row(each, "name", "from_score") | {"id": each.key} for each in told.of(RISK_BAND.name)],
        [
            _row(each, "probability", "impact") | {"band_id": each.links["band_id"]}
            for each in told.of(RISK_CELL.name)
        ],
        _whole(mission, "risk_appetite"),
        _whole(mission, "risk_tolerance"),
    )


def _row(entry: Entry, *names: str) -> dict[str, Any]:
    return {name: entry.get(name) for name in names}
