"""What was said at the review of a sprint, and what the next cycle is drafted from."""

from collections.abc import Iterator, Sequence

from entente.briefs.parts import Cell, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.progress.values import Progress
from entente.briefs.progress.words import figure, number_cell
from entente.briefs.told import Entry
from entente.briefs.voice import Column, Voice, said
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.review import APPRAISAL, REVIEW_NOTE, ROTI_MAX, TENSION, NoteKind
from entente.i18n import _, ngettext

_OPEN: tuple[str, ...] = ("", "open")


def shipped(told: Progress, voice: Voice) -> tuple[Table, ...]:
    """Return what was noted as shipped at the review, beside the cards done."""
    return _notes(told, voice, NoteKind.SHIPPED)


def said_at(told: Progress, voice: Voice) -> Iterator[Part]:
    """Yield what was liked and what was not, and the tensions."""
    liked = section(_("Like"), *_notes(told, voice, NoteKind.LIKE), depth=2)
    disliked = section(_("Dislike"), *_notes(told, voice, NoteKind.DISLIKE), depth=2)
    yield from section(_("Said at the review"), *liked, *disliked)
    columns = (
        Column(_("Tension"), 0, ("title",)),
        Column(_("What is wanted"), 110, ("desired",)),
        Column(_("What is"), 110, ("actual",)),
        Column(_("Gap"), 34, ("gap",), lambda each: number_cell(each.number("gap"))),
    )
    tensions = told.of(TENSION.name)
    yield from section(_("Tensions"), *voice.listing(tensions, columns, 0))


def returns(told: Progress, card: Entry) -> Cell:
    """Return what people said an activity was worth; nothing where nobody was asked."""
    marks: dict[int, float] = {}
    for each in told.of(APPRAISAL.name):
        if each.links.get("item_id") == card.key:
            for mark in range(1, ROTI_MAX + 1):
                marks[mark] = marks.get(mark, 0) + (each.number(f"roti_{mark}") or 0)
    count = int(sum(marks.values()))
    if not count:
        return ()
    mean = sum(mark * voices for mark, voices in marks.items()) / count
    words = ngettext(
        "return on time invested {mean} of 5 ({count} voice)",
        "return on time invested {mean} of 5 ({count} voices)",
        count,
    )
    return (Words(words.format(mean=figure(mean), count=count), Tone.SMALL),)


def ahead(told: Progress, voice: Voice) -> Iterator[Part]:
    """Yield what the next cycle is drafted from: cards, open tensions, what would help."""
    known = {each.key: each for each in told.of(BACKLOG_ITEM.name)}
    cards = [known[key] for key in told.next_cards if key in known]
    rows = tuple(
        Row(
            (voice.cell(c, "title"), voice.cell(c, "owner_id"), number_cell(told.next_cards[c.key]))
        )
        for c in cards
    )
    head = (_("Action"), _("Who"), _("Half-days"))
    title = _("Taken into the next sprint") if told.has_next else _("Still wanted")
    planned = section(title, *((Table((0, 118, 58), rows, head),) if rows else ()), depth=2)
    tensions = [each for each in told.of(TENSION.name) if each.text("status") in _OPEN]
    eased = section(_("Tensions to ease"), *_listed(_names(tensions, "proposal")), depth=2)
    advised = [each for each in told.of(ACTIVITY_TYPE.name) if each.key in told.advised]
    advised.sort(key=lambda each: told.advised.index(each.key))
    helpful = section(_("What would help"), *_listed(_names(advised, "purpose")), depth=2)
    yield from section(_("Agenda of the next cycle"), *planned, *eased, *helpful)


def _notes(told: Progress, voice: Voice, kind: NoteKind) -> tuple[Table, ...]:
    found = [e for e in told.of(REVIEW_NOTE.name) if (e.text("kind") or NoteKind.SHIPPED) == kind]
    found.sort(key=lambda each: -(each.number("votes") or 0))
    votes = Column(_("Votes"), 48, ("votes",), lambda each: number_cell(each.number("votes")))
    voted = any(each.number("votes") for each in found)
    columns = (Column(_("Wording"), 0, ("text",)), *((votes,) if voted else ()))
    return voice.listing(found, columns, 0, also=("kind",))


def _names(entries: Sequence[Entry], beneath: str) -> list[Cell]:
    """Return records by their names, each with a field below it."""
    return [
        (*cell(" ".join(filter(None, (e.ref, _title(e))))), *_small(said(e, beneath)))
        for e in entries
    ]


def _title(entry: Entry) -> str:
    return entry.text("title") or entry.text("name")


def _small(text: str) -> Cell:
    return (Words(text, Tone.SMALL),) if text else ()


def _listed(cells: Sequence[Cell]) -> tuple[Table, ...]:
    return (Table((0,), tuple(Row((each,)) for each in cells)),) if cells else ()
