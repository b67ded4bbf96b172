"""What every document says at its head, in the language in use."""

from collections.abc import Iterator

from entente.briefs.dates import long_date
from entente.briefs.parts import Tone, Words
from entente.i18n import _, language
from entente.services.disclosure import Head


def by_mediator(head: Head) -> str:
    """Return who drew a document up."""
    named = ", ".join(part for part in (head.mediator, head.practice) if part)
    return named or _("the mediator of the project")


def drawn_up(head: Head, line: str, **more: str) -> str:
    """Return the line below a title.

    Args:
        head: What stands at the head of each page.
        line: With placeholders for the `date`, the `mediator`, and what else there is.
        more: What else there is.
    """
    day = long_date(head.on, language())
    return line.format(date=day, mediator=by_mediator(head), **more)


def headed(head: Head, title: str, line: str) -> Iterator[Words]:
    """Yield the title of a document, and below it the line with day and mediator."""
    yield Words(title, Tone.TITLE)
    yield Words(drawn_up(head, line), Tone.SUBTITLE)
