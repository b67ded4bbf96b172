"""What is written about ambassadors, skills and sharing: each a step that can be undone."""

from collections.abc import Callable
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.change.spreading import (
    AMBASSADOR,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import learning, records, skills
from entente.store.session import Session
from entente_ui.change.spreading.words import level_words
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work

_NAME: Final = 40


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add_ambassador(self, name: str) -> str:
        """Note an ambassador, an actor if one has that name or reference; return their key."""

        def write(session: Session) -> str:
            wanted = name.strip().casefold()
            for row in records.list_rows(session, ACTOR).dicts():
                if wanted in {(row["name"] or "").casefold(), row["ref"].casefold()}:
                    group = row["group_id"]
                    values = {"actor_id": row["id"], "group_id": group}
                    return records.create(session, AMBASSADOR, values)
            return records.create(session, AMBASSADOR, {"name": name.strip()})

        return self._made(_("Add the ambassador {name}").format(name=_short(name)), write)

    def relay(self, ambassador: str, actor: str) -> str:
        """Note that an ambassador has reached somebody today; return the key."""

        def write(session: Session) -> str:
            pair = {"ambassador_id": ambassador, "actor_id": actor}
            return records.create(session, RELAY, {**pair, "reached_on": session.today})

        return self._made(_("Note whom an ambassador has reached"), write)

    def found(self, name: str) -> str:
        """Found a learning community; return its key."""
        label = _("Found the community {name}").format(name=_short(name))
        return self._made(label, lambda s: learning.found_community(s, name.strip()))

    def rate(self, line: tuple[str, str, str], level: int) -> str:
        """Note how far somebody has come in a skill; return the key of the rating."""
        label = labelled(_short(line[0]), level_words(level))
        return self._made(label, lambda s: skills.reach(s, line, level))

    def explain(self, rating: str, fact: str) -> bool:
        """Note what shows a level."""
        return not self._context.document.is_presenting and self._context.taken(
            work.annotate(self._context.document, SKILL_TRANSFER, rating, {"fact": fact})
        )

    def add_sharing(self, community: str) -> tuple[str, str]:
        """Add what was shared, to be worded; return its key, or why not."""
        day = self._context.document.read(lambda s: s.today)
        values = {"title": _("New sharing"), "group_id": community or None, "shared_on": day}
        return work.create(self._context.document, SHARING, values)

    def add_transfer(self) -> tuple[str, str]:
        """Add a skill to hand over, to be named; return its key, or why not."""
        return work.create(self._context.document, SKILL_TRANSFER, {"skill": _("New skill")})

    def add_testimony(self) -> tuple[str, str]:
        """Add a testimony, to be worded; return its key, or why not."""
        return work.create(self._context.document, TESTIMONY, {"text": _("New testimony")})

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        document = self._context.document
        if document.is_presenting:
            return ""
        made: list[str] = []
        self._context.taken(work.attempt(document, label, lambda s: made.append(action(s))))
        return made[0] if made else ""


def _short(name: str) -> str:
    return shorten(name.strip(), _NAME)
