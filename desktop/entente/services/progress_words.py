"""How far a change has come, in words: the same on screen and on paper."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from entente.domain.change.icap import AXES
from entente.domain.change.progress import ADKAR_LABELS, STEP_MAX, USAGE_CHECK
from entente.domain.climate.survey import AXIS_LABELS
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext
from entente.services.change_figures import Change
from entente.services.icap import IcapWave
from entente.services.indicators import Indicator
from entente.services.kotter import Course
from entente.services.usage import Use

NONE: Final = "–"
_NBSP: Final = "\N{NO-BREAK SPACE}"
_TENTH: Final = Decimal("0.1")


def figure(value: float | None) -> str:
    """Return a number with one decimal at most; a dash where there is none."""
    if value is None:
        return NONE
    # Half of a tenth is rounded up, as people do; floats come to 3.2499999 only by adding up.
    rounded = Decimal(repr(round(value, 9))).quantize(_TENTH, ROUND_HALF_UP)
    return number_text(float(rounded), language())


def share(part: float | None) -> str:
    """Return a share as whole percent; a dash where there is none."""
    if part is None:
        return NONE
    whole = int(Decimal(repr(round(part * 100, 9))).quantize(Decimal(1), ROUND_HALF_UP))
    return f"{whole}{_NBSP}%" if language() == "fr" else f"{whole}%"


def joined(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def step_words(score: int | None) -> str:
    """Return the score of a step: `3 of 4`."""
    if score is None:
        return _("not judged")
    return _("{score} of {most}").format(score=score, most=STEP_MAX)


def course_words(course: Course) -> str:
    """Return how many steps hold, and which is the first that does not yet."""
    return course_sentence({step.name: step.score for step in course.steps})


def course_sentence(scores: Mapping[str, int | None]) -> str:
    """Return the same by the scores of the steps in their order, None where nobody judged."""
    known = {name: score for name, score in scores.items() if score is not None}
    if not known:
        return _("No step was judged yet.")
    held = sum(score == STEP_MAX for score in known.values())
    told = ngettext(
        "{held} step of {all} holds by itself.", "{held} steps of {all} hold by themselves.", held
    ).format(held=held, all=len(scores))
    following = next((name for name, score in known.items() if score < STEP_MAX), None)
    if following is None:
        return told
    words = _("First to care for: {step} ({score}).").format(
        step=_(KOTTER_LABELS[following]), score=step_words(known[following])
    )
    return f"{told} {words}"


def barrier_words(found: Change) -> str:
    """Return what holds a person or a group back."""
    if not any(mark is not None for mark in found.marks.values()):
        return _("{name}: nothing was marked yet").format(name=found.name)
    if found.barrier is None:
        return _("{name}: no barrier").format(name=found.name)
    return _("{name}: held back by {barrier} ({mark} of 5)").format(
        name=found.name, barrier=_(ADKAR_LABELS[found.barrier]), mark=found.marks[found.barrier]
    )


def barriers_words(found: Sequence[Change]) -> str:
    """Return how many are held back."""
    return held_sentence(sum(each.barrier is not None for each in found), len(found))


def held_sentence(held: int, count: int) -> str:
    """Return how many of so many are held back."""
    return ngettext(
        "{held} of {all} is held back: the first element marked 3 or less is where help is needed.",
        "{held} of {all} are held back: the first element marked 3 or less is where help is "
        "needed.",
        held,
    ).format(held=held, all=count)


def reached_sentence(reached: int, count: int) -> str:
    """Return how many of so many indicators have reached their targets."""
    return _("Targets reached: {reached} of {count}.").format(reached=reached, count=count)


def wave_words(wave: IcapWave) -> str:
    """Return whether the rates of a wave stand in the order that is expected."""
    if not wave.inversions:
        rates = [f"{_(AXIS_LABELS[name])} {share(wave.rates[name])}" for name in AXES]
        return _("{wave}: the order is the one expected: {rates}.").format(
            wave=wave.name, rates=", ".join(rates)
        )
    told = [
        _("{ahead} ({more}) is ahead of {before} ({less})").format(
            ahead=_(AXIS_LABELS[ahead]),
            more=share(wave.rates[ahead]),
            before=_(AXIS_LABELS[before]),
            less=share(wave.rates[before]),
        )
        for before, ahead in wave.inversions
    ]
    return _("{wave}: {inversions}. This is not the order expected: ask why.").format(
        wave=wave.name, inversions=joined(told)
    )


def way_words(found: Indicator) -> str:
    """Return where an indicator comes from and where it is to go."""
    if found.baseline is None and found.target is None:
        return _("without a target")
    return _("from {baseline} to {target}").format(
        baseline=figure(found.baseline), target=figure(found.target)
    )


def weakest_words(use: Use) -> str:
    """Return which link of a tool is the weakest."""
    where = _("{tool}, {group}").format(tool=use.tool, group=use.group) if use.group else use.tool
    if use.weakest is None:
        return _("{where}: no weak link").format(where=where)
    return _("{where}: the weakest link is “{link}” ({mark} of 5)").format(
        where=where, link=_(USAGE_CHECK.field(use.weakest).label), mark=use.marks[use.weakest]
    )
