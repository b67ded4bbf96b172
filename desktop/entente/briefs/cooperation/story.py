"""What the page on a cooperation says: factors, what shows them, gaps, triggers, fears."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Cell,
    Drawing,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.actor import ORGANISATION
from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX, MATURITY_LABELS
from entente.domain.cooperation.figures import Gap, gap, mean, weak
from entente.domain.cooperation.records import FEAR, TRIGGER, TRIGGER_ACCEPTANCE
from entente.domain.values import number_text
from entente.i18n import _, language

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

_FACTOR: Final = 66.0
_NONE: Final = "–"
_LEFT: Final = "left"
#: So many gaps are told, the widest first.
_WIDEST: Final = 3


def tell(told: Told) -> Page:
    """Return the page, in the language in use."""
    return Page(title=_("State of the cooperation"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    line = _("State on {date} · by {mediator}")
    yield from headed(told.head, _("State of the cooperation"), line)
    partners = told.of(ORGANISATION.name)
    if not partners:
        yield Words(_("There is no cooperation this reader may know of."))
        return
    present = [each for each in partners if each.text("membership") != _LEFT]
    yield Box(tuple(_first(present)))
    judged = [each for each in present if any(_score(each, name) is not None for name in _NAMES)]
    if judged:
        yield Drawing(partial(_draw, judged), _table(partners, present), always=True)
    else:
        yield _table(partners, present)
    yield from section(_("What shows it"), *_evidence(voice, partners))
    yield from section(_("Common trigger"), *_triggers(told, voice, present))
    yield from section(_("Fears and answers"), *_fears(told, voice))


_NAMES: Final = tuple(FACTOR_LABELS)


def _score(partner: Entry, name: str) -> int | None:
    """Return the latest score of a factor, of a rating by itself its own."""
    told = (each.number(name) for each in (*reversed(partner.history), partner))
    return next((int(value) for value in told if value is not None), None)


def _figure(value: float | None) -> str:
    return _NONE if value is None else number_text(round(value, 1), language())


def _first(present: Sequence[Entry]) -> Iterator[Words]:
    """Yield what is weak, and where organisations are far apart."""
    said_weak = [
        _("{factor} ({names})").format(
            factor=_(label),
            names=", ".join(
                each.text("name") for each in present if name in weak({name: _score(each, name)})
            ),
        )
        for name, label in FACTOR_LABELS.items()
        if any(weak({name: _score(each, name)}) for each in present)
    ]
    if not any(_score(each, name) is not None for each in present for name in _NAMES):
        yield Words(_("No factor was judged yet."))
    elif said_weak:
        yield Words(joined(*said_weak), lead=_("To be strengthened:"))
    else:
        yield Words(_("No factor is weak."))
    wide = [_gap(each, present) for each in _gaps(present) if each.is_wide][:_WIDEST]
    if wide:
        yield Words(joined(*wide), lead=_("Not at the same speed:"))


def _gaps(present: Sequence[Entry]) -> list[Gap]:
    scales = (*_NAMES, *MATURITY_LABELS)
    found = (gap(name, {each.key: _score(each, name) for each in present}) for name in scales)
    return sorted((each for each in found if each), key=lambda each: -each.size)


def _gap(each: Gap, present: Sequence[Entry]) -> str:
    names = {partner.key: partner.text("name") for partner in present}
    scale: Mapping[str, str] = {**FACTOR_LABELS, **MATURITY_LABELS}
    return _("{scale}, from {low} ({lowest}) to {high} ({highest})").format(
        scale=_(scale[each.name]),
        low=_figure(each.lowest),
        lowest=", ".join(names[key] for key in each.at_lowest),
        high=_figure(each.highest),
        highest=", ".join(names[key] for key in each.at_highest),
    )


def _draw(judged: Sequence[Entry], room: float, _language: str) -> "tuple[Picture, bool]":
    from entente.briefs import radar  # noqa: PLC0415  # ReportLab takes its time

    shown = judged[: radar.MOST]
    net = radar.Net([_(label) for label in FACTOR_LABELS.values()], FACTOR_MAX)
    shapes = [[_score(each, name) for name in _NAMES] for each in shown]
    return radar.draw(net, shapes, room, [each.text("name") for each in shown]), False


def _table(partners: Sequence[Entry], present: Sequence[Entry]) -> Table:
    rows = []
    for each in partners:
        scores = [_score(each, name) for name in _NAMES]
        cells: list[Cell] = [
            cell(_NONE, Tone.MUTED)
            if score is None
            else (Words(str(score), Tone.DENSE, heat=FACTOR_MAX - score),)
            for score in scores
        ]
        gone = each.text("membership") == _LEFT
        named = cell(each.text("name"), Tone.MUTED if gone else Tone.CELL)
        cells.append(cell(_figure(each.number("maturity")), Tone.DENSE_STRONG))
        rows.append(Row((named, *cells)))
    means = (mean(_score(each, name) for each in present) for name in _NAMES)
    rows.append(
        Row((cell(_("Mean"), Tone.SMALL), *(cell(_figure(m), Tone.SMALL) for m in means), cell("")))
    )
    heads = (*(_(label) for label in FACTOR_LABELS.values()), _("IT maturity"))
    top = Row((cell(_("Organisation"), Tone.SMALL), *(cell(head, Tone.SMALL) for head in heads)))
    return Table((0.0, *(_FACTOR,) * len(heads)), tuple(rows), top=top, tight=True)


def _evidence(voice: Voice, partners: Sequence[Entry]) -> Iterator[Part]:
    """Yield the facts behind the scores, the latest first."""
    rows = []
    for partner in partners:
        for rating in reversed(partner.history):
            fact = voice.words(rating, "fact")
            if fact:
                judged = [
                    f"{_(label)} {score}"
                    for name, label in FACTOR_LABELS.items()
                    if (score := _score(rating, name)) is not None
                ]
                told = (cell(partner.text("name")), cell(said(rating, "dated_on"), Tone.MUTED))
                rows.append(Row((*told, (*fact, *cell(joined(*judged), Tone.SMALL)))))
    if rows:
        yield Table((120, 76, 0), tuple(rows), (_("Organisation"), _("Date"), _("Observed fact")))


def _triggers(told: Told, voice: Voice, present: Sequence[Entry]) -> Iterator[Part]:
    names = {each.key: each.text("name") for each in present}
    rows = []
    for trigger in told.of(TRIGGER.name):
        answers = [
            each
            for each in told.of(TRIGGER_ACCEPTANCE.name)
            if each.links["trigger_id"] == trigger.key and each.links["organisation_id"] in names
        ]
        said_so = [
            _("{label}: {value}").format(
                label=names[each.links["organisation_id"]], value=said(each, "answer")
            )
            for each in answers
            if each.datum("answer")
        ]
        words = tuple(part for each in answers for part in voice.words(each, "words", Tone.SMALL))
        named = (*voice.words(trigger, "title", Tone.STRONG), *voice.rest(trigger, ("title",)))
        rows.append(Row((named, (*cell(joined(*said_so)), *words))))
    if rows:
        yield Table((0, 0), tuple(rows), (_("Event"), _("Who accepts it")))


def _fears(told: Told, voice: Voice) -> Iterator[Part]:
    columns = (
        Column("", 30, (), lambda fear: cell(fear.ref, Tone.MUTED)),
        Column(_("What is feared"), 0, ("text",)),
        Column(_("Answer given"), 0, ("answer",)),
        Column(_("Status"), 90, ("status",)),
    )
    yield from voice.listing(told.of(FEAR.name), columns, main=1)
