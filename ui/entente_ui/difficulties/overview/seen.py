"""What the overview of a difficulty shows, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY, Scope
from entente.domain.escalation import DatedStage
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.note import STEP
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.wheel import Wheel
from entente.services import difficulties, mediation, outcomes, presentation, ratings
from entente.services.outcomes import Outcome
from entente.services.presentation import rows_where
from entente.services.records import Rating
from entente.services.words_at_stake import WordsAtStake, words_at_stake
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """A difficulty as somebody sees it.

    Attributes:
        record: Its fields and its reference.
        stages: Ratings of its stage, by rising date.
        scope: As it was set or follows from the parties; for the mediator alone.
        wheel: None for anybody but the mediator.
        causes, families, steps: Its parts of these kinds.
        outcomes: What came of it.
        words: What there is to check in the glossary.
        notes: How many notes of each kind hold.
        names: Of the actors by key.
        is_read_only: Whether others look at the screen.
    """

    key: str
    record: Mapping[str, Any]
    stages: Sequence[Rating]
    scope: Scope | None
    wheel: Wheel | None
    causes: Sequence[Mapping[str, Any]]
    families: Sequence[Mapping[str, Any]]
    steps: Sequence[Mapping[str, Any]]
    outcomes: Sequence[Outcome]
    words: WordsAtStake
    notes: Mapping[str, int]
    names: Mapping[str, str]
    is_read_only: bool

    @property
    def history(self) -> tuple[DatedStage, ...]:
        """The stages by rising date."""
        return tuple(
            DatedStage(rating.dated_on, rating.values["stage"], rating.fact)
            for rating in self.stages
        )

    @property
    def stage(self) -> int:
        """The stage it is at, 0 if it was never rated."""
        return int(self.stages[-1].values["stage"]) if self.stages else 0


def read(session: Session, key: str, viewer: Audience) -> Seen | None:
    """Return a difficulty as `viewer` sees it, None where it is not for them."""
    record = next(iter(rows_where(session, DIFFICULTY, viewer, id=key)), None)
    if record is None:
        return None

    def parts(kind: RecordType) -> Sequence[Mapping[str, Any]]:
        return rows_where(session, kind, viewer, difficulty_id=key)

    is_mediator = viewer == MEDIATOR
    return Seen(
        key=key,
        record=record,
        stages=ratings.of_field(session, DIFFICULTY, key, "stage", viewer),
        scope=difficulties.scope_of(session, key) if is_mediator else None,
        wheel=mediation.wheel_of(session, key) if is_mediator else None,
        causes=parts(DIFFICULTY_CAUSE),
        families=parts(CONFLICT_FAMILY),
        steps=parts(STEP),
        outcomes=outcomes.outcomes(session, key, viewer),
        words=words_at_stake(session, key, viewer),
        notes=mediation.counts_of_notes(session, key, viewer),
        names=presentation.labels_for(session, ACTOR, viewer),
        is_read_only=not is_mediator,
    )
