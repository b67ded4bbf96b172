"""The register of the risks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.risk import RISK, impact_of, probability_of
from entente.i18n import _
from entente_ui.kit import LinkButton
from entente_ui.pane import Context
from entente_ui.registers import register_view
from entente_ui.registers.filters import OneOf


class RegisterView(register_view.RegisterView):
    """All risks as rows.

    Signals:
        sets_wanted: Emitted when risks of a starter set are to be added.
    """

    sets_wanted = Signal()

    name = "register"
    kind = RISK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register.invitation.add_button(
            LinkButton(_("Add from a starter set…"), self.sets_wanted.emit, self)
        )

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
