"""How the steps of a mission are told."""

from collections.abc import Sequence

from entente.i18n import _, ngettext
from entente.services.stages import Checklist, Link, Stage, Step
from entente_ui.formats import long_date, number


def stage_words(stage: Stage, checklist: Checklist) -> str:
    """Return what a stage is called."""
    return _(checklist.labels[stage.name])


def progress_words(stage: Stage) -> str:
    """Return how far a stage has come, in words."""
    count = len(stage.steps)
    if not count:
        return _("no steps")
    if stage.finished_on is not None:
        return _("finished on {day}").format(day=long_date(stage.finished_on))
    if not stage.done:
        words = ngettext("not begun: {count} step", "not begun: {count} steps", count)
        return words.format(count=number(count))
    words = _("under way: {done} of {count}")
    return words.format(done=number(stage.done), count=number(count))


def whole_words(stages: Sequence[Stage]) -> str:
    """Return how far the mission has come."""
    count = sum(len(stage.steps) for stage in stages)
    if not count:
        return ""
    done = sum(stage.done for stage in stages)
    words = ngettext("{done} of {count} step taken", "{done} of {count} steps taken", count)
    return words.format(done=number(done), count=number(count))


def link_words(link: Link) -> str:
    """Return a record in short."""
    return " ".join(filter(None, (link.ref, link.name)))


def spoken(step: Step) -> str:
    """Return a step as it is read aloud."""
    when = (
        _("taken on {day}").format(day=long_date(step.done_on)) if step.done_on else _("to be done")
    )
    return ", ".join((step.title, when, *map(link_words, step.links)))
