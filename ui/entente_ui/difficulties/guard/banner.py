"""What stands over a difficulty whose mediation has to stop."""

from functools import partial

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.guard_rails import DANGER_LABELS, SAFETY_CHECK
from entente.i18n import _
from entente.services import guard_rails
from entente.services.guard_rails import Stop
from entente.store.journal import ChangeSet
from entente_ui.formats import labelled, listing, long_date
from entente_ui.kit import PlainLabel, SecondaryButton, spaced
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.pane import Context


class StopBanner(QWidget):
    """Says that a mediation stops, why, and to whom it was referred; else it is not there.

    Signals:
        opened: Emitted when the checks are to be looked at.
    """

    opened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._difficulty = ""
        self._title = PlainLabel("", "strong", self, wrap=True)
        self._detail = PlainLabel("", "small", self, wrap=True)
        layout = spaced(QHBoxLayout(self), (52, 8, 20, 8), 12)
        words = spaced(QVBoxLayout(), 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        layout.addLayout(words, 1)
        layout.addWidget(SecondaryButton(_("See the checks"), self.opened.emit, self))
        self.hide()
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._read)

    @property
    def text(self) -> str:
        """What it says; nothing while it is not there."""
        return "" if self.isHidden() else self._title.text()

    def show_difficulty(self, key: str) -> None:
        """Say whether the mediation of a difficulty stops."""
        self._difficulty = key
        self._read()

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if SAFETY_CHECK.name in change_set.tables:
            self._read()

    @Slot()
    def _read(self) -> None:
        document = self._context.document
        stop = None
        if self._difficulty and not document.is_presenting:
            stop = document.read(partial(guard_rails.stop, difficulty=self._difficulty))
        self.setVisible(stop is not None)
        if stop is not None:
            self._tell(stop)

    def _tell(self, stop: Stop) -> None:
        dangers = listing([_(DANGER_LABELS[danger]) for danger in stop.dangers])
        self._title.setText(_("Stop the mediation and refer: {dangers}").format(dangers=dangers))
        since = _("noted on {date}").format(date=long_date(stop.since)) if stop.since else ""
        referred = (
            labelled(_("Referred to"), ", ".join(stop.referred_to)) if stop.referred_to else ""
        )
        missing = "" if stop.referred_to else _("nobody is noted to whom it was referred")
        self._detail.setText(" · ".join(filter(None, (since, referred, missing))))
        self.setAccessibleName(self._title.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("critical_soft"))
        painter.fillRect(QRect(0, 0, theme().px(4), self.height()), theme().colour("critical"))
        side = theme().px(22)
        box = QRect(theme().px(20), (self.height() - side) // 2, side, side)
        draw_icon(painter, "alert-triangle", box, "critical")
