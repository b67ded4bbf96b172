"""Sentences and figures that the documents on the climate share, in the language in use."""

from collections.abc import Sequence
from typing import Final

from entente.briefs.climate_book.values import Climate, Item, Line, WaveFigures
from entente.briefs.dates import long_date
from entente.briefs.parts import Cell, Tone, Words
from entente.briefs.told import Entry
from entente.domain.climate import control
from entente.domain.climate.survey import QUESTION, WAVE, WAVE_GROUP
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

_MINUS: Final = "\u2212"
_NEXT_TO_NOTHING: Final = 0.005


def figure(value: float, places: int = 2) -> str:
    """Return a number with so many decimals, always."""
    text = f"{abs(value):.{places}f}"
    sign = _MINUS if value < 0 and float(text) else ""
    whole, _dot, rest = text.partition(".")
    told = number_text(int(whole), language())
    point = "," if language() == "fr" else "."
    return f"{sign}{told}{point}{rest}" if rest else f"{sign}{told}"


def signed(value: float, places: int = 2) -> str:
    """Return a change with its sign; nothing has none."""
    return f"+{figure(value, places)}" if round(value, places) > 0 else figure(value, places)


def share(value: float) -> str:
    """Return a share from 0.0 to 1.0 in per cent."""
    return _("{number} %").format(number=figure(100 * value, 0))


def numbers(text: str) -> Cell:
    """Return a number at the right of its column; a dash where there is none."""
    return (Words(text or "–", Tone.DENSE, is_number=True),)


def question_of(told: Climate, key: str) -> Entry:
    """Return a question; an empty one if the reader may not know it."""
    return next((q for q in told.of(QUESTION.name) if q.key == key), Entry(QUESTION.name))


def name_of(told: Climate, wave: WaveFigures) -> str:
    """Return what a wave is called."""
    return next((e.text("name") or e.ref for e in told.of(WAVE.name) if e.key == wave.key), "")


def group_name(told: Climate, key: str) -> str:
    """Return what a group of respondents is called."""
    return next((e.text("name") for e in told.of(WAVE_GROUP.name) if e.key == key), "")


def answered(wave: WaveFigures) -> str:
    """Return how many answered, and of how many."""
    day = long_date(wave.day, language())
    if wave.population:
        return _("{n} of {asked} answered ({share}); closed on {date}").format(
            n=wave.n, asked=wave.population, share=share(wave.n / wave.population), date=day
        )
    words = ngettext("{n} answered; closed on {date}", "{n} answered; closed on {date}", wave.n)
    return words.format(n=wave.n, date=day)


def who_sees(threshold: int) -> str:
    """Return in one sentence who sees what of the answers."""
    return _(
        "Nobody sees what one person answered, the mediator included: ballots are destroyed when "
        "the wave is closed, and what remains are counts of all, and of groups of at least {k} "
        "where nothing can be reckoned from them."
    ).format(k=threshold)


def index_sentence(line: Line, place: int) -> str:
    """Return the index of a wave, and whether it is a signal or noise."""
    value = line.values[place]
    if value is None:
        return _("It may not be shown: one of its items may not.")
    told = figure(value)
    if line.limits is None:
        return _(
            "{value} on a scale from 1 to 5; with fewer than {least} waves nobody can tell a "
            "signal from noise."
        ).format(value=told, least=control.LEAST)
    low, high = figure(line.limits.lower), figure(line.limits.upper)
    words = _what(line, place).format(value=told, low=low, high=high)
    return f"{words} {provisional()}" if line.limits.is_provisional else words


def _what(line: Line, place: int) -> str:
    if place in line.signals.outside and line.limits and line.values[place] is not None:
        return _("{value}: a signal, it lies outside its natural limits, {low} to {high}.")
    if place in line.signals.jumps:
        return _(
            "{value}: a signal, it differs from the wave before by more than by chance; natural "
            "limits {low} to {high}."
        )
    if place in line.signals.runs:
        return _(
            "{value}: a signal, eight waves in a row lie on one side of the mean; natural limits "
            "{low} to {high}."
        )
    return _("{value}: no signal, it stays within its natural limits, {low} to {high}.")


def provisional() -> str:
    """Return what is said of limits of few waves."""
    return _("These limits are provisional until there are {count} waves.").format(
        count=control.SETTLED_FROM
    )


def moved(line: Line, names: Sequence[str]) -> str:
    """Return what of a series is more than noise; empty where nothing is.

    Args:
        line: The series.
        names: Of the waves, in order.
    """
    said = []
    if line.limits and line.signals.outside:
        below = [at for at in line.signals.outside if (line.values[at] or 0) < line.limits.lower]
        above = [at for at in line.signals.outside if at not in below]
        for places, words in (
            (below, _("below its natural limits at {waves}")),
            (above, _("above its natural limits at {waves}")),
        ):
            if places:
                said.append(words.format(waves=", ".join(names[at] for at in places)))
    if line.signals.jumps:
        waves = ", ".join(names[at] for at in line.signals.jumps)
        said.append(_("a leap at {waves}").format(waves=waves))
    if line.signals.runs:
        waves = names[line.signals.runs[0]]
        said.append(_("eight or more on one side of the mean up to {wave}").format(wave=waves))
    if line.drifts:
        waves = ", ".join(names[at] for at in line.drifts)
        said.append(_("a slow drift from the first waves, seen at {waves}").format(waves=waves))
    if trend := trend_words(line):
        said.append(trend)
    facts = " · ".join(said)
    return _("{facts}.").format(facts=facts[0].upper() + facts[1:]) if facts else ""


def trend_words(line: Line) -> str:
    """Return where a series is going; empty where nobody can tell."""
    trend = line.trend
    if trend is None or not trend.is_significant or abs(trend.slope) < _NEXT_TO_NOTHING:
        return ""
    words = _("it rises by {slope} a wave") if trend.slope > 0 else _("it falls by {slope} a wave")
    return words.format(slope=figure(abs(trend.slope)))


def item_facts(item: Item) -> str:
    """Return what is remarkable in the answers to an item."""
    if item.counts is None:
        return _("withheld")
    facts = []
    if item.summary is not None and item.summary.is_split:
        facts.append(_("two camps"))
    if item.change is not None:
        facts.append(_("{change} since the wave before").format(change=signed(item.change)))
    return " · ".join(facts)
