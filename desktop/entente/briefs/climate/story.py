"""What the page on the climate says: the index, what moved it, and which items really changed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.climate_book import words
from entente.briefs.climate_book.values import Climate, Line, WaveFigures
from entente.briefs.dates import long_date
from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Drawing,
    Gap,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, said
from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, language, ngettext
from entente.services.climate_events import SOURCES

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

#: So many waves stand beside each other on a map.
_BESIDE: Final = 12


def tell(told: Climate) -> Page:
    """Return the page, in the language in use."""
    return Page(title=_("Climate of the project"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Climate, voice: Voice) -> Iterator[Part]:
    title = _("Climate of the project")
    yield from headed(told.head, title, _("State on {date} · by {mediator}"))
    if not told.waves:
        yield Words(_("No wave is closed that this reader may know of."))
        return
    yield Words(said(told.subject, "name") if told.subject else "", Tone.STRONG)
    yield Box(tuple(_first(told)))
    yield from section(_("The index"), *_index(told))
    yield from section(_("What happened meanwhile"), *_events(told))
    yield from section(_("What really changed"), *_changed(told, voice))
    yield from section(_("Wave by wave"), _waves(told))
    yield from section(_("Item by item, wave by wave"), *_maps(told))


def _first(told: Climate) -> Iterator[Words]:
    count, last = len(told.waves), told.waves[-1]
    days = {
        "first": long_date(told.waves[0].day, language()),
        "last": long_date(last.day, language()),
    }
    if count > 1:
        line = ngettext(
            "{count} wave, from {first} to {last}.", "{count} waves, from {first} to {last}.", count
        )
        yield Words(line.format(count=count, **days), lead=_("Measured."))
    if _has_index(told):
        yield Words(words.index_sentence(told.lines[0], count - 1), lead=_("Index."))
        if moves := words.moved(told.lines[0], _names(told)):
            yield Words(moves, lead=_("In the whole."))
    yield Words(words.who_sees(last.threshold), lead=_("Who sees what."))


def _has_index(told: Climate) -> bool:
    return bool(told.lines) and any(value is not None for value in told.lines[0].values)


def _names(told: Climate) -> list[str]:
    return [words.name_of(told, wave) for wave in told.waves]


def _index(told: Climate) -> Iterator[Part]:
    if not _has_index(told):
        return
    yield Drawing(partial(_draw, told), _index_table(told))
    yield Gap(4)
    note = _(
        "Limits are reckoned from how much the index moves from wave to wave: within them it is "
        "noise, a square outside is a signal. Dotted lines are what happened meanwhile."
    )
    yield Words(note, Tone.SMALL)


def _index_table(told: Climate) -> Table:
    rows = tuple(
        Row((cell(name), words.numbers("" if value is None else words.figure(value))))
        for name, value in zip(_names(told), told.lines[0].values, strict=True)
    )
    return Table((0, 90), rows, (_("Wave"), _("Index")), tight=True)


def _draw(told: Climate, room: float, code: str) -> "tuple[Picture, bool]":
    from entente.briefs.climate import course  # noqa: PLC0415  # ReportLab takes its time

    days = [wave.day for wave in told.waves]
    happened = [day for day, _kind, _entry in _happened(told)]
    # What it is drawn from stands in the table of the waves.
    return course.draw(told.lines[0], days, happened, room, code), True


def _happened(told: Climate) -> list[tuple[dt.date, str, Entry]]:
    """Return what happened, in order of time."""
    found = [
        (date, kind.name, each)
        for _happening, kind, day in SOURCES
        for each in told.of(kind.name)
        if (date := each.day(day))
    ]
    return sorted(found, key=lambda event: (event[0], event[1], event[2].ref))


def _events(told: Climate) -> tuple[Table, ...]:
    rows = []
    for number, (day, kind, entry) in enumerate(_happened(told), 1):
        about = RECORD_TYPES[kind]
        name = " ".join(filter(None, (entry.ref, said(entry, about.title))))
        cells = (long_date(day, language()), _(about.label), name)
        rows.append(Row((words.numbers(str(number)), *(cell(c, Tone.DENSE) for c in cells))))
    head = ("", _("Date"), _("Kind"), _("Title"))
    return (Table((24, 84, 104, 0), tuple(rows), head, tight=True),) if rows else ()


def _changed(told: Climate, voice: Voice) -> Iterator[Part]:
    """Yield the items that are more than noise, a sentence each; then the codes of the others."""
    items = [line for line in told.lines if line.key]
    names = _names(told)
    rows = []
    for line in items:
        if moves := words.moved(line, names):
            question = words.question_of(told, line.key)
            code = cell(question.text("code"), Tone.DENSE_STRONG)
            asked = voice.words(question, "text", Tone.DENSE, mark=False)
            rows.append(Row((code, asked, cell(moves, Tone.DENSE))))
    if rows:
        yield Table((40, 0, 236), tuple(rows), (_("Code"), _("Wording"), _("What is a signal")))
        yield Gap(4)
    codes = [
        words.question_of(told, line.key).text("code")
        for line in items
        if not words.moved(line, names)
    ]
    if codes:
        noise = _("No signal: {codes}. What moves there is noise, or there are too few waves yet.")
        yield Words(noise.format(codes=", ".join(codes)), Tone.SMALL)


def _maps(told: Climate) -> Iterator[Part]:
    items = [line for line in told.lines if line.key]
    names = _names(told)
    for first in range(0, len(names) if items else 0, _BESIDE):
        span = slice(first, first + _BESIDE)
        table = _map_table(told, items, names[span], span)
        yield Drawing(partial(_draw_map, told, items, names[span], span), table)


def _map_table(told: Climate, items: Sequence[Line], names: Sequence[str], span: slice) -> Table:
    rows = []
    for line in items:
        code = cell(words.question_of(told, line.key).text("code"), Tone.DENSE_STRONG)
        means = ("" if mean is None else words.figure(mean, 1) for mean in line.values[span])
        rows.append(Row((code, *map(words.numbers, means))))
    return Table((0,) * (len(names) + 1), tuple(rows), (_("Code"), *names), tight=True)


def _draw_map(  # what a part of the map is of
    told: Climate,
    items: Sequence[Line],
    names: Sequence[str],
    span: slice,
    room: float,
    _code: str,
) -> "tuple[Picture, bool]":
    from entente.briefs.climate import heat_map  # noqa: PLC0415  # ReportLab takes its time

    rows = []
    for line in items:
        question = words.question_of(told, line.key)
        made = heat_map.HeatRow(question.text("code"), question.text("text"), line.values[span])
        rows.append(made)
    return heat_map.draw(rows, names, room), True


def _waves(told: Climate) -> Table:
    head = (_("Wave"), _("Closed on"), _("Answers"), _("Index"), _("Recommendation"))
    rows = []
    for wave, name in zip(told.waves, _names(told), strict=True):
        n = str(wave.n)
        if wave.population:
            n = _("{n} of {asked}").format(n=wave.n, asked=wave.population)
        rows.append(
            Row(
                (
                    cell(name, Tone.DENSE_STRONG),
                    cell(long_date(wave.day, language()), Tone.DENSE),
                    words.numbers(n),
                    words.numbers("" if wave.index is None else words.figure(wave.index)),
                    words.numbers(_score(wave)),
                )
            )
        )
    return Table((0, 110, 80, 70, 110), tuple(rows), head, tight=True)


def _score(wave: WaveFigures) -> str:
    score = next((each.score for each in wave.items if each.score), None)
    if score is None:
        return ""
    return _("{score} ± {margin}").format(
        score=words.signed(score.score, 1), margin=words.figure(score.margin, 1)
    )
