"""What a post says: what took place, what was decided, done, promised and kept."""

from collections.abc import Iterator

from entente.briefs.dates import long_date
from entente.briefs.layout_words import headed
from entente.briefs.parts import Page, Part, Words, section
from entente.briefs.post.gather import DAYS, day_of
from entente.briefs.told import Entry, Told
from entente.briefs.voice import said
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.follow_up import COMMITMENT, DECISION, CommitmentState
from entente.domain.interaction import INTERACTION
from entente.i18n import _, language, ngettext


def tell(told: Told) -> Page:
    """Return the post, in the language in use."""
    return Page(title=_("This week"), parts=tuple(_parts(told)))


def _parts(told: Told) -> Iterator[Part]:
    yield from headed(told.head, _("This week"), _("Week up to {date} · by {mediator}"))
    commitments = told.of(COMMITMENT.name)
    kept = [each for each in commitments if each.text("state") == CommitmentState.KEPT]
    made = [each for each in commitments if each not in kept]
    told_of = (
        (_("What took place"), told.of(INTERACTION.name), "notes"),
        (_("Decided or carried out"), told.of(DECISION.name), "evidence"),
        (_("Shipped"), told.of(BACKLOG_ITEM.name), "deliverable"),
        (_("Kept"), kept, "evidence"),
        (_("Promised"), made, ""),
    )
    if not any(entries for _title, entries, _more in told_of):
        words = ngettext(
            "Nothing of the last {count} day is public yet.",
            "Nothing of the last {count} days is public yet.",
            DAYS,
        )
        yield Words(words.format(count=DAYS))
        return
    for title, entries, more in told_of:
        ordered = sorted(entries, key=lambda each: str(day_of(each)))
        yield from section(title, *(_told(entry, more) for entry in ordered))


def _told(entry: Entry, more: str) -> Words:
    """Return a record in a sentence or two: the day, what it is, and what is said of it."""
    title = "subject" if entry.kind == INTERACTION.name else "title"
    if entry.kind == COMMITMENT.name:
        title = "statement"
    who = entry.text("actor_id")
    parts = [said(entry, title), who, said(entry, more) if more else ""]
    day = day_of(entry)
    when = long_date(day, language()) if day else ""
    return Words(" — ".join(filter(None, parts)), lead=_("{day}.").format(day=when) if when else "")
