"""What the estimate says: the sum first, then what it is made of, line by line."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.activity_book.words import form, half_days, numbered, ranged
from entente.briefs.dates import long_date
from entente.briefs.estimate.reckoned import Estimate, reckon
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import (
    EMPTY,
    Box,
    Cell,
    Gap,
    Page,
    Part,
    Row,
    Table,
    Together,
    Tone,
    Words,
    section,
)
from entente.briefs.told import Told
from entente.briefs.voice import Voice
from entente.domain.effort import HALF_DAYS, Line
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

#: Height left to sign in, in points.
_SIGNING: Final = 58.0
#: Widths of the columns of numbers, in points.
_QUANTITY: Final = 60.0
_DONE: Final = 44.0
_EACH: Final = 62.0
_HALVES: Final = 74.0
_COST: Final = 104.0


def tell(told: Told) -> Page:
    """Return the estimate, in the language in use."""
    note = _("Drawn up by the mediator of the project.")
    return Page(title=_("Estimate"), parts=tuple(_parts(told)), note=note)


def _parts(told: Told) -> Iterator[Part]:
    yield Words(_("Estimate"), Tone.TITLE)
    line = _("Effort of the mission · {date} · by {mediator}")
    date = long_date(told.head.on, language())
    yield Words(line.format(date=date, mediator=by_mediator(told.head)), Tone.SUBTITLE)
    found = reckon(told)
    lines = found.table.estimated
    if not lines:
        yield Words(_("No activity this reader may know of has both a quantity and an effort."))
        return
    yield Box(tuple(_summed(found)))
    counted = [each for each in lines if not each.is_flat]
    flat = [each for each in lines if each.is_flat]
    said = _("This work goes with the rest, whatever the quantities: it is estimated as a whole.")
    yield from section(_("Activities"), *_listed(told, found, counted))
    listed: tuple[Part, ...] = _listed(told, found, flat)
    outside = (Words(said), *listed) if listed else ()
    yield from section(_("Outside quantities"), *outside)
    yield from section(_("How it is reckoned"), *_terms(found))
    yield Together((Gap(12), _signatures()))


def _summed(found: Estimate) -> Iterator[Words]:
    low, high = found.table.effort_min, found.table.effort_max
    words = _("{halves}, that is {days}.").format(
        halves=half_days(low, high), days=_days(low, high)
    )
    yield Words(words, lead=_("Effort."))
    if cost := _cost(found, low, high):
        said = _("{cost}, at {rate} a day.")
        rate = _money(found, found.table.day_rate or 0)
        yield Words(said.format(cost=cost, rate=rate), lead=_("Amount."))
    if found.tells_done:
        words = half_days(found.table.effort_done)
        yield Words(_("done: {effort}.").format(effort=words), lead=_("So far."))


def _listed(told: Told, found: Estimate, lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return a table of lines and what they come to; nothing where there are none."""
    if not lines:
        return ()
    is_flat, has_cost = lines[0].is_flat, found.table.day_rate is not None
    tells_done = found.tells_done and not is_flat
    columns: list[tuple[str, float]] = [(_("Activity"), 0)]
    columns += [] if is_flat else [(_("Quantity"), _QUANTITY)]
    columns += [(_("Done"), _DONE)] if tells_done else []
    columns += [] if is_flat else [(_("Each"), _EACH)]
    columns += [(_("Half-days"), _HALVES)]
    columns += [(_("Amount"), _COST)] if has_cost else []
    voice = Voice(told)
    rows = []
    for line in lines:
        entry = found.entries[line.key]
        name = (
            *voice.words(entry, "name", Tone.STRONG),
            *voice.words(entry, "purpose", Tone.SMALL, mark=False),
        )
        cells: list[Cell] = [name]
        cells += [] if is_flat else [_number(ranged(line.least, line.most))]
        cells += [_number(numbered(line.done))] if tells_done else []
        cells += [] if is_flat else [_number(numbered(line.unit or 0))]
        rows.append(Row((*cells, *_sums(found, line.effort_min, line.effort_max))))
    low = sum(line.effort_min for line in lines)
    high = sum(line.effort_max for line in lines)
    blank = [EMPTY] * (len(columns) - (3 if has_cost else 2))
    total = (Words(_("Total"), Tone.STRONG),)
    rows.append(Row((total, *blank, *_sums(found, low, high, Tone.STRONG)), is_rest=True))
    heads, widths = zip(*columns, strict=True)
    return (Table(widths, tuple(rows), heads),)


def _sums(found: Estimate, low: float, high: float, tone: Tone = Tone.CELL) -> Iterator[Cell]:
    yield _number(ranged(low, high), tone)
    if found.table.day_rate is not None:
        yield _number(_cost(found, low, high), tone)


def _number(text: str, tone: Tone = Tone.CELL) -> Cell:
    return (Words(text, tone, is_number=True),)


def _terms(found: Estimate) -> Iterator[Part]:
    yield Words(
        _(
            "A quantity is given as a band: how many it will be is decided from cycle to cycle, by "
            "what the group needs. The effort of an activity holds preparing it, holding it and "
            "writing up what came of it."
        )
    )
    if found.table.day_rate is not None:
        yield Words(_("Two half-days make a day. Amounts follow the daily rate given above."))


def _signatures() -> Table:
    heads = (_("For the sponsor"), _("The mediator"))
    dated = _("Date and signature")
    cells = tuple((Words(head, Tone.STRONG), Words(dated, Tone.SMALL)) for head in heads)
    return Table((0, 0), (Row(cells, room=_SIGNING),), boxed=True)


def _days(low: float, high: float) -> str:
    least, most = low / HALF_DAYS, high / HALF_DAYS
    words = ngettext("{count} day", "{count} days", form(most))
    return words.format(count=ranged(least, most))


def _cost(found: Estimate, low: float, high: float) -> str:
    least, most = found.table.cost(low), found.table.cost(high)
    if least is None or most is None:
        return ""
    if least == most:
        return _money(found, least)
    return _("{low} to {high}").format(low=_money(found, least), high=_money(found, most))


def _money(found: Estimate, amount: float) -> str:
    """Return an amount, with two digits for what is less than one where there is any."""
    sign = "," if language() == "fr" else "."
    said, currency = number_text(round(amount, 2), language()), found.table.currency
    whole, point, rest = said.rpartition(sign)
    if point and amount != int(amount):
        said = f"{whole}{point}{rest:0<2}"
    if language() != "fr" and len(currency) == 1:
        return f"{currency}{said}"
    return f"{said}\u00a0{currency}"
