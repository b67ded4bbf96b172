"""What can be done to notes: each is one step with a name that tells nothing of them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from entente.domain.confidentiality import Level
from entente.domain.note_line import NoteLine
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _, ngettext
from entente.services import notes
from entente.services.notes import Note
from entente.store.session import Session
from entente_ui.difficulties.notes.arrange import By
from entente_ui.difficulties.notes.telling import kind_word
from entente_ui.kit import level_word
from entente_ui.pane import Context
from entente_ui.registers import work

#: The order one key goes through, from the most private on.
_LEVELS: Final = tuple(Level)


class Deeds:
    """Writes what was decided about notes; what is refused is told in a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _do(self, label: str, action: Any) -> bool:  # noqa: ANN401  # an Action
        return self._context.taken(work.attempt(self._context.document, label, action))

    def add(self, difficulty: str, card: NoteLine, meeting: str) -> str:
        """Note what a line was read as and return its key, empty if it was refused."""
        made: list[str] = []
        label = _("Note: {kind}").format(kind=kind_word(card.kind))
        self._do(label, lambda s: made.append(notes.add(s, difficulty, card, meeting)))
        return made[0] if made else ""

    def move(self, some: Sequence[Note], by: By, value: str, title: str) -> None:
        """Give notes what a lane stands for."""
        if by is By.KIND:
            self.change(some, {"kind": value}, title)
        else:
            self.give_to(some, value, title)

    def give_to(self, some: Sequence[Note], actor: str, title: str) -> None:
        """Let notes come from somebody else, or from nobody."""
        keys = [note.id for note in some if note.actor != actor]
        self._give(keys, title, lambda s: notes.give_to(s, keys, actor))

    def retell(self, some: Sequence[Note], actor: str, day: dt.date | None, title: str) -> None:
        """Let facts be told by somebody alone; those without a day take one if given."""
        keys = [note.id for note in some]
        self._give(keys, title, lambda s: notes.retell(s, keys, actor, day))

    def _give(self, keys: Sequence[str], title: str, action: Callable[[Session], int]) -> None:
        withdrawn: list[int] = []
        if not keys or not self._do(
            _moved(len(keys), title), lambda s: withdrawn.append(action(s))
        ):
            return
        count = sum(withdrawn)
        if count:
            told = ngettext(
                "{count} caucus note is for the mediator only from now on.",
                "{count} caucus notes are for the mediator only from now on.",
                count,
            )
            self._context.toast(told.format(count=count), True)

    def settle(self, some: Sequence[Note], kind: str, day: dt.date | None = None) -> None:
        """Let facts be agreed, in dispute, or only told."""
        keys = [note.id for note in some]
        if keys:
            label = _moved(len(keys), kind_word(kind))
            self._do(label, lambda s: notes.settle(s, keys, kind, day))

    def date(self, some: Sequence[Note], day: dt.date | None) -> None:
        """Say when facts took place."""
        keys = [note.id for note in some]
        label = ngettext("Date {count} fact", "Date {count} facts", len(keys))
        told = label.format(count=len(keys))
        self._do(told, lambda s: notes.change(s, keys, {"happened_on": day}))

    def change(self, some: Sequence[Note], values: Mapping[str, Any], title: str) -> None:
        """Give notes other values, as those of the lane called `title`."""
        keys = [note.id for note in some]
        if keys:
            self._do(_moved(len(keys), title), lambda s: notes.change(s, keys, values))

    def set_level(self, some: Sequence[Note], level: str) -> None:
        """Let others read notes, or fewer."""
        keys = [note.id for note in some if note.level != level]
        if not keys:
            return
        label = ngettext(
            "Change who may read {count} note", "Change who may read {count} notes", len(keys)
        ).format(count=len(keys))
        if self._do(label, lambda s: notes.change(s, keys, {LEVEL_FIELD: level})):
            told = ngettext("{count} note: {level}", "{count} notes: {level}", len(keys))
            word = level_word(level)
            self._context.toast(told.format(count=len(keys), level=word), True)

    def next_level(self, some: Sequence[Note]) -> None:
        """Let notes be read as far as the level after that of the first; caucus needs a party."""
        if not some:
            return
        known = [level.value for level in _LEVELS]
        at = known.index(some[0].level) if some[0].level in known else 0
        level = known[(at + 1) % len(known)]
        if level == Level.CAUCUS and not all(note.actor for note in some):
            level = known[(at + 2) % len(known)]
        self.set_level(some, level)

    def strike(self, some: Sequence[Note]) -> None:
        """Strike notes, or let them hold again if all of them are struck."""
        on = not all(note.is_struck for note in some)
        keys = [note.id for note in some if note.is_struck != on]
        if not keys:
            return
        count = len(keys)
        label = (
            ngettext("Strike {count} note", "Strike {count} notes", count)
            if on
            else ngettext("Restore {count} note", "Restore {count} notes", count)
        )
        self._do(label.format(count=count), lambda s: notes.change(s, keys, {"struck": on}))

    def write(self, key: str, text: str) -> bool:
        """Give a note another text; say whether it was taken."""
        return self._do(_("Edit a note"), lambda s: notes.change(s, [key], {"text": text}))

    def remove(self, some: Sequence[Note]) -> None:
        """Delete notes, and offer to take that back."""
        keys = [note.id for note in some]
        if not keys:
            return
        count = len(keys)
        label = ngettext("Delete {count} note", "Delete {count} notes", count).format(count=count)
        if self._do(label, lambda s: notes.remove(s, keys)):
            told = ngettext("{count} note deleted", "{count} notes deleted", count)
            self._context.toast(told.format(count=count), True)

    def tie(self, key: str, others: Sequence[str]) -> None:
        """Tie a note to others."""
        some = [other for other in others if other != key]
        if some:
            self._do(_("Link notes"), lambda s: notes.tie(s, key, some))

    def untie(self, key: str, other: str) -> None:
        """Take away what ties two notes."""
        self._do(_("Unlink notes"), lambda s: notes.untie(s, key, other))


def _moved(count: int, title: str) -> str:
    label = ngettext("Move {count} note to {lane}", "Move {count} notes to {lane}", count)
    return label.format(count=count, lane=title)
