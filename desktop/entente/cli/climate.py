"""What `entente analyse FILE climate` answers, and answers collected elsewhere."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from entente.cli.answer import Answer, rounded, written
from entente.cli.console import misused, shown
from entente.domain.climate.answers import Interval, Recommendation
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.text import fold
from entente.errors import RecordMissingError
from entente.i18n import _, ngettext
from entente.services import climate, climate_series, records, waves
from entente.services.climate import ItemFigures, WaveFigures
from entente.services.climate_series import INDEX, Line, Series
from entente.store.mission_file import MissionFile
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.exchange.answers import Collected

#: What answers collected elsewhere are asked for by.
ANSWERS: Final = "answers"


def analyse(session: Session, on: dt.date | None, *, by: str = "") -> Answer:
    """Return what people answered, wave by wave, and what of it is a signal.

    Args:
        session: The open mission.
        on: The last day whose waves count, None for all.
        by: Name of a group to tell of, or of what parts the groups, to tell of each of them;
            all who answered if empty.

    Raises:
        RecordMissingError: If no wave has such a group.
    """
    attribute = _attribute(session, by)
    if attribute:
        answer = analyse(session, on)
        return Answer(_parted(session, on, attribute, answer.figures), answer.lines)
    keys = [row["id"] for row in records.list_rows(session, QUESTIONNAIRE).dicts()]
    found = [climate_series.series(session, key, group=by, on=on) for key in keys]
    found = [each for each in found if each.waves]
    if by and not any(by in (*w.groups, *w.withheld) for each in found for w in each.waves):
        raise RecordMissingError("wave_group", by)
    # The questionnaire asked most often first: its figures stand where programs look for them.
    found.sort(key=lambda each: len(each.waves), reverse=True)
    main = found[0] if found else Series((), ())
    others = [_figures(each, by) for each in found[1:]]
    figures = _figures(main, by) | ({"others": others} if others else {})
    return Answer(figures, tuple(line for each in found for line in _lines(each)))


def _attribute(session: Session, by: str) -> str:
    """Return what parts the groups of a wave, if `by` is that and no group."""
    rows = records.list_rows(session, WAVE).dicts()
    known = {fold(row["attribute"]): row["attribute"] for row in rows if row["attribute"]}
    return str(known.get(fold(by), "")) if by else ""


def _parted(
    session: Session, on: dt.date | None, attribute: str, figures: Mapping[str, Any]
) -> dict[str, Any]:
    """Add to each wave parted by something the figures of each group; null where withheld."""
    waves = dict(figures["waves"])
    names = {wave["ref"]: name for name, wave in waves.items()}
    rows = records.list_rows(session, WAVE, where={"attribute": attribute}).dicts()
    owners = dict.fromkeys(row["questionnaire_id"] for row in rows if row["ref"] in names)
    parts: dict[str, dict[str, WaveFigures]] = {}
    for owner in owners:
        parts |= climate.by_group(session, owner, on=on)
    for row in rows:
        if row["ref"] in names:
            wave = waves[names[row["ref"]]]
            told = {each.group: each for each in parts[row["id"]].values()}
            by = {group: _wave(told[group], group) for group in wave["groups"]}
            waves[names[row["ref"]]] = {**wave, "by": by | dict.fromkeys(wave["withheld"])}
    return {**figures, "attribute": attribute, "waves": waves}


def _figures(found: Series, by: str) -> dict[str, Any]:
    names = [_called(wave, found.waves) for wave in found.waves]
    waves = [_wave(wave, by) for wave in found.waves]
    return {
        **({"group": by} if by else {}),
        "waves": dict(zip(names, waves, strict=True)),
        "xmr": {_code(line): _limits(line, names) for line in found.lines},
        "mann_kendall": {_code(line): _trend(line) for line in found.lines},
        "theil_sen": {
            _code(line): rounded(line.trend.slope) if line.trend else None for line in found.lines
        },
        "ewma": {_code(line): _ewma(line, names) for line in found.lines},
    }


def _called(wave: WaveFigures, among: Sequence[WaveFigures]) -> str:
    """Return what a wave is found by: its name, or its reference where names are the same."""
    return wave.name if sum(each.name == wave.name for each in among) == 1 else wave.ref


def _code(line: Line) -> str:
    return line.key if line.key == INDEX else line.code


def _wave(wave: WaveFigures, by: str) -> dict[str, Any]:
    withheld = [by] if by and by in wave.withheld else list(wave.withheld)
    return {
        "ref": wave.ref,
        "day": wave.day.isoformat() if wave.day else None,
        "n": wave.n,
        "population": wave.population,
        "threshold": wave.threshold,
        "index": rounded(wave.index),
        "items": {each.code: _item(each) for each in wave.items if each.code != ""},
        "enps": _enps(wave.enps),
        "groups": list(wave.groups),
        "withheld": withheld,
    }


def _item(item: ItemFigures) -> dict[str, Any] | None:
    if item.counts is None:
        return None
    if item.summary is None:
        return {"n": sum(item.counts), "counts": list(item.counts)}
    summary = item.summary
    return {
        "n": summary.n,
        "mean": rounded(summary.mean),
        "ci95": _interval(summary.interval),
        "ci95_of_population": _interval(item.among_few),
        "favourable": rounded(summary.favourable),
        "r_wg": rounded(summary.consensus),
        "split": summary.is_split,
        "counts": list(item.counts),
    }


def _interval(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [rounded(interval.low), rounded(interval.high)]


def _enps(found: Recommendation | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"score": rounded(found.score), "margin": rounded(found.margin), "n": found.n}


def _limits(line: Line, names: Sequence[str]) -> dict[str, Any] | None:
    of = line.limits
    if of is None:
        return None
    return {
        "centre": rounded(of.centre),
        "lower": rounded(of.lower),
        "upper": rounded(of.upper),
        "mr_upper": rounded(of.range_upper),
        "signals": [names[place] for place in line.signals.places],
        "provisional": of.is_provisional,
    }


def _trend(line: Line) -> dict[str, Any] | None:
    found = line.trend
    return None if found is None else {"s": found.s, "p": found.p, "n": found.n}


def _ewma(line: Line, names: Sequence[str]) -> dict[str, Any] | None:
    found = line.smoothed
    if found is None:
        return None
    return {
        "values": [rounded(value) for value in found.values],
        "lower": [rounded(value) for value in found.lower],
        "upper": [rounded(value) for value in found.upper],
        "signals": [names[place] for place in found.signals],
    }


def _lines(found: Series) -> Iterator[str]:
    for wave in found.waves:
        yield _wave_line(wave)
        if wave.withheld:
            names = ", ".join(wave.withheld)
            yield _("  withheld, too few or all alike: {names}").format(names=names)
    for line in found.lines:
        name = line.label if line.key == INDEX else f"{line.code} {line.label}"
        yield _("{name} {sentence}").format(name=f"{name.rstrip('.')}.", sentence=line.sentence)


def _wave_line(wave: WaveFigures) -> str:
    if wave.n is None or wave.index is None:
        return _("{name}: no figures may be shown").format(name=wave.name)
    text = ngettext(
        "{name}: {count} answer, index {index}", "{name}: {count} answers, index {index}", wave.n
    )
    said = text.format(name=wave.name, count=wave.n, index=written(wave.index))
    if wave.enps is None:
        return said
    score = _("recommendation {score} ± {margin}").format(
        score=written(wave.enps.score, 1), margin=written(wave.enps.margin, 1)
    )
    return f"{said}, {score}"


def import_answers(file: MissionFile, source: Path, wave: str, maps: Sequence[str]) -> list[str]:
    """Put the answers in a file into the urn of a wave; return what there is to say about it.

    Args:
        file: The mission.
        source: What LimeSurvey, Google Forms or Microsoft Forms wrote.
        wave: Reference or name of the wave.
        maps: `HEADING=CODE` for each column that is not found by itself.

    Raises:
        ImportRefusedError: If any of it cannot be taken; then nothing was.
        WaveError: If the wave is not open.
        Refusal: If a map is none.
    """
    from entente.exchange import answers, readers  # noqa: PLC0415  # heavy

    named = dict(_split(each) for each in maps)
    key = file.gate.read(lambda session: records.find(session, WAVE, wave))
    form = file.gate.read(lambda session: waves.form(session, key))
    collected = answers.collect(readers.read_table(source), form, named)
    file.gate.run(
        "", lambda session: waves.cast_many(session, key, collected.ballots, collected.source)
    )
    return list(_collected_lines(collected, shown(source.name), form.name))


def _split(text: str) -> tuple[str, str]:
    heading, sign, code = text.rpartition("=")
    if not sign or not heading.strip():
        raise misused(_("A column is named as HEADING=CODE: --map “Timestamp=-”."))
    return heading.strip(), code.strip()


def _collected_lines(found: "Collected", source: str, wave: str) -> Iterator[str]:
    from entente.exchange.answers_told import told  # noqa: PLC0415  # goes with what was read

    text = ngettext(
        "{source}: {count} ballot put into the urn of {wave}",
        "{source}: {count} ballots put into the urn of {wave}",
        len(found.ballots),
    )
    yield text.format(source=source, count=len(found.ballots), wave=wave)
    yield from told(found)
