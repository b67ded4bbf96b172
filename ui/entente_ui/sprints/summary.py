"""What there is to do and what goes on, in a line."""

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.sprint import SPRINT
from entente.i18n import _, ngettext
from entente_ui.document import Document
from entente_ui.formats import labelled, number, short_date

_OPEN = frozenset({ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING})


def summary(document: Document) -> str:
    """Return how many cards are open and in progress, what is late, and the sprint that goes on."""
    today = document.read(lambda session: session.today)
    cards = [row for row in document.table(BACKLOG_ITEM).dicts() if row["archived_on"] is None]
    still = [row for row in cards if row["status"] in _OPEN]
    parts = []
    if cards:
        count = len(still)
        words = ngettext("{count} card to be done", "{count} cards to be done", count)
        parts.append(words.format(count=number(count)))
        doing = sum(row["status"] == ItemStatus.DOING for row in still)
        parts.append(labelled(_("in progress"), number(doing)))
    late = sum(row["due_on"] is not None and row["due_on"] < today for row in still)
    if late:
        parts.append(ngettext("{count} late", "{count} late", late).format(count=number(late)))
    for sprint in document.table(SPRINT).dicts():
        if sprint["closed_on"] is None and sprint["starts_on"] <= today <= sprint["ends_on"]:
            words = _("{sprint} goes on until {day}")
            name = sprint["name"] or sprint["ref"]
            parts.append(words.format(sprint=name, day=short_date(sprint["ends_on"])))
            break
    return " · ".join(parts)
