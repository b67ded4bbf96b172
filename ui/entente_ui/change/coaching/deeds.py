"""What the tab of supports writes: each is a step of its own that can be undone.

No step is named after the person: the Edit menu quotes it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.coaching.records import COACHING_TRACK
from entente.i18n import _
from entente.services import coaching_edits, records
from entente.services.coaching import Track
from entente.store.session import Session
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work


class Deeds:
    """Writes what is done about one support at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._track: Track | None = None

    def turn_to(self, track: Track) -> None:
        """Write about this one from now on."""
        self._track = track

    @property
    def track(self) -> str:
        """Key of the support."""
        return "" if self._track is None else self._track.id

    def people(self) -> dict[str, str]:
        """Return the actors a support can be begun for, by key."""
        return self._context.document.labels(ACTOR)

    def begin(self, actor: str) -> str:
        """Prepare the support of an actor and return its key; nothing if that was refused."""
        label = _("Prepare the support of a person")
        key, problem = self._made(label, lambda s: coaching_edits.begin(s, actor))
        self._context.taken(problem)
        return key

    def consent(self, words: str, on: dt.date | None) -> str:
        """Record the consent; return why not, or nothing."""
        return self._attempt(
            _("consent"), lambda s: coaching_edits.consent(s, self.track, words, on)
        )

    def rate(self) -> tuple[str, str]:
        """Add a self-rating of today, to be filled in; return its key, or why not."""
        return self._made(
            self._label(_("self-rating")), lambda s: coaching_edits.rate(s, self.track, {})
        )

    def aim(self, statement: str) -> tuple[str, str]:
        """Add a goal; return its key, or why not."""
        values = {"statement": statement}
        return self._made(
            self._label(_("goal")), lambda s: coaching_edits.aim(s, self.track, values)
        )

    def look(self, goal: str, score: int, fact: str = "") -> bool:
        """Note how far a goal is attained today."""
        problem = self._attempt(
            _("attainment of a goal"), lambda s: coaching_edits.look(s, goal, score, fact)
        )
        return self._context.taken(problem)

    def meet(self) -> tuple[str, str]:
        """Add a session planned for today; return its key, or why not."""
        return self._made(
            self._label(_("session")), lambda s: coaching_edits.meet(s, self.track, {})
        )

    def refer(self, danger: str, whom: str) -> tuple[str, str]:
        """Note whom the person was referred to; return its key, or why not."""
        values = {"danger": danger, "referred_to": whom}
        return self._made(
            self._label(_("referral")), lambda s: coaching_edits.refer(s, self.track, values)
        )

    def close(self) -> bool:
        """Bring the support to its end, with what is written about it."""
        values: Mapping[str, Any] = self._track.values if self._track else {}
        words, result = values["closing_person"] or "", values["closing_result"] or ""
        return self._context.taken(
            self._attempt(
                _("closing"), lambda s: coaching_edits.close(s, self.track, words, result)
            )
        )

    def reopen(self) -> bool:
        """Take the support up again."""
        problem = self._attempt(_("taken up again"), lambda s: coaching_edits.reopen(s, self.track))
        return self._context.taken(problem)

    def remove(self) -> bool:
        """Delete a support in which nothing was noted."""
        problem = self._attempt(
            _("deleted"), lambda s: records.remove(s, COACHING_TRACK, self.track)
        )
        return self._context.taken(problem)

    def _label(self, what: str) -> str:
        ref = self._track.values["ref"] if self._track else ""
        return labelled(_("Support {ref}").format(ref=ref), what)

    def _attempt(self, what: str, action: Callable[[Session], object]) -> str:
        return work.attempt(self._context.document, self._label(what), action)

    def _made(self, label: str, action: Callable[[Session], str]) -> tuple[str, str]:
        made: list[str] = []
        problem = work.attempt(self._context.document, label, lambda s: made.append(action(s)))
        return (made[0], "") if made and not problem else ("", problem)
