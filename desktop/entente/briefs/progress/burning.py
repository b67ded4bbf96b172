"""Burndown and burn-up of a sprint as one drawing, and the table that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.dates import short_date
from entente.briefs.parts import Drawing, Part, Row, Table, cell
from entente.briefs.progress.values import Progress
from entente.briefs.progress.words import figure, number_cell
from entente.domain.sprint_figures import Chart
from entente.i18n import _, language

if TYPE_CHECKING:
    from entente.briefs.picture import Mark, Picture

_LEFT: Final = 30.0
_RIGHT: Final = 96.0
_TOP: Final = 8.0
_HEIGHT: Final = 120.0
_BOTTOM: Final = 18.0
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LINES: Final = 5
_ACCENT: Final = "#0F6A70"
_DARK: Final = "#20262B"
_HAIRLINE: Final = "#B9B4A9"
_MUTED: Final = "#555E66"
_DAY_ROOM: Final = 34.0
#: Names of two lines that end closer than this would lie on one another.
_LEADING: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the chart; dashes tell them apart without colour."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


def parts(told: Progress) -> Iterator[Part]:
    """Yield the chart with its table; nothing without cards or working days."""
    if told.chart is None:
        return
    yield Drawing(partial(_draw, told.chart), _table(told.chart))


def _lines(chart: Chart) -> tuple[_Line, ...]:
    return (
        _Line(_("ideal"), chart.ideal, _MUTED, 0.8, (2, 2)),
        _Line(_("remaining"), chart.remaining, _ACCENT, 1.8),
        _Line(_("done"), chart.done, _DARK, 1.4, (6, 2)),
        _Line(_("taken in"), chart.scope, _DARK, 0.9, (1, 2)),
    )


def _table(chart: Chart) -> Table:
    head = (_("Day"), _("Remaining"), _("Ideal"), _("Done"), _("Taken in"))
    rows = tuple(
        Row(
            (
                cell(short_date(chart.days[at - 1], language()) if at else _("start")),
                number_cell(chart.remaining[at]),
                number_cell(chart.ideal[at]),
                number_cell(chart.done[at]),
                number_cell(chart.scope[at]),
            )
        )
        for at in range(len(chart.days) + 1)
    )
    return Table((0, 80, 80, 80, 80), rows, head, tight=True)


def _draw(chart: Chart, room: float, code: str) -> "tuple[Picture, bool]":
    """Return the drawing; what it is drawn from stands in the lists of cards, to the day."""
    from entente.briefs.picture import Anchor, Picture, Trace, Words  # noqa: PLC0415  # ReportLab

    highest = max(1.0, *(v for line in _lines(chart) for v in line.values if v is not None))
    step = next((each for each in _STEPS if each * _LINES >= highest), highest)
    top = step * -(-highest // step)
    inner = room - _LEFT - _RIGHT
    count = max(len(chart.days), 1)

    def x(at: float) -> float:
        return _LEFT + inner * at / count

    def y(value: float) -> float:
        return _TOP + _HEIGHT * (1 - value / top)

    marks: list[Mark] = []
    for score in range(int(top // step) + 1):
        level = y(score * step)
        marks.append(Trace(((_LEFT, level), (room - _RIGHT, level)), _HAIRLINE, 0.5))
        said = figure(score * step)
        marks.append(Words(_LEFT - 6, level + 3, said, colour=_MUTED, anchor=Anchor.END))
    every = max(1, -(-count * int(_DAY_ROOM) // max(int(inner), 1)))
    for at, day in enumerate(chart.days, 1):
        if (at - 1) % every == 0:
            words = short_date(day, code)
            marks.append(
                Words(x(at), _TOP + _HEIGHT + 13, words, colour=_MUTED, anchor=Anchor.MIDDLE)
            )
    ends = []
    for line in _lines(chart):
        points = tuple((x(at), y(v)) for at, v in enumerate(line.values) if v is not None)
        if len(points) > 1:
            marks.append(Trace(points, line.colour, line.width, line.dash))
        if points:
            last = next(v for v in reversed(line.values) if v is not None)
            ends.append((points[-1][1], f"{line.name} {figure(last)}", line.colour))
    for level, words, colour in apart(ends):
        marks.append(Words(room - _RIGHT + 8, level + 3, words, colour=colour))
    return Picture(room, _TOP + _HEIGHT + _BOTTOM, tuple(marks)), True


def apart(ends: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Return the names of the lines, moved apart where they would touch: never onto the days."""
    placed: list[tuple[float, str, str]] = []
    below = [_TOP + _HEIGHT - _LEADING * after for after in reversed(range(len(ends)))]
    for (level, words, colour), most in zip(sorted(ends), below, strict=True):
        least = placed[-1][0] + _LEADING if placed else level
        placed.append((min(max(level, least), most), words, colour))
    return placed
