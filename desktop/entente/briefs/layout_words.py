"""What every document says at its head, in the language in use."""

from entente.i18n import _
from entente.services.disclosure import Head


def by_mediator(head: Head) -> str:
    """Return who drew a document up."""
    named = ", ".join(part for part in (head.mediator, head.practice) if part)
    return named or _("the mediator of the project")
