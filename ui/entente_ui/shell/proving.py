"""Asking whoever sits there to prove to be the mediator: others had the screen meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from entente.i18n import _
from entente_ui.kit import PlainLabel, ask
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.secret import SecretField

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile


class ProofDialog(FormDialog):
    """Asks for the passphrase of the open mission."""

    def __init__(self, file: "MissionFile", parent: QWidget | None = None) -> None:
        super().__init__(_("Are you the mediator?"), _("Continue"), self._confirm, parent)
        self._file = file
        told = _("Others had this screen. The passphrase of the mission gives it back.")
        self.body.addWidget(PlainLabel(told, "body", self, wrap=True))
        self.secret = SecretField(self)
        add_field(self.body, _("Passphrase"), self.secret)
        self.secret.edited.connect(lambda _text: self.say(""))
        self.secret.setFocus()

    def _confirm(self) -> None:
        # It takes a second or two, so that trying many takes for ever.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            is_right = self._file.is_passphrase(self.secret.text())
        finally:
            QGuiApplication.restoreOverrideCursor()
        if is_right:
            self.accept()
        else:
            self.say(_("That is not the passphrase of this mission."))
            self.secret.select_all()


def proves(file: "MissionFile | None", parent: QWidget) -> bool:
    """Return whether whoever sits at a window is the mediator, as far as can be told.

    Args:
        file: The open mission; one that anybody can open is given back to anybody who asks.
        parent: The window.
    """
    if file is not None and file.encrypted:
        return ProofDialog(file, parent).exec() == QDialog.DialogCode.Accepted
    text = _("This mission has no passphrase: whoever goes on sees everything that is in it.")
    return ask(parent, _("Are you the mediator?"), text, _("Continue"))
