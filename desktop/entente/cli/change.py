"""What `entente analyse FILE change` answers."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from entente.cli.answer import Answer, percent, rounded, written
from entente.domain.change.icap import AXES
from entente.domain.change.progress import ADKAR_LABELS
from entente.domain.climate.survey import AXIS_LABELS
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.kotter import KOTTER_LABELS
from entente.i18n import _
from entente.services import ambassadors, change_figures, cooperation, icap, impact, indicators
from entente.services.ambassadors import Spreading
from entente.services.change_figures import Change
from entente.services.cooperation import Partner
from entente.services.icap import IcapWave
from entente.services.impact import Group, Study
from entente.services.impact_words import group_words, touched_words, whole_words
from entente.services.indicators import Indicator
from entente.store.session import Session

_Named = TypeVar("_Named", Group, Partner, IcapWave)


def analyse(session: Session, on: dt.date | None) -> Answer:
    """Return what changes for whom, how far it has come, and who carries it.

    Args:
        session: The open mission.
        on: The day whose marks, scores and readings hold, None for now.
    """
    study = impact.study(session)
    partners = [
        each for each in cooperation.cooperation(session, on=on).partners if any(_scores(each))
    ]
    people = change_figures.changes(session, on=on)
    steps = change_figures.kotter(session, on=on)
    waves = icap.icap(session, on=on)
    read = indicators.indicators(session, on=on)
    spread = ambassadors.spreading(session, on=on)
    figures = {
        "impact": _impact(study),
        "anap": {name: dict(each.scores) for name, each in _by_name(partners)},
        "adkar": {each.ref: each.barrier for each in people},
        "icap": {name: _wave(wave) for name, wave in _by_name(waves)},
        "kotter": list(steps.values()),
        "indicators": {each.ref: _indicator(each) for each in read},
        "ambassadors": {"coverage": rounded(spread.coverage), "reach": rounded(spread.reach)},
    }
    lines = (
        *_impact_lines(study),
        *map(_partner_line, partners),
        *map(_change_line, people),
        *map(_wave_line, waves),
        *_step_lines(steps),
        *map(_indicator_line, read),
        *_spread_lines(spread),
    )
    return Answer(figures, lines or (_("Nothing is noted of the change yet."),))


def _scores(partner: Partner) -> Iterator[bool]:
    return (score is not None for score in partner.scores.values())


def _by_name(found: Sequence[_Named]) -> Iterator[tuple[str, _Named]]:
    """Yield each with what it is found by: its name, or its reference where names are the same."""
    names = Counter(each.name for each in found)
    return ((each.name if names[each.name] == 1 else each.ref, each) for each in found)


def _impact(study: Study) -> dict[str, Any]:
    return {
        name: {"mean": rounded(group.mean), "size": group.size.value if group.size else None}
        for name, group in _by_name(study.groups)
    }


def _wave(wave: IcapWave) -> dict[str, Any]:
    return {
        "day": wave.day.isoformat(),
        "n": wave.n,
        "rates": {name: rounded(wave.rates[name]) for name in AXES},
        "inversions": [list(pair) for pair in wave.inversions],
    }


def _indicator(found: Indicator) -> dict[str, Any]:
    return {
        "name": found.name,
        "value": rounded(found.value),
        "baseline": rounded(found.baseline),
        "target": rounded(found.target),
        "progress": rounded(found.progress),
        "unit": found.unit,
    }


def _impact_lines(study: Study) -> Iterator[str]:
    if not study.groups:
        return
    yield whole_words(study.whole)
    yield touched_words(study.whole)
    yield from map(_group_line, study.groups)


def _group_line(group: Group) -> str:
    return _("{group}: {words}").format(
        group=f"{group.ref} {group.name}", words=group_words(group.sheet)
    )


def _partner_line(partner: Partner) -> str:
    told = ", ".join(
        f"{_(label)} {written(partner.scores[name], 0)}" for name, label in FACTOR_LABELS.items()
    )
    return _("{organisation}: {scores}").format(organisation=partner.name, scores=told)


def _change_line(found: Change) -> str:
    marks = "-".join(written(found.marks[name], 0) for name in ADKAR_LABELS)
    held = _(ADKAR_LABELS[found.barrier]) if found.barrier else _("nothing")
    return _("{person}: {marks}, held back by {barrier}").format(
        person=f"{found.ref} {found.name}", marks=marks, barrier=held
    )


def _wave_line(wave: IcapWave) -> str:
    rates = ", ".join(
        f"{_(label)} {percent(wave.rates[name])}" for name, label in AXIS_LABELS.items()
    )
    if not wave.inversions:
        return _("{wave}: {rates}").format(wave=wave.name, rates=rates)
    return _("{wave}: {rates}; the order is not the one expected").format(
        wave=wave.name, rates=rates
    )


def _step_lines(steps: Mapping[str, int | None]) -> Iterator[str]:
    if any(score is not None for score in steps.values()):
        told = (
            _("{label}: {value}").format(label=_(label), value=written(steps[name], 0))
            for name, label in KOTTER_LABELS.items()
        )
        yield _("Steps of change, 0 to 4: {steps}").format(steps="; ".join(told))


def _indicator_line(found: Indicator) -> str:
    return _("{name}: {value} {unit}, from {baseline} to {target}").format(
        name=f"{found.ref} {found.name}",
        value=written(found.value, 1),
        unit=found.unit,
        baseline=written(found.baseline, 1),
        target=written(found.target, 1),
    )


def _spread_lines(spread: Spreading) -> Iterator[str]:
    if spread.ambassadors:
        yield _(
            "Ambassadors: {coverage} of the groups covered, {reach} of the actors reached"
        ).format(coverage=percent(spread.coverage), reach=percent(spread.reach))
