"""Salience: the three circles of power, legitimacy and urgency."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from typing_extensions import override

from entente.domain.placement import Box
from entente.domain.salience import LABELS, NEUTRAL_LABELS, Salience, attributes
from entente.i18n import _, ngettext
from entente.services.salience import values_for
from entente_ui import formats
from entente_ui.actors.data import Marks
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.lens import Caption, Lens, value_word, word
from entente_ui.actors.lenses.circles import CIRCLES, Circles, attributes_of, score_of
from entente_ui.actors.painting import paint_sheet
from entente_ui.actors.shapes import rect_of
from entente_ui.look.theme import theme

_FIELDS: Final = ("power", "legitimacy", "urgency")
_ROLES: Final = ("accent", "info", "caution")
_STRIP: Final = 22


class SalienceLens(Lens):
    """Who must be heard."""

    name = "salience"
    least_height = 360
    fields = _FIELDS

    @property
    @override
    def title(self) -> str:
        return _("Salience")

    @override
    def layout(self, width: float, height: float) -> Circles:
        return Circles(width, height, float(theme().px(_STRIP)))

    @override
    def score(self, marks: Marks) -> Score | None:
        found = attributes(marks.power, marks.legitimacy, marks.urgency)
        return None if found is None else score_of(found)

    @override
    def values(self, score: Score, marks: Marks) -> Mapping[str, Any]:
        return values_for(attributes_of(score), marks.power)

    @override
    def words(self, score: Score, marks: Marks) -> str:
        held = attributes_of(score)
        parts = [word(name) for name in _FIELDS if getattr(held, name)]
        if held.power and marks.power is not None:
            parts[0] = f"{parts[0]} {value_word(marks.power)}"
        return " · ".join(parts) or _("none of the three")

    @override
    def told(self, marks: Sequence[Marks], start: Score, target: Score) -> Sequence[str]:
        lines = [self.kind(target), self.words(target, Marks())]
        if len(marks) > 1:
            head = ngettext("{count} actor", "{count} actors", len(marks))
            lines.insert(0, head.format(count=formats.number(len(marks))))
        # Entering the circle of power or leaving it sets a score: that must not go unsaid.
        shifts = {self._shift(target, each) for each in marks} - {""}
        return (*lines, *sorted(shifts)[:1]) if len(shifts) == 1 else (*lines, *sorted(shifts)[:2])

    @override
    def kind(self, score: Score) -> str:
        labels = NEUTRAL_LABELS if self.is_neutral else LABELS
        return _(labels[attributes_of(score).salience])

    @override
    def captions(self, layout: Layout) -> Sequence[Caption]:
        if not isinstance(layout, Circles):
            return ()
        return [
            Caption(
                score,
                layout.caption(score),
                layout.strip,
                self._caption(score),
                stands_out=attributes_of(score).salience is Salience.DEFINITIVE,
                is_centred=True,
            )
            for score in layout.scores()
        ]

    @override
    def light(self, layout: Layout, score: Score) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, layout.width, layout.height))
        held = attributes_of(score)
        for name, circle in zip(_FIELDS, _paths(layout), strict=True):
            path = path.intersected(circle) if getattr(held, name) else path.subtracted(circle)
        return path

    @override
    def hint_box(self, layout: Layout) -> Box:
        return Box(0, layout.height * 0.42, layout.width, layout.height * 0.58)

    @override
    def paint(self, painter: QPainter, layout: Layout, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(painter, layout.width, layout.height)
        for role, circle in zip(_ROLES, _paths(layout), strict=True):
            painter.setPen(QPen(theme().colour(role), 1.6))
            painter.setBrush(theme().colour(role, 0.09 if theme().is_dark else 0.06))
            painter.drawPath(circle)
        if isinstance(layout, Circles):
            _paint_titles(painter, layout)

    def _caption(self, score: Score) -> str:
        name = self.kind(score)
        return name[:1].upper() + name[1:]

    def _shift(self, target: Score, marks: Marks) -> str:
        after = self.values(target, marks)["power"]
        if after == marks.power:
            return ""
        before = value_word(marks.power)
        return f"{word('power')} {before} → {value_word(after)}"


def _paths(layout: Layout) -> list[QPainterPath]:
    paths = []
    for x, y, across, down in CIRCLES:
        path = QPainterPath()
        middle = QPointF(x * layout.width, y * layout.height)
        path.addEllipse(middle, across * layout.width, down * layout.height)
        paths.append(path)
    return paths


def _paint_titles(painter: QPainter, layout: Circles) -> None:
    painter.setFont(theme().font("section"))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    for name, role, box, side in zip(
        _FIELDS, _ROLES, layout.titles(), (left, right, right), strict=True
    ):
        painter.setPen(theme().colour(role))
        place = rect_of(box).adjusted(theme().px(10), 2, -theme().px(10), 2)
        title = word(name)
        text = painter.fontMetrics().elidedText(
            title[:1].upper() + title[1:], Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), text)
