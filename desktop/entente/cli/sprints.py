"""What `entente analyse FILE sprints` answers."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from entente.cli.answer import Answer, percent, rounded, written
from entente.domain.sprint import Outcome
from entente.domain.sprint_figures import Velocity
from entente.domain.values import number_text
from entente.i18n import N_, _, language, ngettext
from entente.services import follow_up_figures, quantities, recommender, sprint_backlog, sprints
from entente.services.quantities import Quantity, Verdict
from entente.services.recommender import Advice
from entente.services.sprint_backlog import Ahead
from entente.services.sprints import SprintView
from entente.store.session import Session

_VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.BELOW: N_("{name}: {done}, too few for {band}"),
    Verdict.WITHIN: N_("{name}: {done}, within {band}"),
    Verdict.ABOVE: N_("{name}: {done}, too many for {band}"),
    Verdict.OPEN: N_("{name}: {done}"),
}
#: How many activities a person is told of; a program is told of all.
_TOLD: Final = 5


def analyse(session: Session, on: dt.date | None, *, recommend: bool = False) -> Answer:
    """Return what the sprints come to.

    Args:
        session: The open mission.
        on: The day whose state is told, None for now.
        recommend: Whether to say which activities would help now.
    """
    views = sprints.overview(session, on=on)
    ahead = sprint_backlog.ahead(session, on=on, known=views)
    counted = quantities.quantities(session, on=on)
    kept = follow_up_figures.of_commitments(session, on).keep_rate
    speed = sprints.speed(views)
    figures: dict[str, Any] = {
        "sprints": [_sprint(view) for view in views],
        "velocity": _velocity(speed),
        "ahead": _ahead(ahead),
        "quantities": {each.name: _quantity(each) for each in counted},
        "keep_rate": rounded(kept),
    }
    lines = [
        *map(_sprint_line, views),
        *_speed_lines(speed, ahead),
        *map(_quantity_line, counted),
        _("Commitments kept: {rate}").format(rate=percent(kept)),
    ]
    if recommend:
        advice = recommender.recommend(session, on=on)
        figures["recommended"] = _recommended(advice)
        lines += _recommended_lines(advice)
    return Answer(figures, tuple(lines))


def _sprint(view: SprintView) -> dict[str, Any]:
    found = view.totals
    left = [card.ref for card in view.cards if card.outcome in {None, Outcome.CARRIED}]
    return {
        "ref": view.ref,
        "name": view.name,
        "starts_on": view.starts_on.isoformat(),
        "ends_on": view.ends_on.isoformat(),
        "state": view.state.value,
        "planned": found.planned,
        "done": found.done,
        "working_days": len(view.days),
        "carry_over": found.carry_over,
        "added": found.added,
        "removed": found.removed,
        "carried": left,
    }


def _sprint_line(view: SprintView) -> str:
    text = ngettext(
        "{ref} {name}: {done} of {planned} half-days in {count} working day, {left} carried over",
        "{ref} {name}: {done} of {planned} half-days in {count} working days, {left} carried over",
        len(view.days),
    )
    return text.format(
        ref=view.ref,
        name=view.name,
        done=_number(view.totals.done),
        planned=_number(view.totals.planned),
        count=len(view.days),
        left=_number(view.totals.carry_over),
    )


def _velocity(speed: Velocity | None) -> dict[str, Any] | None:
    if speed is None:
        return None
    return {
        "mean": rounded(speed.mean),
        "min": speed.minimum,
        "max": speed.maximum,
        "sprints": speed.sprints,
    }


def _ahead(found: Ahead) -> dict[str, Any]:
    forecast = found.forecast
    return {
        "effort": found.effort,
        "unsized": found.unsized,
        "sprints_min": forecast.fewest if forecast else None,
        "sprints_max": forecast.most if forecast else None,
    }


def _speed_lines(speed: Velocity | None, ahead: Ahead) -> Iterator[str]:
    if speed is None:
        yield _("No sprint is closed yet: nothing says how fast work goes.")
        return
    yield _("Velocity: {least} to {most} half-days a sprint, {mean} on average").format(
        least=_number(speed.minimum), most=_number(speed.maximum), mean=written(speed.mean, 1)
    )
    found = ahead.forecast
    if found is None:
        return
    if found.most is None:
        text = ngettext(
            "Still to be done: {effort} half-days, {fewest} sprint at the very least",
            "Still to be done: {effort} half-days, {fewest} sprints at the very least",
            found.fewest,
        )
    elif found.most == found.fewest:
        text = ngettext(
            "Still to be done: {effort} half-days, {fewest} sprint",
            "Still to be done: {effort} half-days, {fewest} sprints",
            found.fewest,
        )
    else:
        text = _("Still to be done: {effort} half-days, {fewest} to {most} sprints")
    yield text.format(effort=_number(ahead.effort), fewest=found.fewest, most=found.most)


def _quantity(found: Quantity) -> dict[str, Any]:
    return {
        "done": found.done,
        "min": found.minimum,
        "max": found.maximum,
        "planned": found.planned,
        "verdict": found.verdict.value or None,
    }


def _quantity_line(found: Quantity) -> str:
    ends = [str(end) for end in (found.minimum, found.maximum) if end is not None]
    band = "–".join(dict.fromkeys(ends))
    return _(_VERDICTS[found.verdict]).format(name=found.name, done=found.done, band=band)


def _recommended(advice: Advice) -> list[dict[str, Any]]:
    return [
        {
            "rank": place,
            "activity": each.name,
            "score": rounded(each.score),
            "reason": each.reason,
        }
        for place, each in enumerate(advice.ranked, 1)
    ]


def _recommended_lines(advice: Advice) -> Iterator[str]:
    yield _("What would help now:")
    for place, each in enumerate(advice.ranked[:_TOLD], 1):
        yield _("{place}. {name} ({score}): {reason}").format(
            place=place, name=each.name, score=written(each.score), reason=each.reason
        )


def _number(value: float) -> str:
    return number_text(value, language())
