"""The charts of the climate in words, and as rows of tables: is it a signal, or noise?"""

import math
from collections.abc import Sequence
from typing import Final

from entente.domain.climate.answers import Recommendation
from entente.domain.climate.control import Signals
from entente.domain.climate.trend import Trend
from entente.i18n import _, ngettext
from entente_ui.charts.twin import Figures
from entente_ui.climate.charts.told import Answers, Happening, Point, Series
from entente_ui.formats import decimal, labelled, listing, long_date, number, percent, signed

#: Probabilities below this are told as such.
_LEAST_P: Final = 0.001
#: A slope slighter than this needs more digits to be one at all.
_SLIGHT: Final = 0.05


def series_figures(series: Series, events: Sequence[Happening]) -> Figures:
    """Return a measure over the waves as a table, what happened meanwhile included."""
    signals = series.signals
    rows: list[tuple[str, ...]] = []
    stops: list[tuple[Point | Happening, int]] = [(p, n) for n, p in enumerate(series.points)]
    stops += [(event, -1) for event in events]
    for stop, place in sorted(stops, key=lambda each: each[0].on):
        if isinstance(stop, Happening):
            rows.append((stop.words, long_date(stop.on), "", "", "", ""))
            continue
        interval = stop.interval
        rows.append(
            (
                stop.wave,
                long_date(stop.on),
                _("not shown") if stop.value is None else series.say(stop.value),
                "" if interval is None else series.say(interval.low),
                "" if interval is None else series.say(interval.high),
                _why(signals, place),
            )
        )
    heads = (_("Wave or event"), _("Day"), _("Value"), _("95 % from"), _("95 % to"), _("Signal"))
    widths = {0: 240, 1: 140, 2: 90, 3: 80, 4: 80, 5: 260}
    return Figures(heads, rows, frozenset({2, 3, 4}), widths)


def _why(signals: Signals, place: int) -> str:
    told = (
        (signals.outside, _("outside the limits")),
        (signals.runs, _("eight in a row on one side")),
        (signals.jumps, _("a leap from the wave before")),
    )
    return "; ".join(words for places, words in told if place in places)


def answers_words(item: Answers) -> str:
    """Return what was answered to an item."""
    found = item.summary
    if found is None:
        return labelled(item.name, _("not shown"))
    words = (
        _("mean {mean}, fine weather for {favourable}, foul for {unfavourable}, of {count}")
        if item.is_weather
        else _("mean {mean}, {favourable} agree, {unfavourable} disagree, of {count}")
    )
    said = words.format(
        mean=decimal(found.mean, 2),
        favourable=percent(found.favourable),
        unfavourable=percent(found.unfavourable),
        count=number(found.n),
    )
    if found.is_split:
        said = _("{said}; two camps").format(said=said)
    return labelled(item.name, said)


def spread_sentence(items: Sequence[Answers], wave: str, withheld: Sequence[str] = ()) -> str:
    """Return what the answers of a wave show, and of which groups nothing may be."""
    shown = [item for item in items if item.summary is not None]
    if not shown:
        return _("Nothing of this wave may be shown.")
    means = {item.code: item.summary.mean for item in shown if item.summary is not None}
    lowest, highest = min(means, key=lambda code: means[code]), max(means, key=means.__getitem__)
    words = (
        _("{wave}: {lowest} {low}.")
        if lowest == highest
        else _("{wave}: lowest on {lowest} ({low}), highest on {highest} ({high}).")
    )
    said = [
        words.format(
            wave=wave,
            lowest=lowest,
            low=decimal(means[lowest], 2),
            highest=highest,
            high=decimal(means[highest], 2),
        )
    ]
    split = [item.code for item in shown if item.summary is not None and item.summary.is_split]
    if split:
        words = ngettext(
            "Two camps on {items}: a mean in the middle hides that they do not agree.",
            "Two camps on {items}: means in the middle hide that they do not agree.",
            len(split),
        )
        said.append(words.format(items=listing(split)))
    said.append(_("One wave alone tells no signal: see the item over the waves."))
    if withheld:
        words = _("Not shown, so that nobody can be recognised: {groups}.")
        said.append(words.format(groups=listing(withheld)))
    return " ".join(said)


def spread_figures(items: Sequence[Answers]) -> Figures:
    """Return the answers of a wave as a table."""
    rows = []
    for item in items:
        found = item.summary
        if found is None:
            rows.append((item.name, *[""] * 10, _("not shown")))
            continue
        interval = found.interval
        rows.append(
            (
                item.name,
                number(found.n),
                *(number(count) for count in item.counts),
                decimal(found.mean, 2),
                ""
                if interval is None
                else f"{decimal(interval.low, 2)}–{decimal(interval.high, 2)}",
                percent(found.favourable),
                "" if found.consensus is None else decimal(found.consensus, 2),
                _("two camps") if found.is_split else "",
            )
        )
    heads = (
        _("Question"),
        _("Answers"),
        *(number(answer) for answer in range(1, 6)),
        _("Mean"),
        _("95 %"),
        _("Favourable"),
        _("Consensus r_wg"),
        _("Remark"),
    )
    widths = {
        0: 280,
        1: 80,
        **dict.fromkeys(range(2, 7), 44),
        7: 70,
        8: 96,
        9: 96,
        10: 120,
        11: 120,
    }
    return Figures(heads, rows, frozenset(range(1, 11)), widths)


