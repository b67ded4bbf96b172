"""What lists and boards elsewhere say of how far a piece of work has come."""

from collections.abc import Mapping
from typing import Final

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.records import Field, RecordType
from entente.domain.text import heading_key

#: Of each status, words and phrases that mean it, folded.
_PHRASES: Final[Mapping[ItemStatus, tuple[str, ...]]] = {
    ItemStatus.DROPPED: (
        *("abandonne", "abandonnee", "abandonnes", "abandonnees", "annule", "annulee"),
        *("annules", "annulees", "rejete", "rejetee", "ecarte", "ecartee"),
        *("dropped", "cancelled", "canceled", "rejected", "abandoned", "won t do", "wont do"),
    ),
    ItemStatus.DOING: (
        *("en cours", "encours", "commence", "commencee", "demarre", "demarree", "en revue"),
        *("en relecture", "en validation", "en cours de realisation"),
        *("doing", "in progress", "wip", "work in progress", "started", "ongoing", "underway"),
        *("under way", "working on it", "in review", "in development"),
    ),
    ItemStatus.DONE: (
        *("fait", "faite", "faits", "faites", "fini", "finie", "finis", "finies"),
        *("termine", "terminee", "termines", "terminees", "acheve", "achevee", "realise"),
        *("realisee", "livre", "livree", "livres", "livrees", "clos", "close", "cloture"),
        *("cloturee", "resolu", "resolue"),
        *("done", "shipped", "finished", "complete", "completed", "closed", "resolved"),
        "delivered",
    ),
    ItemStatus.READY: (
        *("a faire", "pret", "prete", "prets", "pretes", "suivant", "suivants", "prevu"),
        *("prevue", "prevus", "prevues", "planifie", "planifiee", "a venir", "pas commence"),
        *("pas encore commence", "non commence", "non commencee", "non demarre"),
        *("to do", "todo", "ready", "next", "up next", "planned", "not started", "open"),
        *("selected for development", "sprint backlog"),
    ),
    ItemStatus.IDEA: (
        *("idee", "idees", "boite a idees", "plus tard", "un jour", "carnet"),
        *("idea", "ideas", "backlog", "product backlog", "inbox", "later", "someday", "icebox"),
    ),
}
#: Words beside these that say nothing of it.
_BESIDE: Final = frozenset({"sprint", "liste", "list", "colonne", "column", "cartes", "cards"})
_MEANT: Final = {phrase: status for status, all_ in _PHRASES.items() for phrase in all_}

#: Single words by which lists of a board are known, the first status with one of them meant.
_WORDS: Final[Mapping[ItemStatus, frozenset[str]]] = {
    ItemStatus.DROPPED: frozenset({"abandonne", "abandonnes", "annule", "dropped", "cancelled"}),
    ItemStatus.DOING: frozenset({"cours", "encours", "doing", "progress", "wip", "started"}),
    ItemStatus.DONE: frozenset(
        {
            *("done", "shipped", "finished", "completed", "closed"),
            *("fait", "faits", "fini", "finis", "termine", "termines", "clos", "livre", "livres"),
        }
    ),
    ItemStatus.READY: frozenset(
        {"ready", "todo", "do", "next", "planned", "pret", "prets", "faire", "suivant", "prevu"}
    ),
    ItemStatus.IDEA: frozenset({"idea", "ideas", "idee", "idees", "backlog", "inbox", "later"}),
}
#: A name with one of these says what its cards are not.
_NOT: Final = frozenset({"pas", "non", "not", "un", "sans", "jamais", "never"})


def status_meant(text: str) -> ItemStatus | None:
    """Return the status a cell or a list of a board means as a whole; None if it says none.

    Numbers, signs and pictures beside the words do not count: `✅ 4. Terminé` is done.
    """
    words = [word for word in heading_key(text).split() if not word.isdecimal()]
    said = " ".join(words)
    if said in _MEANT:
        return _MEANT[said]
    return _MEANT.get(" ".join(word for word in words if word not in _BESIDE))


def status_of_list(name: str) -> ItemStatus | None:
    """Return the status of the cards in a list of a board, by its name or a word of it.

    `À faire cette semaine` says one among other things. Where a name says none, the cards
    keep it as a label, so that guessing loses nothing.
    """
    if found := status_meant(name):
        return found
    words = set(heading_key(name).split())
    if words & _NOT:
        return None
    return next((status for status, known in _WORDS.items() if known & words), None)


def choice_meant(record_type: RecordType, field: Field, cell: object) -> str | None:
    """Return the choice of a field a cell means in words that are not its own; None for none."""
    if record_type is not BACKLOG_ITEM or field.name != "status" or not isinstance(cell, str):
        return None
    return status_meant(cell)
