"""The registers of the actors, their organisations and their relations."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.i18n import _
from entente_ui.kit import Segments, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import Hearing, PaneView
from entente_ui.registers.register import Register

KINDS: Final = {kind.name: kind for kind in (ACTOR, ORGANISATION, RELATION)}


class RegistersView(PaneView):
    """One register at a time, made when first asked for."""

    name = "register"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._registers: dict[str, Register] = {}
        self._stack = QStackedWidget(self)
        choices = [(name, _(kind.plural)) for name, kind in KINDS.items()]
        self.switch = Segments(choices, ACTOR.name, self)
        self.switch.setAccessibleName(_("Registers"))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_chosen)
        self.register(ACTOR)

    @property
    def kind(self) -> RecordType:
        """The kind whose register is open."""
        return KINDS[self.switch.current]

    @property
    def current(self) -> Register:
        """The register that is open."""
        return self.register(self.kind)

    def register(self, kind: RecordType) -> Register:
        """Open the register of a kind and return it."""
        register = self._registers.get(kind.name) or self._make(kind)
        if self._stack.currentWidget() is not register or self.kind is not kind:
            self._stack.setCurrentWidget(register)
            self.switch.set_current(kind.name)
        return register

    @property
    @override
    def status(self) -> str:
        return self.current.status

    @override
    def offered(self) -> Sequence[QAction]:
        return self.current.offered_actions()

    @override
    def add_record(self) -> bool:
        self.current.add_record()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type not in KINDS:
            return False
        self._on_chosen(record_type)
        self.current.reveal(key)
        return True

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"kind": self.kind.name, "register": dict(self.current.state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name, kept = str(state.get("kind", "")), state.get("register")
        if name not in KINDS:
            return
        self._on_chosen(name)
        if isinstance(kept, Mapping):
            self.current.restore(kept)

    def _make(self, kind: RecordType) -> Register:
        register = Register(self.context, kind, self._stack)
        self._stack.addWidget(register)
        self._hearing.hear(kind.name, register.selected, register.status_changed)
        self._registers[kind.name] = register
        return register

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._hearing.turn_to(name, self.register(KINDS[name]).status)
