"""The map with 200, 1,000 and 5,000 actors of three relations each: `python -m tests.bench map`.

A frame is one step of a gesture and everything painted because of it, in a window of
1,500 × 900 px. Beside it, in the same run, the best approach that was measured before the
map was built, bare: a scene of pixmaps with one layer of lines, lines found by a grid, and
all of it painted in one pass when it is small.

All of it in the time of the processor: others may be at work on the machine.

* Zooming with everything in view, against the reference.
* What 95 of 100 frames keep to while panning and while dragging one actor at 1:1, against
  what a screen of 60 Hz gives.
* Building it, from what was read until everything is painted, against the reference.
"""

import os
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Final

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QLineF, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import Camp
from entente.services.maps import MapActor, MapData, MapOrganisation, MapRelation, MapView
from entente_ui.actors.map.camera import STEP
from entente_ui.actors.map.canvas import Canvas
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.things import actor_thing
from entente_ui.look.theme import Mode, apply, theme
from tests.bench.ratio import Ratio, table

SIZES: Final = (200, 1_000, 5_000)
WINDOW: Final = (1500, 900)
FRAMES: Final = 40
ROUNDS: Final = 3
#: What a screen of 60 Hz gives.
SCREEN: Final = 1000 / 60
CARD: Final = (192, 48)
CELL: Final = 512
OVERVIEW: Final = 0.45
GIVE_UP_S: Final = 5.0


