"""The register of the risks."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.risk import RISK, impact_of, probability_of
from entente.i18n import _
from entente_ui.kit import LinkButton, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import PaneView
from entente_ui.registers.filters import OneOf
from entente_ui.registers.register import Register


class RegisterView(PaneView):
    """All risks as rows.

    Attributes:
        register: The list.

    Signals:
        sets_wanted: Emitted when risks of a starter set are to be added.
    """

    sets_wanted = Signal()

    name = "register"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register = Register(context, RISK, self)
        self.register.invitation.add_button(
            LinkButton(_("Add from a starter set…"), self.sets_wanted.emit, self)
        )
        spaced(QVBoxLayout(self), (0, 4, 0, 0), 0).addWidget(self.register)
        self.register.selected.connect(self.selected)
        self.register.status_changed.connect(self.status_changed)

    @property
    @override
    def status(self) -> str:
        return self.register.status

    @override
    def offered(self) -> Sequence[QAction]:
        return self.register.offered_actions()

    @override
    def add_record(self) -> bool:
        self.register.add_record()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != RISK.name:
            return False
        self.register.reveal(key)
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        match wanted:
            case "add":
                self.register.add_record()
            case "import":
                self.register.import_file()
            case (str(key),):
                self.register.reveal(key)
            case (str(reading), (int(probability), int(impact))):
                self.register.clear_filter()
                for name, step in (
                    (probability_of(reading), probability),
                    (impact_of(reading), impact),
                ):
                    self.register.set_condition(name, OneOf(frozenset({step})))

    @override
    def focus_filter(self) -> None:
        self.register.focus_filter()

    @override
    def state(self) -> Mapping[str, Any]:
        return self.register.state()

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.register.restore(state)
