"""To which difficulty something belongs."""

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.difficulty import DIFFICULTY
from entente.store.journal import ChangeSet
from entente_ui.document import Document

_OWNER = "difficulty_id"


def owner_of(document: Document, record_type: str, key: str) -> str:
    """Return the difficulty a part belongs to, however many records lie between."""
    while record_type != DIFFICULTY.name:
        kind = RECORD_TYPES[record_type]
        above = next((f for f in kind.stored if f.name == _OWNER), None) or next(
            (f for f in kind.stored if f.owned), None
        )
        if above is None:
            return ""
        rows = document.table(kind).dicts()
        key = next((row[above.name] or "" for row in rows if row["id"] == key), "")
        record_type = above.target
    return key


def only_adds(change_set: ChangeSet) -> bool:
    """Return whether a step does nothing but note a new difficulty with what belongs to it."""
    new = {
        change.id
        for change in change_set.changes
        if change.table == DIFFICULTY.name and change.before is None
    }
    return all(
        change.before is None and (change.id in new or (change.after or {}).get(_OWNER) in new)
        for change in change_set.changes
    )
