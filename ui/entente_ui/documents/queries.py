"""What the documents pane asks of the mission."""

from entente.briefs.conflict import gather, produce
from entente.briefs.told import Told
from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.services import records
from entente.store.session import Session
from entente_ui.background import Report
from entente_ui.documents.choice import Order


def difficulties(session: Session) -> list[tuple[str, str]]:
    """Return key and label of every difficulty."""
    rows = records.list_rows(session, DIFFICULTY).dicts()
    return [(row["id"], f"{row['ref']} — {row['title']}") for row in rows]


def parties(session: Session, difficulty_id: str) -> list[tuple[str, str, str]]:
    """Return key, reference and name of the actors who are parties of a difficulty."""
    actors = {row["id"]: row for row in records.list_rows(session, ACTOR).dicts()}
    rows = records.list_rows(session, PARTY).dicts()
    keys = [row["actor_id"] for row in rows if row["difficulty_id"] == difficulty_id]
    return [(key, actors[key]["ref"], actors[key]["name"]) for key in keys]


def ref(session: Session, difficulty_id: str) -> str:
    """Return the short reference of a difficulty."""
    return str(records.get(session, DIFFICULTY, difficulty_id)["ref"])


def gathered(session: Session, order: Order) -> Told:
    """Return what the reader of an order may know."""
    return gather(session, order.difficulty_id, order.reader.audience, order.on)


def produced(brief: Told, language: str, report: Report) -> bytes:
    """Return the audited file of a brief; for a worker thread."""
    return produce(brief, language, report)
