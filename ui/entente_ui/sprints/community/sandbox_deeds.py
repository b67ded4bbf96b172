"""What is done with sandbox sessions and appraisals, as steps that can be undone."""

from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.observation_line import ObservationLine
from entente.domain.records import RecordType
from entente.domain.review import APPRAISAL, OBSERVATION
from entente.i18n import _, ngettext
from entente.services import records, sandboxes
from entente.services.sandboxes import Appraisal, Observation
from entente.store.session import Session
from entente_ui.formats import number, quoted
from entente_ui.pane import Context
from entente_ui.writing import do


class SandboxDeeds:
    """Writes what was seen in the sandbox, and what time was worth."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self, title: str) -> str:
        """Begin a session of today and return its key, empty if it was refused."""
        return self._made(_("New sandbox session"), lambda s: sandboxes.begin(s, title))

    def note(self, sandbox: str, line: ObservationLine, level: str) -> str:
        """Note what was seen and return its key, empty if it was refused."""
        return self._made(
            _("Note an observation"), lambda s: sandboxes.note(s, sandbox, line, level)
        )

    def move(self, some: Sequence[Observation], kind: str, words: str) -> bool:
        """Say that observations are of another kind."""
        label = _("{observations}: {kind}").format(observations=named(some), kind=words)
        keys = [each.id for each in some]
        return bool(keys) and self._do(label, partial(sandboxes.move, keys=keys, kind=kind))

    def to_cards(self, some: Sequence[Observation]) -> None:
        """Make ideas of the backlog of those that have no card yet."""
        made: list[str] = []
        keys = [each.id for each in some]
        label = _("Into the backlog: {observations}").format(observations=named(some))
        if not self._do(label, lambda s: made.extend(sandboxes.to_cards(s, keys))):
            return
        words = ngettext("{count} card in the backlog", "{count} cards in the backlog", len(made))
        told = words.format(count=number(len(made))) if made else _("It is in the backlog already.")
        self._context.toast(told, bool(made))

    def reword(self, each: Observation, text: str) -> None:
        """Give an observation other words."""
        label = _("Reword {observation}").format(observation=named([each]))
        self._do(label, lambda s: records.change(s, OBSERVATION, each.id, {"text": text}))

    def remove(self, some: Sequence[Observation]) -> None:
        """Delete observations, and offer to take that back."""
        if some:
            self._remove(OBSERVATION, [each.id for each in some], named(some))

    def appraise(self, item: str) -> str:
        """Begin today's appraisal of an activity and return its key, empty if it was refused."""
        return self._made(_("Ask what the time was worth"), lambda s: sandboxes.appraise(s, item))

    def mark(self, key: str, value: int, by: int) -> None:
        """Note that one more person gave a mark, or one fewer."""
        words = _("One more {mark}") if by > 0 else _("One fewer {mark}")
        label = words.format(mark=number(value))
        self._do(label, partial(sandboxes.mark, key=key, value=value, by=by))

    def remove_appraisal(self, each: Appraisal) -> None:
        """Delete an appraisal, and offer to take that back."""
        self._remove(APPRAISAL, [each.id], each.name)

    def _remove(self, kind: RecordType, keys: Sequence[str], name: str) -> None:
        def action(session: Session) -> None:
            for key in keys:
                records.remove(session, kind, key)

        told = _("Deleted: {record}").format(record=name)
        self._do(_("Delete {record}").format(record=name), action, told)

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        made: list[str] = []
        self._do(label, lambda s: made.append(action(s)))
        return made[0] if made else ""

    def _do(self, label: str, action: Callable[[Session], object], told: str = "") -> bool:
        return do(self._context, label, action, told)


def named(some: Sequence[Observation]) -> str:
    """Return observations inside the name of a step: the words of one, the number of more."""
    if len(some) == 1:
        return quoted(some[0].text)
    words = ngettext("{count} observation", "{count} observations", len(some))
    return words.format(count=number(len(some)))
