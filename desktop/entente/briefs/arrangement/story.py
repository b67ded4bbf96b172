"""What an arrangement says on its two pages, and where it is signed."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import (
    EMPTY,
    Box,
    Cell,
    Gap,
    NewPage,
    Page,
    Part,
    Row,
    Table,
    Together,
    Tone,
    Words,
    cell,
    name,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.clauses import DOTTED
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.mission import MISSION
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.i18n import _, language, ngettext

#: Height left to sign in, in points.
_ROOM: Final = 56.0
_BESIDE: Final = 3
_LABELS: Final = 116.0
#: Waves that are named by their day.
_WAVES: Final = 6


def tell(told: Told) -> Page:
    """Return the arrangement, in the language in use."""
    return Page(
        title=_("Mediation arrangement of the project"),
        parts=tuple(_parts(told, Voice(told))),
        note=_("Nobody is bound to more than is written here; it can be looked at anew any day."),
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    subject = told.subject or Entry(ARRANGEMENT.name)
    mission = next(iter(told.of(MISSION.name)), Entry(MISSION.name))
    yield Words(_("Mediation arrangement of the project"), Tone.TITLE)
    yield Words(joined(mission.text("name"), mission.text("organisation")), Tone.SUBTITLE)
    if told.subject is None:
        yield Words(_("Nothing of this arrangement may be told to this reader."))
        return
    yield Box((Words(_purpose()),))
    yield from section(_("The project"), _project(subject, mission, told))
    yield from section(_("Whom it concerns"), *_people(told))
    yield from section(_("1. Relations are reviewed"), *_relations(voice, subject))
    yield from section(_("2. The climate is watched"), *_climate(told, subject))
    yield NewPage()
    yield from section(_("3. Difficulties are settled, step by step"), *_ladder(told, voice))
    yield from section(_("Who reads what"), *voice.words(subject, "who_reads", Tone.BODY))
    yield from voice.rest(subject, _SHOWN)
    yield Together(tuple(_signatures(told, subject, mission)))


_SHOWN: Final = frozenset(
    {
        *("starts_on", "ends_on", "relation_days", "relation_grid"),
        *("survey_days", "who_reads", "signed_on"),
    }
)


def _purpose() -> str:
    return _(
        "Difficulties between people who carry a project are expected, and settled while they "
        "are small. To that end relations are reviewed, the climate is watched, and everybody "
        "knows whom to turn to, at which level and within how many days. Whoever takes part does "
        "so of their own will; the mediator decides nothing and takes no side."
    )


def _project(subject: Entry, mission: Entry, told: Told) -> Table:
    lasts = _("from {start}").format(start=said(subject, "starts_on"))
    if subject.datum("ends_on"):
        lasts = _("from {start} to {end}").format(
            start=said(subject, "starts_on"), end=said(subject, "ends_on")
        )
    mediator = joined(by_mediator(told.head), said(mission, "hat"), mission.text("contact"))
    rows = (
        (_("Project"), mission.text("project")),
        (_("Sponsor"), mission.text("sponsor")),
        (_("Phase"), said(mission, "phase")),
        (_("Mediator"), mediator),
        (_("Period"), lasts),
    )
    return Table(
        (_LABELS, 0),
        tuple(Row((cell(label, Tone.MUTED), cell(words))) for label, words in rows if words),
        tight=True,
    )


def _people(told: Told) -> Iterator[Part]:
    people = told.of(ARRANGEMENT_ACTOR.name)
    signing = [_called(each) for each in people if each.get("signs")]
    others = [_called(each) for each in people if not each.get("signs")]
    rows = ((_("Who signs"), signing), (_("Concerned as well"), others))
    told_rows = tuple(
        Row((cell(label, Tone.MUTED), cell(" · ".join(names)))) for label, names in rows if names
    )
    if told_rows:
        yield Table((_LABELS, 0), told_rows, tight=True)


def _called(person: Entry) -> str:
    if not person.standing:
        return person.name
    return _("{name} ({organisation})").format(name=person.name, organisation=person.standing)


def _relations(voice: Voice, subject: Entry) -> Iterator[Part]:
    if days := subject.number("relation_days"):
        when = _("{every}, for the first time on {day}")
        first = said(subject, "starts_on")
        yield Words(when.format(every=_every(int(days)), day=first), lead=_("When:"))
    yield from voice.words(subject, "relation_grid", Tone.BODY, lead=_("What is looked at:"))


def _climate(told: Told, subject: Entry) -> Iterator[Part]:
    survey = next(iter(told.of(QUESTIONNAIRE.name)), None)
    if survey is None:
        return
    yield Words(survey.text("name"), lead=_("What is asked:"))
    if days := subject.number("survey_days"):
        yield Words(_every(int(days)), lead=_("When:"))
    first = subject.day("starts_on")
    planned = [
        day
        for each in told.of(WAVE.name)
        if (day := each.day("planned_on")) and (first is None or day >= first)
    ]
    if planned:
        shown = [long_date(day, language()) for day in planned[:_WAVES]]
        yield Words(" · ".join(shown), lead=_("Planned for:"))
    yield Words(
        _("Answers are anonymous: nobody, the mediator included, knows who answered what."),
        Tone.SMALL,
    )


def _every(days: int) -> str:
    return ngettext("every day", "every {count} days", days).format(count=days)


def _ladder(told: Told, voice: Voice) -> Iterator[Part]:
    rows = []
    for number, step in enumerate(told.of(RESOLUTION_STEP.name), 1):
        days = step.number("days")
        within = ngettext("{count} day", "{count} days", int(days or 0)).format(
            count=int(days or 0)
        )
        title = _("{number}. {step}").format(number=number, step=step.text("title"))
        own = Words(title, Tone.STRONG, label=voice.label(step.level))
        rows.append(
            Row(
                (
                    (own,),
                    cell(step.text("level")),
                    name(step.text("actor_id")),
                    cell("" if days is None else within),
                    cell(said(step, "nature")),
                )
            )
        )
    if not rows:
        return
    head = (_("Step"), _("Level"), _("Who is seized"), _("Within"), _("From a"))
    yield Table((0, 80, 112, 56, 76), tuple(rows), head, tight=True)
    yield Gap(4)
    yield Words(
        _(
            "One goes a step further when the days have passed without a way out, or at once "
            "where somebody’s health or safety is at stake."
        ),
        Tone.SMALL,
    )


def _signatures(told: Told, subject: Entry, mission: Entry) -> Iterator[Part]:
    people: list[Cell] = [
        (Words(each.name, Tone.STRONG, is_name=True), *_small(each.standing))
        for each in told.of(ARRANGEMENT_ACTOR.name)
        if each.get("signs")
    ]
    named = mission.text("mediator")
    mediator = (Words(_("The mediator"), Tone.SMALL if named else Tone.STRONG),)
    called = (Words(named, Tone.STRONG, is_name=True),) if named else EMPTY
    people.append((*called, *mediator))
    day = said(subject, "signed_on") or DOTTED
    inside: list[Part] = [
        Words(_("Done at {place}, on {date}.").format(place=DOTTED, date=day)),
        Gap(4),
    ]
    for start in range(0, len(people), _BESIDE):
        inside += [_signing(people[start : start + _BESIDE]), Gap(4)]
    yield from section(_("Signatures"), *inside)


def _small(text: str) -> Cell:
    return (Words(text, Tone.SMALL),) if text else EMPTY


def _signing(people: Sequence[Cell]) -> Table:
    cells = [*people, *([EMPTY] * (_BESIDE - len(people)))]
    return Table((0.0,) * _BESIDE, (Row(tuple(cells), room=_ROOM),), boxed=True)
