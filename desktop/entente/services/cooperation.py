"""Organisations that cooperate: their five factors, their gaps, what they accept together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.cooperation.factors import FACTOR_LABELS, MATURITY_LABELS
from entente.domain.cooperation.figures import Gap, gap, mean, weak
from entente.domain.cooperation.records import TRIGGER, TRIGGER_ACCEPTANCE
from entente.domain.risk import RISK
from entente.services import presentation, records, risk_sets
from entente.services.records import Rating
from entente.store.session import Session

#: The starter set that words the risk behind each factor.
_FACTOR_SET = "factors"
_GONE = "left"


@dataclass(frozen=True, slots=True)
class Scored:
    """A factor of one organisation, as judged on a day.

    Attributes:
        fact: The evidence; empty where the reader may not know it.
    """

    dated_on: dt.date
    score: int
    fact: str


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation of the cooperation.

    Attributes:
        membership: A key of `MEMBERSHIP_LABELS`, or empty.
        scores: By factor; None where nobody has judged it, never zero.
        maturities: By name of the field; None where not known.
        history: By factor, oldest first.
    """

    id: str
    ref: str
    name: str
    membership: str
    left_on: dt.date | None
    scores: Mapping[str, int | None]
    maturities: Mapping[str, int | None]
    history: Mapping[str, tuple[Scored, ...]]

    @property
    def is_in(self) -> bool:
        """Whether it still takes part."""
        return self.membership != _GONE

    @property
    def weak(self) -> tuple[str, ...]:
        """Factors so weak that the cooperation is at risk."""
        return tuple(weak(self.scores))

    @property
    def course(self) -> tuple[tuple[dt.date, Mapping[str, int | None]], ...]:
        """The scores at the end of each day on which one was judged, oldest first."""
        days = sorted({each.dated_on for told in self.history.values() for each in told})
        return tuple((day, {name: self._at(name, day) for name in FACTOR_LABELS}) for day in days)

    def _at(self, factor: str, day: dt.date) -> int | None:
        told = [each.score for each in self.history.get(factor, ()) if each.dated_on <= day]
        return told[-1] if told else None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A common trigger, and who accepts it.

    Attributes:
        answers: By key of the organisation: yes, reserved or no; the others have not said.
        asked: How many organisations take part.
    """

    id: str
    ref: str
    title: str
    happens_on: dt.date | None
    external: bool
    answers: Mapping[str, str]
    asked: int

    @property
    def coverage(self) -> float | None:
        """Share of the organisations that accept it without reserve; None without any."""
        said = sum(answer == "yes" for answer in self.answers.values())
        return said / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Cooperation:
    """The organisations that cooperate, or have.

    Attributes:
        partners: Those with a membership or a score, in the order of their references.
        gaps: On each scale of maturity and each factor where two organisations that are still
            in have a score, the widest first.
        means: By factor, over the organisations that are still in; None where none is judged.
        triggers: In the order of their references.
    """

    partners: tuple[Partner, ...]
    gaps: tuple[Gap, ...]
    means: Mapping[str, float | None]
    triggers: tuple[Accepted, ...]

    @property
    def present(self) -> tuple[Partner, ...]:
        """Those that still take part."""
        return tuple(partner for partner in self.partners if partner.is_in)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A risk a weak factor stands for.

    Attributes:
        partners: Keys of the organisations where the factor is weak.
        names: What these are called.
        is_there: Whether the mission has a risk of that factor already.
    """

    factor: str
    partners: tuple[str, ...]
    names: tuple[str, ...]
    model: risk_sets.Model
    is_there: bool


def cooperation(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> Cooperation:
    """Return how a cooperation stands, as `audience` may know it.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day whose scores hold; None for now.
    """
    partners = tuple(_partners(session, audience, on))
    present = [partner for partner in partners if partner.is_in]
    scales = {
        name: {each.id: each.maturities[name] for each in present} for name in MATURITY_LABELS
    }
    scales |= {name: {each.id: each.scores[name] for each in present} for name in FACTOR_LABELS}
    gaps = [found for name, scores in scales.items() if (found := gap(name, scores))]
    return Cooperation(
        partners,
        tuple(sorted(gaps, key=lambda each: -each.size)),
        {name: mean(each.scores[name] for each in present) for name in FACTOR_LABELS},
        _triggers(session, audience, {each.id for each in present}),
    )


def proposed(session: Session) -> tuple[Proposed, ...]:
    """Return the risks weak factors stand for, whether or not they have been noted."""
    models = {
        model.factor: model
        for each in risk_sets.library(session)
        if each.key == _FACTOR_SET
        for model in each.models
    }
    present = cooperation(session).present
    noted = {row["factor"] for row in records.list_rows(session, RISK).dicts()}
    found = []
    for factor in FACTOR_LABELS:
        at = [partner for partner in present if factor in partner.weak]
        if at and factor in models:
            keys, names = tuple(each.id for each in at), tuple(each.name for each in at)
            found.append(Proposed(factor, keys, names, models[factor], factor in noted))
    return tuple(found)


def note(session: Session, factor: str, level: str = Level.MEDIATOR) -> list[str]:
    """Write down the risk a weak factor stands for; return its key, none if it is there.

    Raises:
        KeyError: If no factor of that name is weak.
    """
    one = {each.factor: each for each in proposed(session)}[factor]
    return [] if one.is_there else risk_sets.add(session, [one.model], level)


def _partners(session: Session, audience: Audience, on: dt.date | None) -> Iterator[Partner]:
    history = _history(session, audience, on)
    for row in presentation.table_for(session, ORGANISATION, audience, on).dicts():
        scores = {name: row[name] for name in FACTOR_LABELS}
        judged = any(value is not None for value in scores.values())
        if judged or row["membership"]:
            yield Partner(
                id=row["id"],
                ref=row["ref"],
                name=row["name"],
                membership=row["membership"] or "",
                left_on=row["left_on"],
                scores=scores,
                maturities={name: row[name] for name in MATURITY_LABELS},
                history=history[row["id"]],
            )


def _history(
    session: Session, audience: Audience, on: dt.date | None
) -> Mapping[str, Mapping[str, tuple[Scored, ...]]]:
    found: defaultdict[str, dict[str, tuple[Scored, ...]]] = defaultdict(dict)
    for rating in presentation.ratings_for(session, ORGANISATION, audience):
        if on is None or rating.dated_on <= on:
            for factor, scored in _scored(rating):
                known = found[rating.record_id].get(factor, ())
                found[rating.record_id][factor] = (*known, scored)
    return found


def _scored(rating: Rating) -> Iterator[tuple[str, Scored]]:
    for factor in FACTOR_LABELS:
        value = rating.values.get(factor)
        if value is not None:
            yield factor, Scored(rating.dated_on, value, rating.fact)


def _triggers(session: Session, audience: Audience, present: set[str]) -> tuple[Accepted, ...]:
    answers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in presentation.table_for(session, TRIGGER_ACCEPTANCE, audience).dicts():
        if row["answer"] and row["organisation_id"] in present:
            answers[row["trigger_id"]][row["organisation_id"]] = row["answer"]
    return tuple(
        Accepted(
            row["id"],
            row["ref"],
            row["title"],
            row["happens_on"],
            bool(row["external"]),
            answers[row["id"]],
            len(present),
        )
        for row in presentation.table_for(session, TRIGGER, audience).dicts()
    )
