"""What `entente analyse FILE mactor` answers, and MACTOR's grids in and out."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.cli.answer import DIGITS, Answer, written
from entente.cli.console import shown
from entente.domain.mactor import ORDERS, Analysis, Matrix, Place, Row
from entente.domain.objective import INFLUENCE, STANCE
from entente.domain.sensitivity import sensitivity
from entente.domain.text import shorten
from entente.i18n import N_, _, ngettext
from entente.services import mactor
from entente.services.mactor import Aim, Forces, Participant
from entente.store.mission_file import MissionFile
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.services.mactor_answers import Written

_NAME = 60

_PLACES = {
    Place.DOMINANT: N_("Dominant: {names}"),
    Place.RELAY: N_("Relays, who weigh and depend: {names}"),
    Place.DOMINATED: N_("Dominated: {names}"),
    Place.AUTONOMOUS: N_("Autonomous: {names}"),
}


def analyse(session: Session, on: dt.date | None) -> Answer:
    """Return who can weigh on whom, and what each objective mobilises."""
    forces = mactor.read(session, on=on)
    analysis = forces.analyse()
    return Answer(_figures(forces, analysis), tuple(_lines(forces, analysis)))


def import_grid(file: MissionFile, name: str, source: Path) -> list[str]:
    """Take over a grid and return what there is to say about it.

    Raises:
        ImportRefusedError: If any of it cannot be taken; then nothing was.
    """
    from entente.exchange import grids, readers  # noqa: PLC0415  # heavy

    rows = readers.read_cells(source)
    done: list[Written] = []
    label = _("Import {name}").format(name=shown(source.name))
    take = partial(grids.import_grid, kind=grids.GRIDS[name], source=source.name, rows=rows)
    file.gate.run(label, lambda session: done.append(take(session)))
    (found,) = done
    return [
        _("{name}: {created} added, {updated} changed, {skipped} left as they were").format(
            name=shown(source.name), created=found.added, updated=found.changed, skipped=found.same
        )
    ]


def write_grid(file: MissionFile, target: Path, kind: str) -> str:
    """Write out a grid and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.exchange import grids, writers  # noqa: PLC0415  # heavy

    table = file.gate.read(partial(grids.export_grid, kind=grids.GRIDS[kind]))
    writers.write_export(target, table)
    said = ngettext("{name}: {count} row", "{name}: {count} rows", len(table.rows))
    return said.format(name=shown(target.name), count=len(table.rows))


def _figures(forces: Forces, analysis: Analysis) -> dict[str, Any]:
    refs = [each.ref for each in forces.participants]
    aims = [each.ref for each in forces.aims]
    by_actor = partial(_by_ref, refs)
    square = partial(_square, refs)
    return {
        "midi": square(analysis.midi),
        "influence": by_actor(analysis.influence),
        "dependence": by_actor(analysis.dependence),
        "r": by_actor(analysis.weights),
        "mobilisation": {
            ref: {
                "for": round(each.pros, DIGITS),
                "against": round(each.cons, DIGITS),
                "total": round(each.total, DIGITS),
            }
            for ref, each in zip(aims, analysis.mobilisation, strict=True)
        },
        "convergence": {str(order): square(analysis.convergence[order]) for order in ORDERS},
        "divergence": {str(order): square(analysis.divergence[order]) for order in ORDERS},
        "ambivalence": by_actor(analysis.ambivalence[2]),
        "ambivalence_by_order": {
            str(order): by_actor(analysis.ambivalence[order]) for order in ORDERS
        },
        "mmidi": square(analysis.strongest),
        "net": square(analysis.net),
        "raw_r": by_actor(analysis.raw),
        "place": {ref: place.value for ref, place in zip(refs, analysis.places, strict=True)},
        "unanswered": {
            "mid": len(forces.unanswered(INFLUENCE.name)),
            "mao": len(forces.unanswered(STANCE.name)),
        },
        "sensitivity": [
            {
                "from": refs[swing.source],
                "to": refs[swing.target],
                "before": swing.before,
                "after": swing.after,
                "risen": refs[swing.risen],
                "fallen": refs[swing.fallen],
            }
            for swing in sensitivity(forces.mid)
        ],
    }


def _lines(forces: Forces, analysis: Analysis) -> Iterator[str]:
    if not forces.participants:
        yield _("Nobody has been asked yet who can weigh on whom.")
        return
    for kind, said in (
        (INFLUENCE.name, N_("Influences: {answered} of {total} questions answered")),
        (STANCE.name, N_("Stances: {answered} of {total} questions answered")),
    ):
        progress = forces.progress(kind)
        yield _(said).format(answered=progress.answered, total=progress.total)
    for place, said in _PLACES.items():
        names = [
            _name(one)
            for one, found in zip(forces.participants, analysis.places, strict=True)
            if found is place
        ]
        yield _(said).format(names=", ".join(names) or "–")
    yield from _by_actor(forces, analysis)
    for aim, each in zip(forces.aims, analysis.mobilisation, strict=True):
        yield _("{name}: {pros} for, {cons} against").format(
            name=_name(aim), pros=written(each.pros, 2), cons=written(each.cons, 2)
        )


def _by_actor(forces: Forces, analysis: Analysis) -> Iterator[str]:
    columns = analysis.influence, analysis.dependence, analysis.weights
    for one, weighs, depends, weight in zip(forces.participants, *columns, strict=True):
        yield _("{name}: influence {influence}, dependence {dependence}, weight {weight}").format(
            name=_name(one),
            influence=written(weighs, 0),
            dependence=written(depends, 0),
            weight=written(weight),
        )


def _name(one: Participant | Aim) -> str:
    return f"{one.ref} {shorten(one.name, _NAME)}"


def _by_ref(refs: Sequence[str], row: Row) -> dict[str, float]:
    return {ref: round(value, DIGITS) for ref, value in zip(refs, row, strict=True)}


def _square(refs: Sequence[str], matrix: Matrix) -> dict[str, dict[str, float]]:
    return {ref: _by_ref(refs, row) for ref, row in zip(refs, matrix, strict=True)}
