"""The bar under the views of the actors: an earlier day, a replay, and what has changed."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.i18n import _
from entente.services import changes_since
from entente_ui import formats
from entente_ui.actors.dayline import DayLine
from entente_ui.kit import ElidedLabel, IconButton, SecondaryButton, spaced
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.pane import Context

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from entente.store.journal import ChangeSet

#: Ms that each day of a replay is shown: long enough to see who moved.
BEAT: Final = 1100
_WORDS: Final = 178
_NARROW: Final = 620
_CONCERNED: Final = frozenset({each.rating_name for each in (ACTOR, RELATION)})


class TimeBar(QWidget):
    """Chooses the day that is looked at.

    Attributes:
        line: The days.

    Signals:
        day_changed: Emitted with the day to be shown, None for now.
    """

    day_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.line = DayLine(self)
        self._play = IconButton("player-play", _("Replay the mission"), self.toggle_replay, self)
        self._words = ElidedLabel("", "small", self)
        self._words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._now = SecondaryButton(_("Today"), self.go_to_now, self)
        self._changes = IconButton("history", _("What has changed…"), self.show_changes, self)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._on_beat)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self.refresh)
        self._build()
        self.refresh()

    @property
    def day(self) -> dt.date | None:
        """The day that is looked at; None for now."""
        return self.line.day

    @property
    def is_replaying(self) -> bool:
        """Whether the days go by."""
        return self._beat.isActive()

    @Slot()
    def refresh(self) -> None:
        """Show the days on which something was rated that the viewer may see."""
        document = self._context.document
        days = document.read(partial(changes_since.rated_days, audience=document.viewer))
        self.line.show_days(days, document.read(lambda session: session.today))
        usable = len(self.line.stops) > 1
        for each in (self.line, self._play, self._changes):
            each.setEnabled(usable)
        if not usable:
            self.go_to_now()
        self._say()

    def go_to(self, day: dt.date | None) -> None:
        """Look at a day, None for now."""
        if day != self.day:
            self.line.show_day(day)
            self._on_day(day)

    @Slot()
    def go_to_now(self) -> None:
        """Look at the mission as it is."""
        self._stop()
        self.go_to(None)

    @Slot()
    def toggle_replay(self) -> None:
        """Let the days go by from the first or from where one is, or stop."""
        if self.is_replaying:
            self._stop()
            return
        if self.day is None:
            self.go_to(self.line.stops[0])
        self._play.set_icon("player-pause")
        self._play.set_name(_("Stop the replay"))
        self._beat.start()

    @Slot()
    def show_changes(self) -> None:
        """Show what has changed since a day that can be chosen."""
        from entente_ui.actors.changes import ChangesDialog  # noqa: PLC0415  # when first asked

        ChangesDialog(self._context, self.day, self).open()

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Day that is shown"))
        row = spaced(QHBoxLayout(self), (0, 4, 0, 4), 8)
        row.addWidget(self._play)
        row.addWidget(self.line, 1)
        for each in (self._words, self._now, self._changes):
            row.addWidget(each)
        document = self._context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._reading.start)
        self.line.day_chosen.connect(self._on_chosen)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot(object)
    def _on_chosen(self, day: dt.date | None) -> None:
        self._stop()
        self._on_day(day)

    def _on_day(self, day: dt.date | None) -> None:
        self._say()
        self.day_changed.emit(day)

    @Slot()
    def _on_beat(self) -> None:
        day = self.line.step(1)
        if day is None:
            self._stop()
        self.go_to(day)

    def _stop(self) -> None:
        if self._beat.isActive():
            self._beat.stop()
            self._play.set_icon("player-play")
            self._play.set_name(_("Replay the mission"))

    def _say(self) -> None:
        self._now.setEnabled(self.day is not None)
        if self.day is None:
            self._words.setText(_("Today"))
            return
        words = formats.long_date(self.day)
        self._words.setText(_("{day}: not edited").format(day=words))
        if self.line.hasFocus():
            announce(self.line, words)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _CONCERNED & change_set.tables:
            self._reading.start()

    def _fit(self) -> None:
        self._words.setFixedWidth(theme().px(_WORDS))
        self._words.setVisible(self.width() >= theme().px(_NARROW))
