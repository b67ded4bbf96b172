"""What is done with the steps of a mission, as steps that can be undone."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.engagement import CHECK_ITEM
from entente.i18n import _, ngettext
from entente.services import records, stages
from entente.services.stages import Checklist, Step
from entente.store.session import Session
from entente_ui.formats import labelled, long_date, number, quoted
from entente_ui.pane import Context
from entente_ui.writing import do


class StepDeeds:
    """Writes how far a mission has come."""

    def __init__(self, context: Context, checklist: Checklist) -> None:
        self._context, self._checklist = context, checklist

    def put_in_place(self) -> None:
        """Add the usual steps that are wanting."""
        made: list[str] = []

        def action(session: Session) -> None:
            made.extend(stages.put_in_place(session, checklist=self._checklist))

        if self._do(_("Put the steps in place"), action):
            words = ngettext("{count} step added", "{count} steps added", len(made))
            self._context.toast(words.format(count=number(len(made))), bool(made))

    def add(self, stage: str, title: str) -> str:
        """Add a step and return its key, empty if it was refused."""
        made: list[str] = []
        self._do(_("Add a step"), lambda s: made.append(stages.add(s, stage, title)))
        return made[0] if made else ""

    def tick(self, steps: Sequence[Step], day: dt.date | None) -> None:
        """Say on which day steps were taken, or that they are to be."""
        if not steps:
            return
        if day is None:
            label = _("Not taken after all: {steps}").format(steps=named(steps))
        else:
            label = _("Taken on {day}: {steps}").format(day=long_date(day), steps=named(steps))
        self._do(label, partial(stages.tick, keys=[step.id for step in steps], day=day))

    def rename(self, step: Step, title: str) -> None:
        """Give a step another title."""
        values = {"title": title}
        label = labelled(_("Reword a step"), quoted(step.title))
        self._do(label, lambda s: records.change(s, CHECK_ITEM, step.id, values))

    def move(self, steps: Sequence[Step], stage: str, before: str) -> None:
        """Put steps before another one of a stage, or at its end."""
        keys = [step.id for step in steps]
        label = _("Order steps: {steps}").format(steps=named(steps))
        if keys:
            self._do(label, lambda s: stages.move(s, keys, stage, before))

    def tie(self, step: Step, kind: str, keys: Sequence[str]) -> None:
        """Tie a step to a record that shows it; of several, to the last one."""
        label = labelled(_("Say what shows a step"), quoted(step.title))

        def action(session: Session) -> None:
            for key in keys:
                stages.tie(session, step.id, kind, key)

        self._do(label, action)

    def untie(self, step: Step, kind: str) -> None:
        """Let a step no longer be tied to its record of a kind."""
        label = labelled(_("No longer shown by it"), quoted(step.title))
        self._do(label, partial(stages.untie, key=step.id, kind=kind))

    def remove(self, steps: Sequence[Step]) -> None:
        """Delete steps, and offer to take that back."""

        def action(session: Session) -> None:
            for step in steps:
                records.remove(session, CHECK_ITEM, step.id)

        if steps:
            told = _("Deleted: {steps}").format(steps=named(steps))
            self._do(_("Delete steps: {steps}").format(steps=named(steps)), action, told)

    def _do(self, label: str, action: Callable[[Session], object], told: str = "") -> bool:
        return do(self._context, label, action, told)


def named(steps: Sequence[Step]) -> str:
    """Return steps inside the name of what is done: the title of one, the number of more."""
    if len(steps) == 1:
        return quoted(steps[0].title)
    words = ngettext("{count} step", "{count} steps", len(steps))
    return words.format(count=number(len(steps)))
