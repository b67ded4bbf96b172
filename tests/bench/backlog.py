"""A backlog of thousands of cards, for benchmarks."""

import random
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM, PHASE_LABELS, ItemStatus
from entente.services import records
from entente.store.session import Session

CARDS: Final = 2_000
PEOPLE: Final = 30
TEXT: Final = (
    "préparer l’atelier de recette avec les équipes du soir relire la liste des écarts compter "
    "le volume des dossiers écrire au comité une note de confiance œuvre saisie"
)
WORDS: Final = tuple(TEXT.split(" "))


def fill(session: Session) -> None:
    """Add people and cards."""
    draw = random.Random(6)  # noqa: S311  # the same cards every time
    people = [
        records.create(session, ACTOR, {"name": f"Personne {n} de Rive"}) for n in range(PEOPLE)
    ]
    rows = [
        {
            "title": " ".join(draw.choices(WORDS, k=draw.randrange(3, 16))),
            "effort": draw.choice([None, 0.5, 1.0, 3.0]),
            "owner_id": draw.choice([*people, None]),
            "labels": draw.choice([None, "recette", "confiance, volume"]),
            "phase": draw.choice([None, *PHASE_LABELS]),
            "due_on": draw.choice([None, session.today]),
            "added_on": session.today,
        }
        for _ in range(CARDS)
    ]
    keys = session.insert_many(BACKLOG_ITEM, rows)
    statuses = [status.value for status in ItemStatus][:4]
    for key in keys:
        session.rate(BACKLOG_ITEM, key, {"status": draw.choice(statuses)})
