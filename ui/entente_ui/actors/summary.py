"""The line under the title: how many take part, and what has grown old."""

from entente.domain.actor import ACTOR, ORGANISATION
from entente.i18n import _, ngettext
from entente.services import actors
from entente.services.summary import counts
from entente_ui import formats
from entente_ui.document import Document

#: Beyond this many actors, going through all assessments at every change would be felt.
_MANY = 5_000


def subtitle(document: Document) -> str:
    """Return how many actors and organisations the viewer may see, and how many are old."""
    if document.is_presenting:
        people = len(document.table(ACTOR).rows)
        bodies = len(document.table(ORGANISATION).rows)
    else:
        found = document.read(counts)
        people, bodies = found["actors"], found["organisations"]
    words = _("{people}, {organisations}").format(
        people=_counted(ngettext("{count} person", "{count} people", people), people),
        organisations=_counted(
            ngettext("{count} organisation", "{count} organisations", bodies), bodies
        ),
    )
    if document.is_presenting or not 0 < people <= _MANY:
        return words
    old = len(document.read(actors.stale))
    if not old:
        return words
    aged = ngettext(
        "{count} assessment is older than {days} days",
        "{count} assessments are older than {days} days",
        old,
    ).format(count=formats.number(old), days=actors.STALE_DAYS)
    return f"{words} — {aged}"


def _counted(text: str, count: int) -> str:
    return text.format(count=formats.number(count))
