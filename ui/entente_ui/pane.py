"""What the shell and the panes know of each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.records import RecordType
from entente_ui.background import Background
from entente_ui.document import Document

if TYPE_CHECKING:  # the store is imported after the first paint
    from entente.store.mission_file import MissionFile


def paper(kind: str) -> str:
    """Return what `Context.reveal` takes to prepare a document of this kind.

    A document may be called like a kind of record: an agreement is both.
    """
    return f"paper:{kind}"


@dataclass(frozen=True, slots=True)
class Tab:
    """What a pane keeps behind one of its tabs, as the command palette finds it.

    Attributes:
        name: In settings and states.
        title: Words of the tab, in English; translated when shown.
        parts: Name and title of what can be opened within, the title in English too.
    """

    name: str
    title: str
    parts: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of one kind that are selected somewhere."""

    record_type: RecordType
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the shell hands to every pane.

    Attributes:
        document: The open mission.
        background: Where long work goes; the shell shows its progress.
        settings: Widths, orders and choices remembered for this user; never mission data.
        toast: Show a sentence for some seconds; with True it offers to undo the last step.
        reveal: Go to a record, given its kind's name and its key, in whichever pane shows it.
        tell: Show an error to the user in one sentence.
        proves: Ask whoever sits at a window to prove to be the mediator; say whether they did.
        file: Give the file of the mission, for work on the file itself; None without one.
    """

    document: Document
    background: Background
    settings: QSettings
    toast: Callable[[str, bool], None]
    reveal: Callable[[str, str], None]
    tell: Callable[[BaseException], None]
    proves: Callable[[QWidget], bool] = lambda _window: True
    file: "Callable[[], MissionFile | None]" = lambda: None

    def taken(self, problem: str) -> bool:
        """Show why a step was refused, if it was; say whether it was taken.

        Args:
            problem: The sentence that says why; empty where nothing is wrong.
        """
        if problem:
            self.toast(problem, False)
        return not problem


class Pane(QWidget):
    """One place of the navigation rail.

    Signals:
        selected: Emitted with a `Selection`, or None when nothing is selected; the
            inspector follows it.
        status_changed: Emitted with a short text for the status bar, like « 12 sur 48 ».
    """

    selected = Signal(object)
    status_changed = Signal(str)

    #: Name in the rail and in settings; one of the shell's places.
    place: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    @override
    def hasHeightForWidth(self) -> bool:
        # It is given all there is: to ask what is deep inside, again and again, took a fifth of
        # the time to open a view.
        return False

    def reveals(self) -> Sequence[str]:
        """Return the names of the kinds of record this pane can show."""
        return ()

    def reveal(self, record_type: str, key: str) -> None:
        """Select a record of a kind named in `reveals` and bring it into view."""

    def commands(self) -> Sequence[QAction]:
        """Return the actions the command palette offers while this pane is open."""
        return ()

    def open_tab(self, name: str, part: str = "") -> None:
        """Open one of the tabs of this pane, at one of its parts if that is named."""

    def add_record(self) -> None:
        """Begin a new record: what Ctrl+N does here."""

    def focus_filter(self) -> None:
        """Put the cursor into the filter: what Ctrl+F does here."""

    def print_out(self) -> None:
        """Open the print preview: what Ctrl+P does here."""

    def zoom(self, steps: int) -> None:
        """Zoom a drawing in or out by steps, or back to fit with 0."""

    def state(self) -> Mapping[str, Any]:
        """Return what brings this pane back after a lock: tab, selection; no mission text."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""
