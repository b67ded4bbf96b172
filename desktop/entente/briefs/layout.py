"""What the layouts of all documents on A4 pages share."""

from collections.abc import Callable, Iterable, Sequence

from reportlab.platypus import Flowable, Spacer

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.levels import AUDIENCE_COLOURS, confidential_words, legal_note
from entente.briefs.page import STANDING, Format, Sheet, build
from entente.briefs.production import Report, unheard
from entente.i18n import _, speaking
from entente.services.disclosure import Head


def document(
    head: Head,
    language: str,
    title: Callable[[], str],
    story: Callable[[], Sequence[Flowable]],
    report: Report = unheard,
) -> bytes:
    """Return a document as a PDF file; equal ones give equal bytes.

    Args:
        head: What stands at the head of each page.
        language: `fr` or `en`, whatever the screen speaks.
        title: Gives its name for readers and windows, neutral and without names.
        story: Gives the text; both are asked in the language of the document.
        report: Told the percentage done; what it raises ends the work.
    """
    with typeface.PRESS, speaking(language):
        return build(story(), sheet(head, language, title()), report)


def sheet(
    head: Head,
    language: str,
    title: str,
    note: str = "",
    recipient: str = "",
    on: Format = STANDING,
) -> Sheet:
    """Return what stands around the text, in the language in use.

    Args:
        head: What stands at the head of each page.
        language: `fr` or `en`, as the file says of itself.
        title: Its name for readers and windows, neutral and without names.
        note: What the foot says, unless it is what it says of every document.
        recipient: What the head says of the reader, unless it is the same.
        on: What its pages are.
    """
    return Sheet(
        title=title,
        mission=" · ".join(part for part in (head.mission, head.organisation) if part),
        recipient=recipient or confidential_words(head.audience, head.recipient),
        colour=AUDIENCE_COLOURS[head.audience],
        note=note or legal_note(head.audience),
        language=language,
        format=on,
    )


def closing(shown: Iterable[str]) -> list[Flowable]:
    """Return what is said below texts of which the typeface does not hold every character."""
    if not text.has_substitutes(shown):
        return []
    words = _("{sign} stands for a character that the typeface of this document does not have.")
    note = text.phrase(words, typeface.small(), sign=text.SUBSTITUTE)
    return [Spacer(0, 12), note]
