"""What a recommendation says: what was observed, and what an activity does about it."""

from collections.abc import Mapping
from typing import Final

from entente.domain.recommender import (
    CONNECTED,
    DIMENSIONS,
    MEASURE_DAYS,
    Facts,
    Scored,
)
from entente.domain.relation import CONNECTION_LABELS
from entente.domain.values import number_text
from entente.i18n import N_, _, language, ngettext

#: How many needs a reason names: those that count most.
_NAMED: Final = 2
_MET: Final[Mapping[str, str]] = {
    "measures": N_("this measures it ({grade} of 3)"),
    "empowers": N_("this makes people engage by themselves ({grade} of 3)"),
    "connects_number": N_("this brings many together ({grade} of 3)"),
    "connects_quality": N_("this lets people come to know each other ({grade} of 3)"),
}


def observations(facts: Facts) -> dict[str, str]:
    """Return what each of `DIMENSIONS` is drawn from, or what would have to be known."""
    return {
        "divergence": _of_divergence(facts),
        "measures": _of_measure(facts.days_unmeasured),
        "empowers": _of_promises(facts.keep_rate),
        "connects_number": _of_isolated(facts),
        "connects_quality": _of_pairs(facts),
    }


def reason(scored: Scored, told: Mapping[str, str]) -> str:
    """Return why an activity would help or would not, in a few sentences.

    Args:
        scored: The activity, weighed.
        told: What `observations` says.
    """
    by_name = dict(zip(DIMENSIONS, scored.gains, strict=True))
    grades = dict(zip(DIMENSIONS, scored.candidate.grades, strict=True))
    best = sorted((name for name in DIMENSIONS if by_name[name] > 0), key=lambda n: -by_name[n])
    said = [
        _("{observed}: {answer}.").format(
            observed=told[name].removesuffix("."), answer=_answer(name, grades[name])
        )
        for name in best[:_NAMED]
    ]
    if not said:
        said.append(_("It answers none of the needs that are known now."))
    if by_name["divergence"] < 0:
        said.append(_against(grades["divergence"]))
    if scored.fatigue:
        said.append(_("But there was one in the last sprint already."))
    return " ".join(said)


def _answer(name: str, grade: float) -> str:
    if name == "divergence":
        return (
            _("this brings out ideas (+{grade} of 2)")
            if grade > 0
            else _("this helps people converge (−{grade} of 2)")
        ).format(grade=_number(abs(grade)))
    return _(_MET[name]).format(grade=_number(grade))


def _against(divergence: float) -> str:
    """Return what speaks against an activity that goes the way not wanted now."""
    if divergence > 0:
        return _("It opens new questions where people have to converge.")
    return _("It closes the discussion where ideas are wanting.")


def _of_divergence(facts: Facts) -> str:
    if facts.lacks_ideas and facts.is_apart:
        return _("Ideas are wanting and people are far from agreeing: neither way comes first.")
    if facts.lacks_ideas:
        return _thin(facts)
    if facts.is_apart:
        return _("People are far from agreeing on what is at stake ({spread} of 1).").format(
            spread=_number(round(facts.spread or 0, 2))
        )
    if facts.spread is None:
        return _("Too few have taken a stance on an objective or a cause to know who agrees.")
    return _(
        "There is enough to work on, and people do not stand far apart ({spread} of 1)."
    ).format(spread=_number(round(facts.spread, 2)))


def _thin(facts: Facts) -> str:
    if facts.ideas == 0:
        return _("No idea waits in the backlog, and there are few common causes.")
    return ngettext(
        "Only {count} idea waits in the backlog, and there are few common causes.",
        "Only {count} ideas wait in the backlog, and there are few common causes.",
        facts.ideas,
    ).format(count=facts.ideas)


def _of_measure(days: int | None) -> str:
    if days is None:
        return _("Nothing has measured yet how the community is.")
    if days == 0:
        return _("How the community is was measured today.")
    if days >= MEASURE_DAYS:
        return ngettext(
            "Nothing has measured for {count} day how the community is.",
            "Nothing has measured for {count} days how the community is.",
            days,
        ).format(count=days)
    return ngettext(
        "How the community is was measured {count} day ago.",
        "How the community is was measured {count} days ago.",
        days,
    ).format(count=days)


def _of_promises(rate: float | None) -> str:
    if rate is None:
        return _("No commitment has been kept or broken yet: nobody knows whether they hold.")
    if rate == 1:
        return _("Every commitment that has come to its end was kept.")
    return _("{rate} % of the commitments that came to an end were not kept.").format(
        rate=_number(round(100 * (1 - rate)))
    )


def _of_isolated(facts: Facts) -> str:
    if not facts.people:
        return _("No relation is noted: nobody knows who stands alone.")
    if not facts.isolated:
        return _("Nobody stands without any relation.")
    return ngettext(
        "{count} person in {all} stands without any relation.",
        "{count} people in {all} stand without any relation.",
        facts.isolated,
    ).format(count=facts.isolated, all=facts.people)


def _of_pairs(facts: Facts) -> str:
    if not facts.key_pairs:
        return _("For no pair that depends on each other is it known how far they have come.")
    step = _(CONNECTION_LABELS[CONNECTED])
    if not facts.weak_pairs:
        return _("All pairs that depend on each other have come to “{step}”.").format(step=step)
    return ngettext(
        "{count} pair in {all} that depend on each other has not come to “{step}”.",
        "{count} pairs in {all} that depend on each other have not come to “{step}”.",
        facts.weak_pairs,
    ).format(count=facts.weak_pairs, all=facts.key_pairs, step=step)


def _number(value: float) -> str:
    return number_text(value, language())
