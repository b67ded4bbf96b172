"""Constraints by actors: a tick where somebody knows of one."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.constraints import CONSTRAINT, NATURE_LABELS
from entente.i18n import _
from entente.services.constraints import Constraint
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale
from entente_ui.charts.twin import Figures
from entente_ui.formats import number
from entente_ui.kit import NOWHERE
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

_UNKNOWN, _KNOWN, _BORNE = range(3)
_TICK: Final = 18


class TickGrid(RatingGrid):
    """One line a constraint, one column an actor. A click, Space or Enter ticks.

    Signals:
        ticked: Emitted with the keys of a constraint and an actor.
    """

    ticked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        # 1 ticks, 0 and Delete take it back.
        super().__init__(_("Constraints and who knows of them"), Scale(0, 1, int), parent)

    def show_constraints(
        self,
        constraints: Sequence[Constraint],
        people: Mapping[str, str],
        sentence: str,
        *,
        is_editable: bool,
    ) -> None:
        """Show who knows of which constraint; one stays at the same cell if it is still there."""
        grid = Grid(
            tuple(people.items()),
            tuple(_line(each, people) for each in constraints),
            (_("Know of it"),),
        )
        self.show_grid(grid, sentence, is_editable=is_editable)

    @override
    def choose(self, part: int) -> None:
        super().choose(part)
        line, actor = self.place
        if actor and self.is_editable and part != NOWHERE:
            self.ticked.emit(line, actor)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # it has no menu, and what asks for one ticks nothing

    @override
    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        if mark.value == _UNKNOWN:
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        is_borne = mark.value == _BORNE
        painter.fillRect(inner, theme().colour("accent" if is_borne else "good_soft"))
        side = min(theme().px(_TICK), inner.width())
        place = QRectF(0, 0, side, side)
        place.moveCenter(inner.center())
        name, role = ("user", "on_accent") if is_borne else ("check", "good")
        draw_icon(painter, name, place.toRect(), role)


def tick_figures(constraints: Sequence[Constraint], people: Mapping[str, str]) -> Figures:
    """Return the same as a table."""
    heads = (_("Constraint"), _(CONSTRAINT.field("actor_id").label), *people.values())
    rows = [
        (_name(each), each.bearer_name or "–", *(_word(each, key) for key in people))
        for each in constraints
    ]
    return Figures(heads, rows, frozenset(), {0: 280, 1: 170})


def about(constraint: Constraint) -> str:
    """Return who bears a constraint, of what nature it is and whether it can be moved."""
    words = [constraint.bearer_name or _("nobody named")]
    if constraint.nature:
        words.append(_(NATURE_LABELS[constraint.nature]))
    words.append(_("cannot be moved") if constraint.is_hard else _("can be moved to a point"))
    return ", ".join(words)


def _name(constraint: Constraint) -> str:
    return f"{constraint.ref} {constraint.title}"


def _line(constraint: Constraint, people: Mapping[str, str]) -> Line:
    marks = tuple(Mark(_value(constraint, key), _word(constraint, key)) for key in people)
    count = len(constraint.known_by)
    return Line(constraint.id, _name(constraint), about(constraint), marks, (number(count),))


def _value(constraint: Constraint, actor: str) -> int:
    if actor == constraint.bearer:
        return _BORNE
    return _KNOWN if actor in constraint.known_by else _UNKNOWN


def _word(constraint: Constraint, actor: str) -> str:
    return (_("does not know"), _("knows"), _("bears it"))[_value(constraint, actor)]
