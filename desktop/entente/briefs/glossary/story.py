"""What a cross glossary says: the words that part people first, trade beside trade."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    EMPTY,
    Box,
    Cell,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    section,
)
from entente.briefs.terms import definition
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.glossary import MEANING, TERM, TermStatus
from entente.domain.text import fold
from entente.i18n import _, ngettext

#: So many trades stand beside each other; more stand below.
_BESIDE: Final = 4
_WORD: Final = 92.0
_SHOWN: Final = frozenset({"word", "status", "definition", "agreed_on", "validated_by"})


def tell(told: Told) -> Page:
    """Return the glossary, in the language in use."""
    return Page(title=_("Glossary"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield from headed(
        told.head, _("One word, several trades"), _("Glossary · state on {date} · by {mediator}")
    )
    terms = told.of(TERM.name)
    if not terms:
        yield Words(_("No term may be told to this reader."))
        return
    yield Box((Words(_count(terms), lead=_("Where we stand.")),))
    trades = _trades(told.of(MEANING.name))
    for title, status in (
        (_("Understood in different ways"), TermStatus.DIVERGING),
        (_("Under discussion"), TermStatus.DISCUSSED),
        (_("Shared"), TermStatus.SHARED),
    ):
        rows = [
            row
            for each in terms
            if (each.text("status") or TermStatus.DIVERGING) == status
            for row in _term(told, voice, each, trades)
        ]
        widths = (_WORD, *(0.0 for _trade in trades)) if trades else (0.0,)
        table = Table(widths, tuple(rows), ("", *trades) if trades else ())
        yield from section(title, *((table,) if rows else ()))


def _count(terms: Sequence[Entry]) -> str:
    shared = sum(each.text("status") == TermStatus.SHARED for each in terms)
    count = ngettext("{count} term", "{count} terms", len(terms)).format(count=len(terms))
    parts = _("{terms}: {shared} with an agreed definition, {waiting} still to be agreed.")
    return parts.format(terms=count, shared=shared, waiting=len(terms) - shared)


def _trades(meanings: Sequence[Entry]) -> tuple[str, ...]:
    """Return the trades that stand beside each other: those with most to say."""
    counted = Counter(each.text("discipline") for each in meanings if each.datum("discipline"))
    return tuple(sorted((trade for trade, _count_ in counted.most_common(_BESIDE)), key=fold))


def _term(told: Told, voice: Voice, term: Entry, trades: Sequence[str]) -> Iterator[Row]:
    mine = [each for each in told.of(MEANING.name) if each.links["term_id"] == term.key]
    yield Row((_word(voice, term), *(_meant(voice, term, mine, trade) for trade in trades)))
    others = [each for each in mine if each.text("discipline") not in trades]
    below = (
        *(words for each in others for words in _told_by(voice, term, each)),
        *_agreed(voice, term),
        *voice.rest(term, _SHOWN),
    )
    if below:
        yield Row((below,), is_rest=True)


def _word(voice: Voice, term: Entry) -> Cell:
    small = joined(term.ref, term.standing, voice.label(term.level))
    return (
        Words(term.text("word") or "–", Tone.STRONG, is_name=True),
        *((Words(small, Tone.SMALL),) if small else EMPTY),
    )


def _meant(voice: Voice, term: Entry, meanings: Sequence[Entry], trade: str) -> Cell:
    mine = [each for each in meanings if each.text("discipline") == trade]
    found = tuple(words for each in mine for words in _told_by(voice, term, each, named=False))
    return found or (Words("–", Tone.MUTED),)


def _told_by(voice: Voice, term: Entry, meaning: Entry, *, named: bool = True) -> Iterator[Words]:
    trade = meaning.text("discipline") or "–"
    lead = _("{trade}:").format(trade=trade) if named else ""
    yield from voice.words(meaning, "text", lead=lead, mark=meaning.level != term.level)
    if source := meaning.text("source"):
        yield Words(_("source: {source}").format(source=source), Tone.SMALL)


def _agreed(voice: Voice, term: Entry) -> Iterator[Words]:
    yield from definition(voice, term, mark=False)
    when, whom = said(term, "agreed_on"), term.text("validated_by")
    agreed = joined(
        _("agreed on {date}").format(date=when) if when else "",
        _("validated by {name}").format(name=whom) if whom else "",
    )
    if agreed:
        yield Words(agreed, Tone.SMALL)
