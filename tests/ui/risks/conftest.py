"""What a view of the risks needs around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from entente.domain.risk import RISK
from entente.services import records, risks
from entente.services.risks import RiskView
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.kit import Popover
from entente_ui.pane import Context
from tests.conftest import FixedClock, confluent_gate

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Mission:
    """The sample, open, and what the shell was told."""

    context: Context
    toasts: list[str] = field(default_factory=list)
    revealed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.context.document

    def key(self, ref: str) -> str:
        return self.document.read(partial(records.find, record_type=RISK, text=ref))

    def risk(self, ref: str) -> RiskView:
        return next(view for view in self.document.read(risks.overview) if view.ref == ref)

    def rated(self, ref: str, reading: str = "current") -> tuple[int | None, int | None]:
        found = self.risk(ref).readings[reading]
        return found.probability, found.impact


@pytest.fixture
def mission(clock: FixedClock, tmp_path: Path) -> Iterator[Mission]:
    """The sample mission in memory."""
    background = Background()
    toasts: list[str] = []
    revealed: list[tuple[str, str]] = []
    context = Context(
        document=Document(confluent_gate(clock)),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda text, _undo: toasts.append(text),
        reveal=lambda kind, key: revealed.append((kind, key)),
        tell=lambda error: pytest.fail(repr(error)),
    )
    yield Mission(context, toasts, revealed)
    background.close()


def popover_of(widget: QWidget) -> Popover:
    """Return the question that is open over a window."""
    return next(p for p in widget.window().findChildren(Popover) if p.isVisible())


def field_of(popover: Popover) -> QLineEdit:
    """Return where its answer is typed."""
    field = popover.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Carry what lies at a point of a widget to another, and let go."""
    carry(widget, start, end)
    QTest.mouseRelease(widget, _LEFT, _NONE, end)


def carry(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Carry what lies at a point of a widget to another."""
    QTest.mousePress(widget, _LEFT, _NONE, start)
    for part in (0.3, 0.7, 1.0):
        at = start + (end - start) * part
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            _LEFT,
            _NONE,
        )
        QApplication.sendEvent(widget, event)