def trend_sentence(trend: Trend | None) -> str:
    """Return the figures a trend is told by; nothing where there are too few waves."""
    if trend is None:
        return ""
    words = (
        _("Trend: a signal (Mann–Kendall S = {s}, p {p}; Theil–Sen {slope} per wave).")
        if trend.is_significant
        else _("Trend: noise (Mann–Kendall S = {s}, p {p}; Theil–Sen {slope} per wave).")
    )
    p = number(max(trend.p, _LEAST_P), 3)
    told = f"{'<' if trend.p < _LEAST_P else '='} {p}"
    slope = signed(trend.slope, 2 if abs(trend.slope) >= _SLIGHT else 4)
    return words.format(s=signed(trend.s, 0), p=told, slope=slope)


def ranges_sentence(waves: Sequence[str], most: str) -> str:
    """Return whether any wave differs from the one before by more than chance."""
    if waves:
        words = _("Signal: more than {most} apart from the wave before, at {waves}.")
        return words.format(most=most, waves=listing(waves))
    return _("Noise: no wave is more than {most} apart from the one before.").format(most=most)


def heat_sentence(rows: Sequence[Series]) -> str:
    """Return what the items over the waves show."""
    if not rows:
        return ""
    moving = [row.title.split(" ", 1)[0] for row in rows if row.is_signal]
    said = _("Means from 1 to 5, darker where they are lower.")
    if moving:
        words = ngettext(
            "A signal on {items}; on the others, noise.",
            "Signals on {items}; on the others, noise.",
            len(moving),
        )
        return f"{said} {words.format(items=listing(moving))}"
    if all(row.limits is None for row in rows):
        few = _("Too few waves to tell a signal from noise.")
        return f"{said} {few}"
    quiet = _("No signal on any item.")
    return f"{said} {quiet}"


def heat_figures(rows: Sequence[Series]) -> Figures:
    """Return the items over the waves as a table."""
    waves = [point.wave for point in rows[0].points] if rows else []
    cells = [
        (
            row.title,
            *(_("not shown") if value is None else decimal(value, 2) for value in row.values),
        )
        for row in rows
    ]
    columns = range(1, len(waves) + 1)
    widths = {0: 280, **dict.fromkeys(columns, 84)}
    return Figures((_("Question"), *waves), cells, frozenset(columns), widths)


def recommendation_sentence(waves: Sequence[str], found: Sequence[Recommendation | None]) -> str:
    """Return whether people would recommend joining, and whether that changed."""
    known = [(wave, each) for wave, each in zip(waves, found, strict=True) if each is not None]
    if not known:
        return _("Nothing of it may be shown.")
    wave, last = known[-1]
    said = [
        _("{wave}: {score} ± {margin} of {count} answers, from −100 to +100.").format(
            wave=wave,
            score=signed(last.score, 0),
            margin=number(last.margin, 0),
            count=number(last.n),
        )
    ]
    if len(known) > 1:
        start, first = known[0]
        change = last.score - first.score
        margin = math.hypot(last.margin, first.margin)
        words = (
            _("Since {wave} it changed by {change}, less than the margin of {margin}: noise.")
            if abs(change) <= margin
            else _(
                "Since {wave} it changed by {change}, more than the margin of {margin}: a signal."
            )
        )
        said.append(words.format(wave=start, change=signed(change, 0), margin=number(margin, 0)))
    return " ".join(said)


def recommendation_figures(waves: Sequence[str], found: Sequence[Recommendation | None]) -> Figures:
    """Return the recommendation score as a table."""
    rows = [
        (wave, *[""] * 4, _("not shown"), "")
        if each is None
        else (
            wave,
            number(each.n),
            number(each.promoters),
            number(each.passives),
            number(each.detractors),
            signed(each.score, 0),
            f"± {number(each.margin, 0)}",
        )
        for wave, each in zip(waves, found, strict=True)
    ]
    heads = (
        _("Wave"),
        _("Answers"),
        _("9 and 10"),
        _("7 and 8"),
        _("0 to 6"),
        _("Score"),
        _("Margin of 95 %"),
    )
    return Figures(heads, rows, frozenset(range(1, 7)), {0: 200, **dict.fromkeys(range(1, 7), 110)})
