"""What the paper on a change says: steps, barriers, the barometer, indicators, use."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.change.counted import adoption, indicators_told, reached, uses
from entente.briefs.change.people import barriers, held_back
from entente.briefs.change.steps import first_step, steps
from entente.briefs.change.values import Change
from entente.briefs.dates import long_date
from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Drawing, Page, Part, Row, Table, Words, cell, section
from entente.briefs.voice import Voice
from entente.domain.change.icap import AXES
from entente.domain.change.progress import CHANGE_INDICATOR
from entente.domain.climate.survey import AXIS_LABELS
from entente.i18n import _, language
from entente.services.icap import IcapWave
from entente.services.progress_words import NONE, joined, share, wave_words

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

#: Of so many waves the drawing says every rate.
_TOLD: Final = 2


def tell(told: Change) -> Page:
    """Return the paper, in the language in use."""
    return Page(title=_("Progress of the change"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Change, voice: Voice) -> Iterator[Part]:
    line = _("State on {date} · by {mediator}")
    yield from headed(told.head, _("Progress of the change"), line)
    body = (
        *section(_("Eight steps in four phases"), *steps(told, voice)),
        *section(_("What holds people back"), *barriers(told, voice)),
        *section(_("ICAP barometer"), *_rates(told)),
        *section(_(CHANGE_INDICATOR.plural), *indicators_told(told, voice)),
        *section(_("Useful, usable, used"), *uses(told, voice)),
        *section(_("How fast it is taken up"), *adoption(told, voice)),
    )
    if not body:
        yield Words(_("Nothing is noted of the change that this reader may know of."))
        return
    first = tuple(map(Words, filter(None, (first_step(told), held_back(told), reached(told)))))
    if first:
        yield Box(first)
    yield from body


def _rates(told: Change) -> Iterator[Part]:
    if not told.waves:
        return
    yield Words(wave_words(_dated(told.waves[-1])))
    yield Drawing(partial(_draw, told), _table(told), always=len(told.waves) > _TOLD)


def _dated(wave: IcapWave) -> IcapWave:
    """Return a wave called by its day."""
    return IcapWave(
        wave.wave_id,
        wave.ref,
        long_date(wave.day, language()),
        wave.day,
        wave.n,
        wave.rates,
        wave.inversions,
    )


def _draw(told: Change, room: float, _language: str) -> "tuple[Picture, bool]":
    from entente.briefs.change.icap_drawing import draw  # noqa: PLC0415  # ReportLab takes its time

    return draw(told.waves, room), True


def _table(told: Change) -> Table:
    rows = tuple(
        Row(
            (
                cell(long_date(wave.day, language())),
                cell(str(wave.n)),
                *(cell(share(wave.rates[name])) for name in AXES),
                cell(joined([_(AXIS_LABELS[ahead]) for _b, ahead in wave.inversions]) or NONE),
            )
        )
        for wave in told.waves
    )
    axes = (_(label) for label in AXIS_LABELS.values())
    heads = (_("Wave"), _("Answers"), *axes, _("Ahead of its turn"))
    return Table((92.0, 52.0, 68.0, 76.0, 58.0, 68.0, 0.0), rows, heads, tight=True)
