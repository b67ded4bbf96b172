"""What several documents say of risks, in the language in use."""

from collections.abc import Iterator

from entente.briefs.parts import Words
from entente.briefs.risk_book.book import Book, change, number
from entente.domain.risk import READING_LABELS, Reading
from entente.i18n import _, ngettext


def totals(book: Book) -> Iterator[Words]:
    """Yield what the risks come to: scores, money, and what asks for attention."""
    found = book.figures
    if found.inherent_total:
        line = _("inherent {inherent}, target {target} ({change})").format(
            inherent=number(found.inherent_total),
            target=number(found.residual_total),
            change=change(found.reduction or 0.0),
        )
        yield Words(_("{facts}.").format(facts=line), lead=_("Scores of the open threats:"))
    money = _("threats {threats}, opportunities {opportunities}, net {net}").format(
        threats=book.money(found.emv.threats),
        opportunities=book.money(found.emv.opportunities),
        net=book.money(found.emv.net),
    )
    yield Words(_("{facts}.").format(facts=money), lead=_("Expected value:"))
    if noted := tuple(_attention(book)):
        yield Words(_("{facts}.").format(facts="; ".join(noted)), lead=_("To be seen to:"))


def _attention(book: Book) -> Iterator[str]:
    found = book.figures
    limits = (
        (found.above_tolerance, _("above the tolerance: {refs}")),
        (found.above_appetite, _("above the appetite: {refs}")),
        (found.overdue_reviews, _("review overdue (!): {refs}")),
        (found.above_inherent, _("target above inherent: {refs}")),
        (found.untargeted, _("without a target: {refs}")),
        (found.unlevelled, _("without a level: {refs}")),
        (found.unpriced, _("not counted in money: {refs}")),
    )
    for refs, words in limits:
        if refs:
            yield words.format(refs=", ".join(refs))


def counted(book: Book) -> str:
    """Return how many risks there are, and how many of them are over."""
    views = tuple(book.views.values())
    said = ngettext("{count} risk", "{count} risks", len(views)).format(count=number(len(views)))
    over = sum(view.is_past for view in views)
    if not over:
        return said
    more = ngettext("{count} of them over, in no total", "{count} of them over, in no total", over)
    return f"{said}, {more.format(count=number(over))}"


def reading_heads() -> tuple[str, ...]:
    """Return what stands over the three readings."""
    words = (_(READING_LABELS[reading]) for reading in Reading)
    return tuple(f"{each[:1].upper()}{each[1:]}" for each in words)


def nothing() -> Words:
    """Return what is said where a reader may know of no risk."""
    return Words(_("There is no risk that may be told to this reader."))
