"""The open mission as Qt sees it."""

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.mission import MISSION
from entente.domain.records import RecordType
from entente.errors import EntenteError
from entente_ui.formats import use_currency

if TYPE_CHECKING:  # the store is imported after the first paint
    from entente.services.records import RecordTable
    from entente.store.gate import Action, Gate, Query
    from entente.store.journal import ChangeSet, PastChange, Step
    from entente.store.search import Hit

T = TypeVar("T")


class Document(QObject):
    """Runs actions, takes them back and tells the views what changed.

    The journal in the file is the undo stack, so undo survives a restart.

    Signals:
        changed: Emitted after every action, undo and redo with its `ChangeSet`.
        refused: Emitted with the `EntenteError` when an action was not carried out.
        viewer_changed: Emitted when the presentation begins or ends.
        settling: Emitted before the mission is left: what is measured and not yet written has
            to be written now.
    """

    changed = Signal(object)
    refused = Signal(object)
    viewer_changed = Signal()
    settling = Signal()

    def __init__(self, gate: "Gate", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = gate
        self._viewer = MEDIATOR
        self._saved_at: dt.datetime | None = None
        self._undo_label = ""
        self._redo_label = ""
        self._is_quiet = False
        self._read_labels()
        self._read_currency()

    @property
    def viewer(self) -> Audience:
        """Who looks at the screen: the mediator, or the public of a presentation."""
        return self._viewer

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen."""
        return self._viewer == PUBLIC

    @property
    def saved_at(self) -> dt.datetime | None:
        """When the last change reached the disk, or None if nothing changed since opening."""
        return self._saved_at

    @property
    def undo_label(self) -> str:
        """Name of the action that undo takes back; empty if there is none."""
        return self._undo_label

    @property
    def redo_label(self) -> str:
        """Name of the action that redo makes again; empty if there is none."""
        return self._redo_label

    @property
    def is_quiet(self) -> bool:
        """Whether the change being told came by itself, and nobody waits to hear of it."""
        return self._is_quiet

    def present(self, on: bool) -> None:
        """Show the screen as others may see it, or as the mediator does."""
        viewer = PUBLIC if on else MEDIATOR
        if viewer != self._viewer:
            self._viewer = viewer
            self.viewer_changed.emit()

    def read(self, query: "Query[T]") -> T:
        """Return the result of `query`."""
        return self._gate.read(query)

    def table(self, record_type: RecordType) -> "RecordTable":
        """Return the records of a kind as the viewer may see them."""
        from entente.services import presentation  # noqa: PLC0415  # after the first paint

        return self.read(lambda s: presentation.table_for(s, record_type, self._viewer))

    def labels(self, record_type: RecordType) -> dict[str, str]:
        """Return the names of the records of a kind, as the viewer may see them, by key."""
        from entente.services import presentation  # noqa: PLC0415  # after the first paint

        return self.read(lambda s: presentation.labels_for(s, record_type, self._viewer))

    def run(self, label: str, action: "Action") -> bool:
        """Run `action` as one undoable step called `label`; say whether it was done."""
        try:
            change_set = self._gate.run(label, action)
        except EntenteError as error:
            self.refused.emit(error)
            return False
        self.announce(change_set)
        return True

    def announce(self, change_set: "ChangeSet", *, quietly: bool = False) -> None:
        """Tell the views of a change made through the gate, here or on a worker thread.

        Args:
            change_set: What changed.
            quietly: Whether it came by itself, as a measurement that goes on: the views show
                it, and no message pops up.
        """
        if not change_set.changes:
            return
        self._saved_at = dt.datetime.now().astimezone()
        self._read_labels()
        if MISSION.name in change_set.tables:
            self._read_currency()
        self._is_quiet = quietly
        try:
            self.changed.emit(change_set)
        finally:
            self._is_quiet = False

    def settle(self) -> None:
        """Have everything written that is still going on; the mission is about to be left."""
        self.settling.emit()

    def undo(self) -> None:
        """Take back the last step that stands."""
        self._replay(undo=True)

    def redo(self) -> None:
        """Make the last undone step again."""
        self._replay(undo=False)

    def steps(self, limit: int | None = None) -> "list[Step]":
        """Return the history of the mission, oldest first."""
        return self._gate.steps(limit)

    def past_of(self, row_ids: list[str]) -> "list[PastChange]":
        """Return every change of the given rows, newest first."""
        return self._gate.past_of(row_ids)

    def find(self, words: str, limit: int = 50) -> "list[Hit]":
        """Return the rows that hold the words looked for and that the viewer may read."""
        return self._gate.find(words, self._viewer, limit)

    @property
    def gate(self) -> "Gate":
        """The gate, for work that a worker thread does on its own."""
        return self._gate

    def _replay(self, *, undo: bool) -> None:
        try:
            change_set = self._gate.undo() if undo else self._gate.redo()
        except EntenteError as error:
            self.refused.emit(error)
            return
        if change_set is not None:
            self.announce(change_set)

    def _read_currency(self) -> None:
        """Write amounts as this mission does, before anybody shows one."""
        from entente.services import records  # noqa: PLC0415  # the store comes after the first paint

        rows = self._gate.read(lambda s: records.list_rows(s, MISSION)).dicts()
        use_currency(str(rows[0]["currency"] or "") if rows else "")

    def _read_labels(self) -> None:
        done, undone = self._gate.next_steps()
        self._undo_label = done.label if done else ""
        self._redo_label = undone.label if undone else ""
