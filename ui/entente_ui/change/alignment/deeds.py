"""What is written about the alignment from here: each a step of its own that can be undone."""

from collections.abc import Callable
from typing import Final

from entente.domain.aim_figures import Pair
from entente.domain.constraints import (
    CONSTRAINT,
    CONSTRAINT_CLASH,
    SHARED_RESOURCE,
)
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import alignment, constraints, records, shared_resources
from entente.services.alignment import Person
from entente.services.alignment_words import score_words, topic_words
from entente.services.constraints import Clash, Constraint
from entente.services.shared_resources import Resource
from entente.store.session import Session
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work

_NAME: Final = 40


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def say(self, person: Person, topic: str, score: int) -> str:
        """Note where somebody stands on a topic; return the key of the record."""
        where = f"{_short(person.name)}, {topic_words(topic)}"
        label = labelled(where, score_words(score))
        return self._made(label, lambda s: alignment.say(s, person.id, topic, score))

    def quote(self, person: Person, key: str, words: str) -> bool:
        """Note word for word what somebody said last."""
        label = _("Note what {name} said").format(name=_short(person.name))
        return self._do(label, lambda s: alignment.quote(s, key, words))

    def propose(self, pair: Pair, names: tuple[str, str]) -> str:
        """Make a card that two meet; return its key."""
        label = _("Propose a meeting of {one} and {other}").format(
            one=_short(names[0]), other=_short(names[1])
        )
        key = self._made(label, lambda s: alignment.propose(s, pair))
        if key:
            self._context.toast(_("The meeting is in the backlog"), True)
        return key

    def tell(self, constraint: Constraint, actor: str, name: str, *, knows: bool) -> bool:
        """Note whether somebody knows of a constraint."""
        said = _("{name} knows of {ref}") if knows else _("{name} does not know of {ref}")
        label = said.format(name=_short(name), ref=constraint.ref)
        return self._do(label, lambda s: constraints.tell(s, constraint.id, actor, knows=knows))

    def oppose(self, one: Constraint, other: Constraint, text: str) -> str:
        """Note that two constraints clash; return the key."""
        label = _("{one} clashes with {other}").format(one=one.ref, other=other.ref)
        return self._made(label, lambda s: constraints.oppose(s, one.id, other.id, text))

    def clash_to_difficulty(self, clash: Clash, refs: str) -> str:
        """Make a difficulty of a clash; return its key."""
        label = _("Note a difficulty: {title}").format(title=refs)
        key = self._made(label, lambda s: constraints.to_difficulty(s, clash.id))
        if key:
            self._context.toast(_("The difficulty is noted"), True)
        return key

    def remove_clash(self, key: str, refs: str) -> bool:
        """Take a clash back."""
        label = _("Remove the clash {title}").format(title=refs)
        return self._do(label, lambda s: records.remove(s, CONSTRAINT_CLASH, key))

    def add_constraint(self) -> tuple[str, str]:
        """Add a constraint to be worded; return its key, or why not."""
        return work.create(self._context.document, CONSTRAINT, {"title": _("New constraint")})

    def add_resource(self) -> tuple[str, str]:
        """Add a shared resource to be named; return its key, or why not."""
        return work.create(self._context.document, SHARED_RESOURCE, {"name": _("New resource")})

    def ask_for(self, resource: Resource, sprint: str) -> tuple[str, str]:
        """Note that somebody asks for one unit of a resource; return its key, or why not."""
        made: list[str] = []
        label = _("Ask for {name}").format(name=_short(resource.name))
        problem = work.attempt(
            self._context.document,
            label,
            lambda s: made.append(shared_resources.ask(s, resource.id, sprint, {"amount": 1})),
        )
        return (made[0], "") if made and not problem else ("", problem)

    def overload_to_tension(self, resource: Resource, sprint: str) -> str:
        """Make a tension of what is asked beyond what there is; return its key."""
        label = _("Note a tension: {title}").format(title=_short(resource.name))
        key = self._made(label, lambda s: shared_resources.to_tension(s, resource.id, sprint))
        if key:
            self._context.toast(_("The tension is noted"), True)
        return key

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        made: list[str] = []
        return made[0] if self._do(label, lambda s: made.append(action(s))) else ""

    def _do(self, label: str, action: Callable[[Session], object]) -> bool:
        document = self._context.document
        if document.is_presenting:
            return False
        return self._context.taken(work.attempt(document, label, action))


def _short(name: str) -> str:
    return shorten(name, _NAME)
