"""What the tab of the progress says as tables."""

from collections.abc import Sequence

from entente.domain.change.icap import AXES
from entente.domain.change.progress import ADKAR_LABELS
from entente.domain.climate.survey import AXIS_LABELS
from entente.domain.kotter import KOTTER_LABELS, PHASE_LABELS
from entente.i18n import _
from entente.services.change_figures import Change
from entente.services.icap import IcapWave
from entente.services.kotter import Course, Scored
from entente.services.progress_words import NONE, figure, joined, share
from entente_ui.charts.twin import Figures
from entente_ui.formats import day_month, labelled, long_date, number


def scored_words(scored: Scored) -> str:
    """Return the day of a score, and what shows it: `20 May: The group decides`."""
    day = day_month(scored.dated_on)
    return labelled(day, scored.fact) if scored.fact else day


def past_words(history: Sequence[Scored]) -> str:
    """Return how a step was judged before, the latest first."""
    told = [
        _("{score} on {date}").format(score=number(each.score), date=day_month(each.dated_on))
        for each in reversed(history[:-1])
    ]
    return _("before: {scores}").format(scores=", ".join(told)) if told else ""


def course_figures(course: Course) -> Figures:
    """Return the steps as a table."""
    rows = [
        (
            _(PHASE_LABELS[phase.name]),
            _(KOTTER_LABELS[step.name]),
            NONE if step.score is None else number(step.score),
            long_date(step.now.dated_on) if step.now else "",
            step.now.fact if step.now else "",
            ", ".join(card.ref for card in step.cards),
        )
        for phase in course.phases
        for step in phase.steps
    ]
    heads = (_("Phase"), _("Step"), _("Score"), _("Date"), _("What shows it"), _("Cards"))
    return Figures(heads, rows, frozenset({2}), {0: 110, 1: 200, 2: 70, 3: 120, 5: 120})


def barrier_figures(found: Sequence[Change]) -> Figures:
    """Return the marks as a table, with what holds each back."""
    rows = [
        (
            each.name,
            *(
                NONE if (mark := each.marks[name]) is None else number(mark)
                for name in ADKAR_LABELS
            ),
            _(ADKAR_LABELS[each.barrier]) if each.barrier else NONE,
        )
        for each in found
    ]
    heads = (_("Who"), *(_(label) for label in ADKAR_LABELS.values()), _("Barrier"))
    places = range(1, len(ADKAR_LABELS) + 1)
    return Figures(heads, rows, frozenset(places), {0: 220, **dict.fromkeys(places, 110), 6: 160})


def icap_figures(waves: Sequence[IcapWave]) -> Figures:
    """Return the rates of the waves as a table."""
    rows = [
        (
            wave.name,
            long_date(wave.day),
            number(wave.n),
            *(share(wave.rates[name]) for name in AXES),
            joined([_(AXIS_LABELS[ahead]) for _before, ahead in wave.inversions]) or NONE,
        )
        for wave in waves
    ]
    axes = (_(label) for label in AXIS_LABELS.values())
    heads = (_("Wave"), _("Date"), _("Answers"), *axes, _("Ahead of its turn"))
    places = range(2, 7)
    return Figures(heads, rows, frozenset(places), {0: 130, 1: 120, **dict.fromkeys(places, 110)})


def mean_words(mean: float | None) -> str:
    """Return the mean of a phase; nothing where no step of it was judged."""
    return "" if mean is None else _("mean {mean}").format(mean=figure(mean))
