"""What the documents pane asks of the mission."""

from entente.briefs.kinds import KINDS, Offered, Readers
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, ENTRY
from entente.domain.coaching.records import COACHING_TRACK
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.domain.values import show
from entente.services import records
from entente.store.session import Session
from entente_ui.background import Report
from entente_ui.documents.choice import Order

_HELD = "held"


def subjects(session: Session, kind: Offered) -> list[tuple[str, str]]:
    """Return key and label of every record a document of a kind can be about."""
    if kind.about is None:
        return []
    rows = records.list_rows(session, kind.about).dicts()
    chosen = [row for row in rows if all(row[name] in values for name, values in kind.only)]
    if kind.about is MEDIATION_SESSION:
        # Minutes are asked for of the last that was held.
        chosen.sort(key=lambda row: (row["status"] == _HELD, str(row["held_on"])), reverse=True)
    # Not every kind has references, and some are named by a day.
    title = kind.about.field(kind.about.title)
    names = records.titles(session, kind.about) if title.target else {}
    named = (
        (row["id"], row.get("ref"), names.get(row["id"]) or show(title, row[title.name]))
        for row in chosen
    )
    return [(key, " — ".join(filter(None, (ref, title)))) for key, ref, title in named]


def parties(session: Session, kind: Offered, key: str) -> list[tuple[str, str, str]]:
    """Return key, reference and name of the parties a document has copies for.

    They are those of the difficulty it is about, or the person whose support it is about.
    """
    actors = {row["id"]: row for row in records.list_rows(session, ACTOR).dicts()}
    if kind.first is Readers.PERSON and key:
        person = records.get(session, COACHING_TRACK, key)["actor_id"]
        return [(person, actors[person]["ref"], actors[person]["name"])]
    if kind.about is not DIFFICULTY:
        return []
    rows = records.list_rows(session, PARTY).dicts()
    keys = [row["actor_id"] for row in rows if row["difficulty_id"] == key]
    return [(each, actors[each]["ref"], actors[each]["name"]) for each in keys]


def ref(session: Session, order: Order) -> str:
    """Return the short reference of what an order is about; empty for the mission."""
    if order.kind.about is None:
        return ""
    return str(records.get(session, order.kind.about, order.key).get("ref") or "")


def kind_of_agreement(session: Session, key: str) -> Offered:
    """Return the kind of document an agreement is."""
    is_entry = bool(key) and records.get(session, AGREEMENT, key)["kind"] == ENTRY
    return KINDS["convention" if is_entry else "agreement"]


def gathered(session: Session, order: Order) -> Told:
    """Return what the reader of an order may know."""
    audience = order.reader.audience
    return order.kind.gather(session, order.key, audience, order.on, full=order.full)


def produced(told: Told, order: Order, form: Form, report: Report) -> bytes:
    """Return the audited file of a document; for a worker thread."""
    return order.kind.produce(told, order.language, report, form)
