"""Leading a session: who speaks, what is dealt with, how much time is left."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.mediation_session import AGENDA_ITEM, AWAY
from entente.i18n import _
from entente.services import mediation_sessions
from entente.services.mediation_sessions import Attendee
from entente_ui.difficulties.sessions.meter import Meter
from entente_ui.difficulties.sessions.speakers import EquityBars, SpeakerButton
from entente_ui.difficulties.sessions.words import equity_text, minutes_text, stopwatch
from entente_ui.kit import FlowLayout, Panel, Pill, PlainLabel, QuietButton, SecondaryButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.line import empty_layout

#: The upper row of keys of a French keyboard gives these without Shift.
_FRENCH_KEYS: Final = "&é\"'(-è_ç"
#: Px at 100 % below which people stand below each other.
_NARROW: Final = 460


class RunPanel(QWidget):
    """What the mediator sees while leading a session; nobody else does.

    Signals:
        left: Emitted when the session is led no longer.

    Attributes:
        meter: What is measured.
        buttons: One for each person, by key of the actor.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.meter = Meter.of(context.document)
        self.buttons: dict[str, SpeakerButton] = {}
        self._people: Sequence[Attendee] = ()
        self._agenda: Sequence[Mapping[str, Any]] = ()
        self._across = 0
        self._title = PlainLabel("", "heading", self, wrap=True)
        self._item = PlainLabel("", "strong", self, wrap=True)
        self._countdown = PlainLabel("", "display", self)
        self._left = PlainLabel("", "small", self)
        self._sign = Pill(_("over time"), "caution", self)
        self._pause = SecondaryButton("", self.meter.toggle_pause, self, tip=_("Space bar"))
        self._next = SecondaryButton(
            _("Next item"), self.next_item, self, icon_name="chevron-right"
        )
        self._end = QuietButton(_("Leave the running session"), self.leave, self, icon_name="check")
        self._empty = PlainLabel(_("Nobody is expected: add people to the session."), "muted", self)
        self._grid = spaced(QGridLayout(), 0, 8)
        self.bars = EquityBars(self)
        self.sentence = PlainLabel("", "muted", self, wrap=True)
        self._build()
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self)
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(self.meter.toggle_pause)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Running session"))
        self.meter.ticked.connect(self._show_times)
        self.meter.changed.connect(self._show_times)

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (20, 12, 20, 20), 12)
        layout.addWidget(self._title)
        controls = spaced(FlowLayout(), 0, 8)
        for button in (self._pause, self._next, self._end):
            controls.addWidget(button)
        layout.addLayout(controls)
        layout.addWidget(self._now())
        layout.addWidget(PlainLabel(_("Who speaks"), "section", self))
        layout.addWidget(self._empty)
        layout.addLayout(self._grid)
        layout.addWidget(PlainLabel(_("Shares of speaking time"), "section", self))
        layout.addWidget(self.bars)
        layout.addWidget(self.sentence)
        layout.addWidget(
            PlainLabel(
                _("For you alone: speaking times are projected nowhere and in no document."),
                "small",
                self,
                wrap=True,
            )
        )
        layout.addStretch(1)

    def _now(self) -> QWidget:
        """Return what is dealt with, and how much time is left for it."""
        panel = Panel("soft", "left", self)
        line = spaced(QHBoxLayout(panel), (16, 8, 12, 8), 16)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addWidget(self._left)
        words.addWidget(self._item)
        line.addWidget(self._countdown)
        line.addLayout(words, 1)
        line.addWidget(self._sign)
        return panel

    def show_session(
        self,
        row: Mapping[str, Any],
        people: Sequence[Attendee],
        agenda: Sequence[Mapping[str, Any]],
    ) -> None:
        """Show the session that is led, or what changed in it."""
        self._title.setText(f"{row['ref']} — {row['title'] or ''}")
        there = [one for one in people if one.presence not in AWAY]
        if [one.actor_id for one in there] != list(self.buttons):
            self._make_buttons(there)
        self._people, self._agenda = there, agenda
        known = {item["id"] for item in agenda}
        if self.meter.item not in known:
            self.meter.take_up(next((each["id"] for each in agenda if not each["done"]), ""))
        self._show_times()

    def _make_buttons(self, people: Sequence[Attendee]) -> None:
        empty_layout(self._grid)
        self.buttons = {}
        for place, one in enumerate(people):
            number = place + 1 if place < len(_FRENCH_KEYS) else 0
            press = partial(self.meter.toggle, one.actor_id)
            button = SpeakerButton(number, one.name, press, self)
            self.buttons[one.actor_id] = button
        self._empty.setVisible(not people)
        self._across = 0
        self._arrange()

    def _arrange(self) -> None:
        """Put the people side by side, or below each other where there is no room for two."""
        across = 1 if self.width() < theme().px(_NARROW) else 2
        if across == self._across:
            return
        self._across = across
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, place // across, place % across)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _show_times(self) -> None:
        if not self.meter.session or not self.isVisible():
            return
        unwritten = self.meter.unwritten()
        for one in self._people:
            if one.actor_id in self.buttons:
                self.buttons[one.actor_id].show_time(
                    one.spoken + unwritten.get(one.actor_id, 0),
                    speaks=self.meter.speaker == one.actor_id,
                )
        shared = mediation_sessions.share_out(self._people, unwritten)
        names = {one.actor_id: one.speaks_for or one.name for one in self._people}
        self.bars.show_equity(shared, names)
        self.sentence.setText(equity_text(shared, names))
        paused = self.meter.is_paused
        self._pause.setText(_("Go on") if paused else _("Pause"))
        self._pause.set_icon("player-play" if paused else "player-pause")
        self._show_item()

    def _show_item(self) -> None:
        item = next((each for each in self._agenda if each["id"] == self.meter.item), None)
        self._next.setVisible(item is not None)
        self._countdown.setVisible(item is not None)
        if item is None:
            through = _("The agenda is through.") if self._agenda else _("There is no agenda.")
            self._item.setText(through)
            self._left.setText("")
            self._sign.hide()
            return
        self._item.setText(item["text"] or "")
        taken = self.meter.taken().get(item["id"], 0)
        rest = (item["minutes"] or 0) * 60 - taken
        is_over = bool(item["minutes"]) and rest < 0
        self._countdown.setText(stopwatch(abs(rest) if item["minutes"] else taken))
        self._sign.setVisible(is_over)
        allowed = minutes_text(item["minutes"]) if item["minutes"] else ""
        left = _("more than {minutes}") if is_over else _("left of {minutes}")
        self._left.setText(left.format(minutes=allowed) if allowed else _("so far"))

    @Slot()
    def next_item(self) -> None:
        """Tick the item off and go to the next that is not done."""
        item = self.meter.item
        keys = [each["id"] for each in self._agenda]
        if item not in keys:
            return
        after = [each for each in self._agenda[keys.index(item) + 1 :] if not each["done"]]
        self.meter.take_up(after[0]["id"] if after else "")
        problem = work.change(self._context.document, AGENDA_ITEM, [item], {"done": True})
        self._context.taken(problem)

    @Slot()
    def leave(self) -> None:
        """Write what was measured and go back to the plan."""
        self.meter.end()
        if not self.meter.session:
            self.left.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_times()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        place = _FRENCH_KEYS.find(text) if text else -1
        if text in set("123456789"):
            place = int(text) - 1
        if 0 <= place < len(self.buttons) and not event.isAutoRepeat():
            self.meter.toggle(list(self.buttons)[place])
        elif event.key() == Qt.Key.Key_N:
            self.next_item()
        else:
            super().keyPressEvent(event)
