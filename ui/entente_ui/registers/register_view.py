"""Registers as views of a pane: one alone, or several behind a switch."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.records import RecordType
from entente.i18n import _, ngettext
from entente_ui.formats import number
from entente_ui.kit import LinkButton, Segments, WrappingSegments, spaced
from entente_ui.pane import Context, paper
from entente_ui.pane_view import Hearing, ReadingView
from entente_ui.registers.register import Register

#: More kinds than this stand on several lines.
_ONE_LINE: Final = 6


class CountLink(LinkButton):
    """Says how many records something is true of, and selects them; gone if of none."""

    def __init__(
        self, select: Callable[[Sequence[str]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("", self.follow, parent)
        self._select = select
        self._keys: Sequence[str] = ()

    def show_keys(self, text: str, keys: Sequence[str]) -> None:
        """Show what is said of records, with `{count}` where their number stands."""
        self._keys = keys
        self.setText(text.format(count=number(len(keys))))
        self.setVisible(bool(keys))

    def show_overdue(self, keys: Sequence[str]) -> None:
        """Show of how many records the day has passed."""
        self.show_keys(ngettext("{count} overdue", "{count} overdue", len(keys)), keys)

    @Slot()
    def follow(self) -> None:
        """Select those records."""
        self._select(self._keys)


class _OfRegister(ReadingView):
    """A view whose register does what is asked of it; registers read for themselves."""

    @property
    def current(self) -> Register:
        """The register one is at."""
        raise NotImplementedError

    @property
    @override
    def status(self) -> str:
        return self.current.status

    @override
    def refresh(self) -> None:
        """Show what stands beside the register; there is nothing."""

    @override
    def offered(self) -> Sequence[QAction]:
        return self.current.offered_actions()

    @override
    def add_record(self) -> bool:
        self.current.add_record()
        return True

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()


class RegisterView(_OfRegister):
    """The register of one kind, with room above it for what its records come to.

    Attributes:
        register: The list.
        column: Where other things are put above it.
    """

    #: What is listed.
    kind: ClassVar[RecordType]
    #: The kind of document that is made of it; none if empty.
    prints: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register = Register(context, self.kind, self)
        self.column = spaced(QVBoxLayout(), 0, 6)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 6)
        layout.addLayout(self.column)
        layout.addWidget(self.register, 1)
        self.register.selected.connect(self.selected)
        self.register.status_changed.connect(self.status_changed)

    @property
    @override
    def current(self) -> Register:
        return self.register

    def show_all(self) -> None:
        """Let every record be seen."""
        self.register.clear_filter()

    def select(self, keys: Sequence[str]) -> None:
        """Select records, whatever was looked for before."""
        self.show_all()
        self.register.table.select_keys(list(keys))
        self.register.table.setFocus()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != self.kind.name:
            return False
        self.register.reveal(key)
        return True

    @override
    def print_out(self) -> None:
        if self.prints:
            self.context.reveal(paper(self.prints), "")

    @override
    def state(self) -> Mapping[str, Any]:
        return self.register.state()

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.register.restore(state)


class RegistersView(_OfRegister):
    """The registers of several kinds, one at a time, each made when first asked for.

    Attributes:
        switch: Says which one is open.
    """

    #: What is listed, in the order of the switch; the first one is open at first.
    kinds: ClassVar[tuple[RecordType, ...]] = ()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._registers: dict[str, Register] = {}
        self._stack = QStackedWidget(self)
        choices = [(kind.name, _(kind.plural)) for kind in self.kinds]
        switch = Segments if len(choices) <= _ONE_LINE else WrappingSegments
        self.switch = switch(choices, self.kinds[0].name, self)
        self.switch.setAccessibleName(_("Registers"))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_chosen)
        self.register(self.kinds[0])

    @property
    def kind(self) -> RecordType:
        """The kind whose register is open."""
        return next(kind for kind in self.kinds if kind.name == self.switch.current)

    @property
    @override
    def current(self) -> Register:
        return self.register(self.kind)

    def register(self, kind: RecordType) -> Register:
        """Open the register of a kind and return it."""
        register = self._registers.get(kind.name) or self._make(kind)
        if self._stack.currentWidget() is not register or self.kind is not kind:
            self._stack.setCurrentWidget(register)
            self.switch.set_current(kind.name)
        return register

    def make_register(self, kind: RecordType) -> Register:
        """Return the register of a kind, made now; one of them may be of its own sort."""
        return Register(self.context, kind)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if not self._open(record_type):
            return False
        self.current.reveal(key)
        return True

    @override
    def state(self) -> Mapping[str, Any]:
        return {"kind": self.kind.name, "register": dict(self.current.state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        kept = state.get("register")
        if self._open(str(state.get("kind", ""))) and isinstance(kept, Mapping):
            self.current.restore(kept)

    def _make(self, kind: RecordType) -> Register:
        register = self.make_register(kind)
        self._stack.addWidget(register)
        self._hearing.hear(kind.name, register.selected, register.status_changed)
        self._registers[kind.name] = register
        return register

    def _open(self, name: str) -> bool:
        """Turn to the register of a kind; say whether there is one."""
        if name not in {kind.name for kind in self.kinds}:
            return False
        self._on_chosen(name)
        return True

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        kind = next(kind for kind in self.kinds if kind.name == name)
        self._hearing.turn_to(name, self.register(kind).status)
