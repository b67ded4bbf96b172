"""What is done to a wave, each as one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from entente.i18n import _
from entente.services import next_waves, waves
from entente.services.ballots import Answers
from entente.services.waves import Cast, Closed
from entente.store.session import Session
from entente_ui.document import Document

if TYPE_CHECKING:  # reading lists is heavy
    from entente.exchange.answers import Collected


class WaveDeeds:
    """Does it through the document, which says why something is refused."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def plan(self, make: Callable[[Session], str]) -> str:
        """Plan a wave; return its key, empty if it was refused."""
        made: list[str] = []
        self._document.run(_("Plan a wave"), lambda s: made.append(make(s)))
        return made[0] if made else ""

    def plan_next(self, key: str) -> str:
        """Plan the wave after the newest of the same questionnaire."""
        return self.plan(lambda s: next_waves.plan_next(s, key))

    def open(self, key: str) -> bool:
        """Let a wave take answers."""
        return self._document.run(_("Open a wave"), lambda s: waves.open_wave(s, key))

    def cast(self, key: str, answers: Answers, group: str) -> str:
        """Put a ballot into the urn; return what takes it back, empty if it was refused."""
        made: list[Cast] = []
        is_done = self._document.run(
            _("Cast a ballot"), lambda s: made.append(waves.cast(s, key, answers, group))
        )
        return made[0].key if is_done else ""

    def cast_all(self, key: str, found: "Collected") -> bool:
        """Put ballots collected elsewhere into the urn, all or none."""
        return self._document.run(
            _("Take over answers"), lambda s: waves.cast_many(s, key, found.ballots, found.source)
        )

    def take_back(self, key: str, ballot: str) -> bool:
        """Take the ballot cast last out of the urn."""
        return self._document.run(
            _("Take back a ballot"), lambda s: waves.take_back(s, key, ballot)
        )

    def close(self, key: str) -> Closed | None:
        """Count a wave and close it for good; None if it was refused."""
        made: list[Closed] = []
        is_done = self._document.run(_("Close a wave"), lambda s: made.append(waves.close(s, key)))
        return made[0] if is_done else None

    def count(self, key: str) -> int:
        """Return how many ballots a wave has."""
        return self._document.read(lambda s: waves.count(s, key))
