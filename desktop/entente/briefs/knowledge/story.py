"""What the assessment of knowledge says: figures, words agreed, lessons, skills, people, words."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Cell, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.spreading import (
    AMBASSADOR,
    LESSON,
    SKILL_MAX,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.glossary import TERM, TermStatus
from entente.i18n import _, ngettext

#: From this level on somebody does it alone.
_ALONE: Final = 3
_REF: Final = 30.0
_LEVEL: Final = 46.0
_NAME: Final = 84.0
_WORD: Final = 116.0
_DATE: Final = 76.0
_NO_LONGER: Final = "left"


def tell(told: Told) -> Page:
    """Return the assessment, in the language in use."""
    return Page(title=_("Assessment of knowledge"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield from headed(told.head, _("Assessment of knowledge"), _("State on {date} · by {mediator}"))
    first = tuple(_first(told))
    if not first:
        yield Words(_("Nothing of what the mission leaves behind may be told to this reader."))
        return
    yield Box(first)
    yield from section(_("Words agreed"), *_terms(told, voice))
    yield from section(_(LESSON.plural), *_lessons(told, voice))
    yield from section(_("Skills handed over"), *_skills(told, voice))
    yield from section(_("Who carries the change on"), *_ambassadors(told, voice))
    yield from section(_(TESTIMONY.plural), *_testimonies(told, voice))


def _agreed(told: Told) -> list[Entry]:
    return [each for each in told.of(TERM.name) if each.text("status") == TermStatus.SHARED]


def _active(told: Told) -> list[Entry]:
    return [each for each in told.of(AMBASSADOR.name) if each.text("status") == "active"]


def _first(told: Told) -> Iterator[Words]:
    """Yield what there is of each sort, in figures."""
    if terms := told.of(TERM.name):
        words = ngettext(
            "{shared} of {count} word has an agreed definition.",
            "{shared} of {count} words have an agreed definition.",
            len(terms),
        )
        yield Words(words.format(shared=len(_agreed(told)), count=len(terms)))
    if lessons := told.of(LESSON.name):
        words = ngettext(
            "{count} lesson to take along.", "{count} lessons to take along.", len(lessons)
        )
        yield Words(words.format(count=len(lessons)))
    if transfers := told.of(SKILL_TRANSFER.name):
        done = sum((each.number("level") or 0) >= _ALONE for each in transfers)
        words = _("Done alone of the skills handed over: {done} of {count}.")
        yield Words(words.format(done=done, count=len(transfers)))
    if groups := told.of(FUNCTIONAL_GROUP.name):
        covering = {each.links["group_id"] for each in _active(told)}
        words = ngettext(
            "{covered} of {count} group has an active ambassador.",
            "{covered} of {count} groups have an active ambassador.",
            len(groups),
        )
        covered = sum(group.key in covering for group in groups)
        yield Words(words.format(covered=covered, count=len(groups)))
    if spoken := told.of(TESTIMONY.name):
        words = ngettext("{count} testimony.", "{count} testimonies.", len(spoken))
        yield Words(words.format(count=len(spoken)))


def _terms(told: Told, voice: Voice) -> Iterator[Part]:
    agreed = _agreed(told)
    columns = (
        Column(_("Word"), _WORD, ("word",), partial(_strong, voice, "word")),
        Column(_("Agreed definition"), 0, ("definition",)),
        Column(_("Agreed on"), _DATE, ("agreed_on",)),
    )
    yield from voice.listing(agreed, columns, 1, also=("status",))
    waiting = [each.text("word") for each in told.of(TERM.name) if each not in agreed]
    if waiting:
        words = _("Still to be agreed: {words}.").format(words=", ".join(filter(None, waiting)))
        yield Words(words, Tone.SMALL)


def _strong(voice: Voice, name: str, entry: Entry) -> Cell:
    return voice.words(entry, name, Tone.STRONG) or cell("")


def _lessons(told: Told, voice: Voice) -> Iterator[Part]:
    columns = (
        Column("", _REF, (), lambda lesson: cell(lesson.ref, Tone.MUTED)),
        Column(_("Rule to take along"), 0, ("title",), partial(_strong, voice, "title")),
        Column(_("What happened"), 0, ("happened", "context"), partial(_happened, voice)),
        Column(_("Cause of difficulty"), _NAME, ("cause",), lambda each: cell(said(each, "cause"))),
    )
    yield from voice.listing(told.of(LESSON.name), columns, 1)


def _happened(voice: Voice, lesson: Entry) -> Cell:
    return (
        *voice.words(lesson, "context", Tone.SMALL),
        *voice.words(lesson, "happened"),
    ) or cell("")


def _skills(told: Told, voice: Voice) -> Iterator[Part]:
    columns = (
        Column("", _REF, (), lambda each: cell(each.ref, Tone.MUTED)),
        Column(_("Skill"), 0, ("skill",), partial(_strong, voice, "skill")),
        Column(_("From"), _NAME, ("from_id",), lambda each: cell(said(each, "from_id"))),
        Column(_("To"), _NAME, ("to_id",), lambda each: cell(said(each, "to_id"))),
        Column(_("Level"), _LEVEL, ("level",), _level),
        Column(_("What shows it"), 0, (), partial(_shown, voice)),
    )
    transfers = told.of(SKILL_TRANSFER.name)
    yield from voice.listing(transfers, columns, 1)
    if transfers:
        yield Words(_(SKILL_TRANSFER.field("level").help), Tone.SMALL)


def _level(transfer: Entry) -> Cell:
    level = transfer.number("level")
    if level is None:
        return cell("", Tone.MUTED)
    return (Words(str(int(level)), Tone.DENSE_STRONG, heat=SKILL_MAX - int(level)),)


def _shown(voice: Voice, transfer: Entry) -> Cell:
    """Return what showed the level last, and when."""
    for rating in reversed(transfer.history):
        if fact := voice.words(rating, "fact"):
            return (*fact, *cell(said(rating, "dated_on"), Tone.SMALL))
    return cell("", Tone.MUTED)


def _ambassadors(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield who covers each group, and those groups nobody covers."""
    there = [e for e in told.of(AMBASSADOR.name) if e.text("status") != _NO_LONGER]
    rows = []
    known = set()
    for group in told.of(FUNCTIONAL_GROUP.name):
        known.add(group.key)
        held = [each for each in there if each.links["group_id"] == group.key]
        rows.append(Row((voice.words(group, "name", mark=False), _people(voice, held))))
    others = [each for each in there if each.links["group_id"] not in known]
    if others:
        rows.append(Row((cell(_("Other groups"), Tone.MUTED), _people(voice, others))))
    if rows:
        yield Table((150, 0), tuple(rows), (_("Group"), _("Ambassadors")))


def _people(voice: Voice, held: Sequence[Entry]) -> Cell:
    found: list[Words] = []
    for each in held:
        named = voice.words(each, "actor_id") or voice.words(each, "name")
        found += named or cell(each.ref)
        small = joined(said(each, "status"), said(each, "cohort"))
        found += (Words(small, Tone.SMALL),) if small else ()
        shown = ("actor_id", "name", "status", "cohort", "trained_on", "available", "asked")
        found += voice.rest(each, shown)
    # To anybody but the mediator there may be somebody they may not know of.
    nobody = _("nobody yet") if voice.whole.for_mediator else ""
    return tuple(found) or cell(nobody, Tone.MUTED)


def _testimonies(told: Told, voice: Voice) -> Iterator[Part]:
    names = {each.key: each.text("name") for each in told.of(FUNCTIONAL_GROUP.name)}
    columns = (
        Column(_("Words"), 0, ("text",)),
        Column(_("Group"), 110, (), lambda each: cell(names.get(each.links["group_id"], ""))),
        Column(_("Date"), _DATE, ("said_on",)),
    )
    yield from voice.listing(told.of(TESTIMONY.name), columns, 0, also=("consent",))
