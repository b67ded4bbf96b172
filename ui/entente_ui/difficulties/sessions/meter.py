"""Measures who speaks at the session that is being led, whichever page is looked at."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from entente.domain.speaking import Floor
from entente.errors import EntenteError
from entente.i18n import _
from entente.services import mediation_sessions
from entente_ui.document import Document

#: After so many seconds what was measured is written at the latest.
WRITTEN_EVERY: Final = 30
_TICK_MS: Final = 500


class Meter(QObject):
    """Who has the floor and how long the item of the agenda has taken; one for a document.

    What was spoken is written when somebody stops, at a pause, every half a minute and before
    the mission is left. All writing of one turn is one step to undo.

    Signals:
        ticked: Emitted while something is being measured, twice a second.
        changed: Emitted when somebody begins or stops, or another session is led.

    Attributes:
        session: Key of the session that is led, empty for none.
        item: Key of the item of the agenda dealt with, empty for none.
    """

    ticked = Signal()
    changed = Signal()

    def __init__(self, document: Document, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(document)
        self._document = document
        self._clock = clock
        self._floor = Floor()
        self._items = Floor()
        self._name = ""
        self._step = ""
        self._written_at = 0.0
        self._is_refused = False
        self.session = ""
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        document.settling.connect(self.rest)

    @staticmethod
    def of(document: Document) -> "Meter":
        """Return the one of a document, made when first asked for."""
        return document.findChild(Meter) or Meter(document)

    @property
    def speaker(self) -> str:
        """Key of the actor who is being timed, empty for nobody."""
        return self._floor.speaker if self._floor.is_running else ""

    @property
    def item(self) -> str:
        """Key of the item of the agenda that is dealt with, empty for none."""
        return self._items.speaker

    @property
    def is_paused(self) -> bool:
        """Whether neither anybody nor the agenda is being timed."""
        return not (self._floor.is_running or self._items.is_running)

    def unwritten(self) -> Mapping[str, int]:
        """Return the seconds by key of the actor that are written nowhere yet."""
        return self._floor.due(self._clock())

    def taken(self) -> Mapping[str, int]:
        """Return the seconds by key of the item that items of the agenda have taken."""
        return {key: int(spent) for key, spent in self._items.pending(self._clock()).items()}

    def begin(self, session: str, name: str, taken: Mapping[str, float] | None = None) -> None:
        """Lead a session; another one that was led ends.

        Args:
            session: Its key.
            name: What it is called in the history.
            taken: Seconds its items have taken already.
        """
        if session == self.session:
            return
        self.end()
        if self.session:
            return
        self.session, self._name = session, name
        self._items = Floor(heard=dict(taken or {}))
        self._is_refused = False
        self._timer.start()
        self.changed.emit()

    @Slot()
    def rest(self) -> None:
        """Stop all clocks and write what was measured; the session is led all the same."""
        if self.session and not self.is_paused:
            self.toggle_pause()

    @Slot()
    def end(self) -> None:
        """Write what is left and lead no session any more, unless it cannot be written."""
        self.rest()
        self.write()
        if not self.session or self.unwritten():
            return
        self._timer.stop()
        self._floor, self._items = Floor(), Floor()
        self.session = self._name = self._step = ""
        self.changed.emit()

    def toggle(self, actor: str) -> None:
        """Let somebody begin to speak, or stop; whoever spoke before has stopped."""
        now = self._clock()
        self._floor = self._floor.toggle(actor, now)
        self._items = self._items.resume(now)
        self._is_refused = False
        self.write()
        self._step = ""  # the next turn is a step of its own
        self.changed.emit()

    def toggle_pause(self) -> None:
        """Stop all clocks, or let them go on."""
        now = self._clock()
        if self.is_paused:
            self._floor, self._items = self._floor.resume(now), self._items.resume(now)
        else:
            self._floor, self._items = self._floor.pause(now), self._items.pause(now)
            self.write()
        self.changed.emit()

    def take_up(self, item: str) -> None:
        """Deal with an item of the agenda from now on; with none if it is empty."""
        now = self._clock()
        self._items = self._items.give(item, now) if item else Floor(heard=self._items.pending(now))
        self.changed.emit()

    def write(self) -> None:
        """Write what was measured, as one step with the rest of the turn."""
        now = self._clock()
        due = self._floor.due(now)
        self._written_at = now
        if not due:
            return
        label = _("Speaking time: {session}").format(session=self._name)
        action = partial(mediation_sessions.add_spoken, key=self.session, seconds=due)
        try:
            change_set = self._document.gate.run(label, action, self._step)
        except EntenteError as error:
            # Kept, and tried again; said once, or it would be said every half a minute.
            if not self._is_refused:
                self._is_refused = True
                self._document.refused.emit(error)
            return
        self._is_refused = False
        self._floor = self._floor.written(due, now)
        self._step = change_set.entry_id if change_set.changes else self._step
        self._document.announce(change_set, quietly=True)

    @Slot()
    def _tick(self) -> None:
        if self.is_paused:
            return
        if self._clock() - self._written_at >= WRITTEN_EVERY:
            self.write()
        self.ticked.emit()
