"""What to do next about the actors, part by part."""

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import N_, _
from entente_ui.actors.acting.part import Part
from entente_ui.kit import WrappingSegments, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import Hearing, PaneView

MEETINGS: Final = "meetings"
LOG: Final = "log"
RACI: Final = "raci"
MISSING: Final = "missing"
CAUSES: Final = "causes"

#: Words of each part, and where it is made.
_PARTS: Final = {
    MEETINGS: (N_("Meetings to bring about"), "meetings_part:MeetingsPart"),
    LOG: (N_("Log"), "log_part:LogPart"),
    RACI: (N_("Who does what (RACI)"), "raci_part:RaciPart"),
    MISSING: (N_("To complete"), "missing_part:MissingPart"),
    CAUSES: (N_("Common causes"), "causes_part:CausesPart"),
}
#: In which part a kind of record is looked for.
_HOMES: Final = {
    "interaction": LOG,
    "presence": LOG,
    "deliverable": RACI,
    "responsibility": RACI,
    "common_cause": CAUSES,
    "supporter": CAUSES,
}
#: What a part of a record is a part of, and the field that says so.
_OWNERS: Final = {
    "presence": ("interaction", "interaction_id"),
    "responsibility": ("deliverable", "deliverable_id"),
    "supporter": ("common_cause", "cause_id"),
}
NOTE_KEY: Final = "Ctrl+Shift+J"
_SETTING: Final = "actors/acting"


class ActingView(PaneView):
    """Meetings that would help, the log, the RACI matrix, what is not known, the causes.

    Attributes:
        switch: Says which part is open.
        note: The command that notes an interaction in one line.
    """

    name = "acting"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._parts: dict[str, Part] = {}
        self._day: dt.date | None = None
        self._stack = QStackedWidget(self)
        choices = [(name, _(words)) for name, (words, _maker) in _PARTS.items()]
        kept = str(context.settings.value(_SETTING, MEETINGS))
        self.switch = WrappingSegments(choices, kept if kept in _PARTS else MEETINGS, self)
        self.switch.setAccessibleName(_("What to do next"))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        self.note = QAction(_("Note an interaction"), self)
        self.note.setShortcut(QKeySequence(NOTE_KEY))
        self.note.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.note.triggered.connect(lambda: self._on_part_wanted(LOG, ""))
        self.addAction(self.note)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_chosen)
        context.document.viewer_changed.connect(self._allow)
        self._allow()
        self.open(self.switch.current)

    @property
    def current(self) -> Part:
        """The part that is open."""
        return self.part(self.switch.current)

    def part(self, name: str) -> Part:
        """Return a part, made when first asked for."""
        if name not in self._parts:
            self._parts[name] = self._make(name)
        return self._parts[name]

    def open(self, name: str) -> Part:
        """Open a part and return it."""
        part = self.part(name)
        self.switch.set_current(name)
        self._stack.setCurrentWidget(part)
        self.context.settings.setValue(_SETTING, name)
        return part

    @property
    @override
    def status(self) -> str:
        return self.current.status

    @override
    def offered(self) -> Sequence[QAction]:
        return (self.note, *self.current.offered())

    @override
    def add_record(self) -> bool:
        return self.current.add_record()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        name = _HOMES.get(record_type)
        if name is None:
            return False
        self._on_chosen(name)
        if record_type in _OWNERS:
            kind, field = _OWNERS[record_type]
            rows = self.context.document.table(RECORD_TYPES[record_type]).dicts()
            key = next((row[field] for row in rows if row["id"] == key), "")
            return self.current.reveal(kind, key)
        return self.current.reveal(record_type, key)

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def print_out(self) -> None:
        self.current.print_out()

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        self._day = day
        for part in self._parts.values():
            part.show_as_of(day)
        self._allow()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"part": self.switch.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name = str(state.get("part", ""))
        if name in _PARTS:
            self._on_chosen(name)

    def _make(self, name: str) -> Part:
        module, _colon, maker = _PARTS[name][1].partition(":")
        made = getattr(import_module(f"entente_ui.actors.acting.{module}"), maker)
        part = cast("Part", made(self.context, self._stack))
        part.show_as_of(self._day)
        self._stack.addWidget(part)
        self._hearing.hear(name, part.selected, part.status_changed)
        part.view_wanted.connect(self._on_part_wanted)
        return part

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._hearing.turn_to(name, self.open(name).status)

    @Slot(str, object)
    def _on_part_wanted(self, name: str, wanted: object) -> None:
        self._on_chosen(name)
        self.current.show_wanted(wanted)

    @Slot()
    def _allow(self) -> None:
        """Let nothing be noted while others look on, nor in the past."""
        self.note.setEnabled(not self.context.document.is_presenting and self._day is None)