def mission(count: int) -> MapData:
    """Return actors in organisations of nine, three relations each, most of them near."""
    draw = random.Random(3)  # noqa: S311  # a repeatable crowd, not a secret
    camps = [camp.value for camp in Camp]
    actors = [
        MapActor(
            f"a{n}",
            f"A{n}",
            f"Personne {n} de Rive",
            "PR",
            "Fonction",
            camps[n % 8],
            f"o{n // 9}",
            "",
        )
        for n in range(count)
    ]
    relations = []
    for n in range(3 * count):
        first = n // 3
        near = draw.randrange(max(0, first - 12), min(count, first + 13))
        second = near if draw.random() < 0.8 else draw.randrange(count)
        if second == first:
            second = (first + 1) % count
        quality = draw.choice((-2, -1, 0, 1, 2))
        ends = (f"a{first}", f"a{second}")
        relations.append(
            MapRelation(
                f"r{n}",
                "",
                *ends,
                "",
                quality,
                None,
                0,
                0,
                "",
                "",
                False,
                "medium",
                None,  # by place, as the row
            )
        )
    organisations = [
        MapOrganisation(f"o{n}", "", f"Organisation {n}", "") for n in range(count // 9 + 1)
    ]
    return MapData(MapView("", ""), (), tuple(actors), tuple(organisations), tuple(relations))


class Painted(QObject):
    """Knows whether a widget was painted since it was last asked."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._was_painted = False
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._was_painted |= event.type() == QEvent.Type.Paint
        return False

    def frame(self, step: Callable[[], object]) -> float:
        """Return the ms of work from a step until it has been painted."""
        self._was_painted = False
        begun, start = time.perf_counter(), time.process_time()
        step()
        while not self._was_painted and time.perf_counter() - begun < GIVE_UP_S:
            QApplication.processEvents()
        if not self._was_painted:
            sys.exit("nothing was painted")
        return 1000 * (time.process_time() - start)


class Node(QGraphicsItem):
    """A card of the reference: a pixmap, drawn when it is first seen."""

    def __init__(self, actor: MapActor) -> None:
        super().__init__()
        self.actor = actor
        self._picture = QPixmap()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(-CARD[0] / 2, -CARD[1] / 2, *CARD)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._picture.isNull():
            self._picture = self._draw()
        painter.drawPixmap(QPointF(-CARD[0] / 2, -CARD[1] / 2), self._picture)

    def _draw(self) -> QPixmap:
        picture = QPixmap(*CARD)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(1, 1, CARD[0] - 2, CARD[1] - 2), 10, 10)
        painter.setBrush(theme().camp(self.actor.camp).ring)
        painter.drawEllipse(QPointF(25, 24), 15, 15)
        painter.drawText(QRectF(50, 0, 140, 48), Qt.AlignmentFlag.AlignVCenter, self.actor.name)
        painter.end()
        return picture


class Lines(QGraphicsItem):
    """All lines of the reference in one item, found by a grid."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.lines = [QLineF(line) for line in chart.lines]
        self.ends: dict[str, list[int]] = defaultdict(list)
        for place, relation in enumerate(chart.relations):
            self.ends[relation.from_id].append(place)
            self.ends[relation.to_id].append(place)
        self._cells: dict[tuple[int, int], set[int]] = defaultdict(set)
        for place in range(len(self.lines)):
            self._enter(place)
        self._area = chart.bounds().adjusted(-2000, -2000, 2000, 2000)

    def _crossed(self, place: int) -> set[tuple[int, int]]:
        line = self.lines[place]
        steps = max(1, int(line.length() / (CELL / 2)))
        points = (line.pointAt(step / steps) for step in range(steps + 1))
        return {(int(point.x() // CELL), int(point.y() // CELL)) for point in points}

    def _enter(self, place: int) -> None:
        for cell in self._crossed(place):
            self._cells[cell].add(place)

    def follow(self, key: str, before: QPointF, after: QPointF) -> None:
        """Move the ends of the lines of an actor."""
        for place in self.ends[key]:
            line = self.lines[place]
            self.update(QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2))
            for cell in self._crossed(place):
                self._cells[cell].discard(place)
            if line.p1() == before:
                line.setP1(after)
            else:
                line.setP2(after)
            self._enter(place)
            self.update(QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2))

    @override
    def boundingRect(self) -> QRectF:
        return self._area

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        area = option.exposedRect
        columns = range(int(area.left() // CELL) - 1, int(area.right() // CELL) + 2)
        rows = range(int(area.top() // CELL) - 1, int(area.bottom() // CELL) + 2)
        cells = ((x, y) for x in columns for y in rows)
        places = {p for cell in cells if cell in self._cells for p in self._cells[cell]}
        pen = QPen(Qt.GlobalColor.darkBlue, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines([self.lines[place] for place in places])


class Reference(QGraphicsView):
    """The best approach that was measured, without anything of the map but its looks."""

    def __init__(self, data: MapData) -> None:
        super().__init__()
        chart = Chart(data)
        self.chart = chart
        scene = QGraphicsScene(chart.bounds().adjusted(-4000, -4000, 4000, 4000), self)
        self.layer = Lines(chart)
        self.layer.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        scene.addItem(self.layer)
        self.nodes: dict[str, Node] = {}
        for key, actor in chart.actors.items():
            node = Node(actor)
            node.setPos(*chart.at[key])
            scene.addItem(node)
            self.nodes[key] = node
        self._cards = chart.cards_by_camp()
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(*WINDOW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.transform().m11() >= OVERVIEW:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), Qt.GlobalColor.white)
        painter.setWorldTransform(self.viewportTransform())
        pen = QPen(Qt.GlobalColor.darkBlue, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self.layer.lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for (camp, _is_faded), cards in self._cards.items():
            painter.setBrush(theme().camp(camp).ring)
            painter.drawRects(list(cards))

    def fit(self) -> None:
        """Show everything."""
        self.fitInView(self.chart.bounds(), Qt.AspectRatioMode.KeepAspectRatio)


def build_ours(data: MapData) -> tuple[Canvas, float]:
    """Return the map and the ms of work until it was painted."""
    start = time.process_time()
    canvas = Canvas()
    canvas.resize(*WINDOW)
    canvas.show()
    canvas.show_chart(Chart(data))
    canvas.fit()
    canvas.repaint()
    return canvas, 1000 * (time.process_time() - start)


def build_reference(data: MapData) -> tuple[Reference, float]:
    """Return the reference and the ms of work until it was painted."""
    start = time.process_time()
    view = Reference(data)
    view.show()
    view.fit()
    view.viewport().repaint()
    return view, 1000 * (time.process_time() - start)


def zoom_ours(canvas: Canvas, painted: Painted) -> list[float]:
    """Zoom to and fro with everything in view."""
    canvas.fit()
    QTest.qWait(200)
    steps = [-0.5 if n % 8 < 4 else 0.5 for n in range(FRAMES)]
    frames = [painted.frame(lambda by=by: canvas.zoom(by)) for by in steps]  # type: ignore[misc]  # bound
    QTest.qWait(200)
    return frames


def sharpen_ours(canvas: Canvas, painted: Painted) -> list[float]:
    """Draw everything anew at rest."""
    canvas.fit()
    QTest.qWait(200)
    return [painted.frame(canvas.redraw) for _ in range(FRAMES // 4)]


def zoom_reference(view: Reference, painted: Painted) -> list[float]:
    """Zoom to and fro with everything in view."""
    view.fit()
    QTest.qWait(100)
    factors = [STEP**-0.5 if n % 8 < 4 else STEP**0.5 for n in range(FRAMES)]
    return [painted.frame(lambda by=by: view.scale(by, by)) for by in factors]  # type: ignore[misc]  # bound


def pan_ours(canvas: Canvas, painted: Painted) -> list[float]:
    """Pan at 1:1."""
    canvas.zoom_plain()
    QTest.qWait(200)
    return [painted.frame(lambda n=n: canvas.pan(_step(n))) for n in range(FRAMES)]  # type: ignore[misc]  # bound


def pan_reference(view: Reference, painted: Painted) -> list[float]:
    """Pan at 1:1."""
    view.resetTransform()
    view.centerOn(0, 0)
    QTest.qWait(100)

    def step(number: int) -> None:
        by = _step(number)
        across, down = view.horizontalScrollBar(), view.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    return [painted.frame(lambda n=n: step(n)) for n in range(FRAMES)]  # type: ignore[misc]  # bound


def drag_ours(canvas: Canvas, painted: Painted) -> list[float]:
    """Carry an actor in the middle at 1:1 and put it back."""
    canvas.zoom_plain()
    key = middle(canvas.chart)
    canvas.centre_on(canvas.chart.card(key).center())
    canvas.picks.pick([actor_thing(key)])
    QTest.qWait(200)
    start = canvas.rect_of(actor_thing(key)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, Qt.KeyboardModifier.NoModifier, start)
    _move(canvas, start + QPoint(30, 30))
    QTest.qWait(50)
    ways = [start + QPoint(40 + 9 * n % 400, 40 + 5 * n % 250) for n in range(FRAMES)]
    frames = [painted.frame(lambda at=at: _move(canvas, at)) for at in ways]  # type: ignore[misc]  # bound
    if not canvas.hand.cancel():
        sys.exit("nothing was carried")
    return frames


def drag_reference(view: Reference, painted: Painted) -> list[float]:
    """Move a node in the middle at 1:1."""
    view.resetTransform()
    key = middle(view.chart)
    node = view.nodes[key]
    view.centerOn(node)
    QTest.qWait(100)

    def step(number: int) -> None:
        before = node.pos()
        after = before + QPointF(9 if number % 2 else -7, 5 if number % 4 < 2 else -5)
        node.setPos(after)
        view.layer.follow(key, before, after)

    return [painted.frame(lambda n=n: step(n)) for n in range(FRAMES)]  # type: ignore[misc]  # bound


def middle(chart: Chart) -> str:
    """Return who stands nearest to the middle."""
    return min(chart.actors, key=lambda key: abs(chart.at[key][0]) + abs(chart.at[key][1]))


def _step(number: int) -> QPoint:
    return QPoint(17, 11) if number % 20 < 10 else QPoint(-17, -11)


def _move(widget: QWidget, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def measure(count: int) -> list[Ratio]:
    """Return the figures for so many actors."""
    data = mission(count)
    builds = []
    for _ in range(ROUNDS):
        canvas, ours = build_ours(data)
        view, theirs = build_reference(data)
        builds.append((ours, theirs))
        if len(builds) < ROUNDS:
            canvas.close(), view.close()
    mine, bare = Painted(canvas), Painted(view.viewport())
    name = f"{count:,} actors, "
    zooms = [(zoom_ours(canvas, mine), zoom_reference(view, bare)) for _ in range(ROUNDS)]
    sharp = [sharpen_ours(canvas, mine) for _ in range(ROUNDS)]
    pans = [(pan_ours(canvas, mine), pan_reference(view, bare)) for _ in range(ROUNDS)]
    drags = [(drag_ours(canvas, mine), drag_reference(view, bare)) for _ in range(ROUNDS)]
    overview = statistics.median(f for _, frames in zooms for f in frames)
    rest = statistics.median(f for frames in sharp for f in frames)
    figures = [
        _against(name + "zoom, all in view", zooms, 1.2),
        Ratio(name + "sharp again at rest", rest, overview, rest / overview, float("inf")),
        _within(name + "pan at 1:1, 95 of 100 frames", [a for a, _ in pans]),
        _within(name + "drag at 1:1, 95 of 100 frames", [a for a, _ in drags]),
        _against(name + "drag at 1:1, median", drags, float("inf")),
        _against(name + "build", [([a], [b]) for a, b in builds], 1.5),
    ]
    canvas.close(), view.close()
    return figures


def _against(name: str, pairs: list[tuple[list[float], list[float]]], goal: float) -> Ratio:
    ours = statistics.median(f for frames, _ in pairs for f in frames)
    theirs = statistics.median(f for _, frames in pairs for f in frames)
    ratio = statistics.median(statistics.median(a) / statistics.median(b) for a, b in pairs)
    return Ratio(name, ours, theirs, ratio, goal)


def _within(name: str, rounds: list[list[float]]) -> Ratio:
    slow = statistics.quantiles([f for frames in rounds for f in frames], n=20)[-1]
    return Ratio(name, slow, SCREEN, slow / SCREEN, 1.0)


def main() -> None:
    """Print the table."""
    app = QApplication([])
    apply(app, Mode.LIGHT, 100, reduced_motion=True)
    figures = [figure for count in SIZES for figure in measure(count)]
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
