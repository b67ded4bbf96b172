"""What is written into the impact study from here: each a step of its own that can be undone."""

from collections.abc import Callable, Mapping
from typing import Any

from entente.domain.change.impact import FUNCTIONAL_GROUP, PRACTICE_GAP
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services import impact_edits, records
from entente.services.impact import Gap, Group
from entente.services.impact_words import depth_words, dimension_words
from entente.store.session import Session
from entente_ui.formats import labelled, number
from entente_ui.pane import Context
from entente_ui.registers import work

#: Longest name of a group inside the name of a step.
_NAME = 40


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add_group(self, name: str) -> str:
        """Add a group and return its key; nothing if that was refused."""
        label = _("Add group {name}").format(name=_short(name))
        return self._made(label, lambda s: records.create(s, FUNCTIONAL_GROUP, {"name": name}))

    def change_group(self, group: Group, label: str, values: Mapping[str, Any]) -> str:
        """Change fields of a group; return why not, or nothing."""
        said = labelled(_short(group.name), label)
        return self._attempt(said, lambda s: records.change(s, FUNCTIONAL_GROUP, group.id, values))

    def rate(self, group: Group, dimension: str, depth: int | None) -> bool:
        """Say how deeply a dimension is touched, None if it was not looked at."""
        where = f"{_short(group.name)}, {dimension_words(dimension)}"
        label = labelled(where, depth_words(depth))
        return self._do(label, lambda s: impact_edits.rate(s, group.id, dimension, depth))

    def describe(self, group: Group, dimension: str, label: str, values: Mapping[str, Any]) -> str:
        """Say something of a dimension of a group; return why not, or nothing."""
        where = f"{_short(group.name)}, {dimension_words(dimension)}"
        return self._attempt(
            labelled(where, label),
            lambda s: impact_edits.describe(s, group.id, dimension, values),
        )

    def remove_group(self, group: Group) -> bool:
        """Remove a group with its sheet."""
        label = _("Remove group {name}").format(name=_short(group.name))
        told = _("{name} removed, with its sheet").format(name=_short(group.name))
        return self._do(label, lambda s: records.remove(s, FUNCTIONAL_GROUP, group.id), told)

    def add_risks(self) -> int:
        """Add the risks of open questions; return how many there are now."""
        made: list[str] = []
        label = _("Add the risks of open questions")
        self._do(label, lambda s: made.extend(impact_edits.add_proposed(s)))
        if made:
            text = ngettext("{count} risk added", "{count} risks added", len(made))
            self._context.toast(text.format(count=number(len(made))), True)
        return len(made)

    def add_gap(self, need: str, group: str) -> str:
        """Note a gap between need and practice and return its key."""
        label = _("Note a gap: {need}").format(need=_short(need))
        values = {"need": need, "group_id": group or None}
        return self._made(label, lambda s: records.create(s, PRACTICE_GAP, values))

    def gap_to_card(self, gap: Gap) -> str:
        """Make a card of a gap and return its key."""
        label = _("Make a card of {ref}").format(ref=gap.ref)
        return self._card(label, lambda s: impact_edits.gap_to_card(s, gap.id))

    def impact_to_card(self, group: Group, dimension: str) -> str:
        """Make a card of what a dimension asks for and return its key."""
        where = f"{_short(group.name)}, {dimension_words(dimension)}"
        label = labelled(_("Make a card"), where)
        return self._card(label, lambda s: impact_edits.impact_to_card(s, group.id, dimension))

    def _card(self, label: str, action: Callable[[Session], str]) -> str:
        key = self._made(label, action)
        if key:
            self._context.toast(_("A card is in the backlog"), True)
        return key

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        made: list[str] = []
        return made[0] if self._do(label, lambda s: made.append(action(s))) else ""

    def _do(self, label: str, action: Callable[[Session], object], told: str = "") -> bool:
        if not self._context.taken(self._attempt(label, action)):
            return False
        if told:
            self._context.toast(told, True)
        return not self._context.document.is_presenting

    def _attempt(self, label: str, action: Callable[[Session], object]) -> str:
        document = self._context.document
        return "" if document.is_presenting else work.attempt(document, label, action)


def _short(name: str) -> str:
    return shorten(name, _NAME)
