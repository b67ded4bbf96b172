"""What is counted of a change, on paper: indicators, the use of tools, how they are taken up."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from entente.briefs.change.values import Change, Figure
from entente.briefs.dates import long_date
from entente.briefs.parts import Cell, Part, Row, Table, Tone, Words, cell
from entente.briefs.told import Entry
from entente.briefs.voice import Column, Voice, said
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADOPTION, CHANGE_INDICATOR, MARK_MAX, USAGE_CHECK
from entente.i18n import _, language
from entente.services.progress_words import NONE, figure, reached_sentence, share
from entente.services.usage import LINKS, weakest_of

_NOTHING = Figure(None, None, None)


def reached(told: Change) -> str:
    """Return how many indicators have reached their targets; nothing without any."""
    known = [told.figures.get(each.key, _NOTHING) for each in told.of(CHANGE_INDICATOR.name)]
    there = sum(each.progress is not None and each.progress >= 1 for each in known)
    return reached_sentence(there, len(known)) if known else ""


def indicators_told(told: Change, voice: Voice) -> Iterator[Part]:
    """Yield the indicators with what they say."""
    columns = (
        Column("", 28, (), lambda each: cell(each.ref, Tone.MUTED)),
        Column(_("Indicator"), 0, ("name",)),
        Column(_("Value"), 76, ("unit",), partial(_value, told)),
        Column(_("From"), 36, ("baseline",), lambda e: cell(figure(e.number("baseline")))),
        Column(_("To"), 36, ("target",), lambda e: cell(figure(e.number("target")))),
        Column(_("Of the way"), 58, (), partial(_gone, told)),
        Column(_("Read on"), 82, (), partial(_read_on, told)),
    )
    entries = told.of(CHANGE_INDICATOR.name)
    for table in voice.listing(entries, columns, 1, also=("built_in",)):
        yield replace(table, tight=True)


def uses(told: Change, voice: Voice) -> Iterator[Part]:
    """Yield whether tools are useful, usable and used, and which link is the weakest."""
    rows = []
    for entry in told.of(USAGE_CHECK.name):
        marks = {
            name: None if (mark := entry.number(name)) is None else int(mark) for name in LINKS
        }
        weak = weakest_of(marks)
        measured = entry.number("measured")
        shown = ("tool", "checked_on", "measured", *LINKS)
        rows.append(
            Row(
                (
                    _tool(told, voice, entry),
                    *(_mark(marks[name]) for name in LINKS),
                    cell(NONE if measured is None else share(measured / 100)),
                    cell(_(USAGE_CHECK.field(weak).label) if weak else NONE, Tone.STRONG),
                    cell(said(entry, "checked_on"), Tone.MUTED),
                )
            )
        )
        if also := voice.rest(entry, shown):
            rows.append(Row((also,), is_rest=True))
    if rows:
        links = (_(USAGE_CHECK.field(name).label) for name in LINKS)
        heads = (_("Tool"), *links, _("Measured"), _("Weakest link"), _("Date"))
        yield Table((0.0, 44.0, 50.0, 42.0, 52.0, 72.0, 76.0), tuple(rows), heads, tight=True)


def adoption(told: Change, voice: Voice) -> Iterator[Part]:
    """Yield how many use each tool, and when half did or will."""
    rows = []
    for entry in told.of(ADOPTION.name):
        users, population = entry.number("users") or 0, entry.number("population") or 1
        rows.append(
            Row(
                (
                    (
                        *_tool(told, voice, entry),
                        *voice.rest(entry, ("tool", "read_on", "users", "population")),
                    ),
                    cell(
                        _("{users} of {population} ({share})").format(
                            users=figure(users),
                            population=figure(population),
                            share=share(users / population),
                        )
                    ),
                    cell(_half(told, entry)),
                    cell(said(entry, "read_on"), Tone.MUTED),
                )
            )
        )
    if rows:
        heads = (_("Tool"), _("Who use it"), _("Half of them"), _("Date"))
        yield Table((0.0, 108.0, 130.0, 78.0), tuple(rows), heads, tight=True)


def _value(told: Change, entry: Entry) -> Cell:
    value = told.figures.get(entry.key, _NOTHING).value
    unit = "%" if entry.text("built_in") else entry.text("unit")
    return cell(NONE if value is None else f"{figure(value)} {unit}".strip(), Tone.STRONG)


def _gone(told: Change, entry: Entry) -> Cell:
    return cell(share(told.figures.get(entry.key, _NOTHING).progress))


def _read_on(told: Change, entry: Entry) -> Cell:
    day = told.figures.get(entry.key, _NOTHING).day
    return cell(long_date(day, language()) if day else NONE, Tone.MUTED)


def _tool(told: Change, voice: Voice, entry: Entry) -> Cell:
    groups = {each.key: each.text("name") for each in told.of(FUNCTIONAL_GROUP.name)}
    group = groups.get(entry.links["group_id"], "")
    return (*voice.words(entry, "tool"), *((Words(group, Tone.SMALL),) if group else ()))


def _mark(mark: int | None) -> Cell:
    if mark is None:
        return cell(NONE, Tone.MUTED)
    return (Words(str(mark), Tone.DENSE, heat=MARK_MAX - mark),)


def _half(told: Change, entry: Entry) -> str:
    taken = told.taken.get(entry.key)
    if taken is None or (taken.half_on is None and taken.middle is None):
        return _("not reached")
    if taken.half_on is not None:
        return _("on {date}").format(date=long_date(taken.half_on, language()))
    if taken.middle is not None:
        return _("at this pace on {date}").format(date=long_date(taken.middle, language()))
    return NONE
