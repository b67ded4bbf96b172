"""Taking over a mission received from somebody else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente_ui.kit import ElidedLabel, PlainLabel
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.protection import ProtectionField
from entente_ui.shell.secret import SecretField


class ReceivedDialog(FormDialog):
    """Asks how the received file opens and how the new one is protected."""

    def __init__(
        self,
        source: Path,
        target: Path,
        take_over: Callable[[str, str | None], object],
        parent: QWidget | None = None,
        *,
        encrypted: bool,
    ) -> None:
        """Make the dialog.

        Args:
            source: The received file.
            target: The file its content goes to.
            take_over: Called with the passphrase of the one and of the other; whoever is
                called closes the dialog.
            parent: The window.
            encrypted: Whether the received file needs a passphrase.
        """
        title = _("A file received from somebody")
        super().__init__(title, _("Examine and open"), self._confirm, parent)
        self._take_over = take_over
        self.body.addWidget(ElidedLabel(source.name, "strong", self))
        told = _(
            "It is read without being trusted: each value is examined and copied into a "
            "new file of yours. The received file is left as it is."
        )
        self.body.addWidget(PlainLabel(told, "muted", self, wrap=True))
        self.body.addSpacing(6)
        self._secret: SecretField | None = None
        if encrypted:
            self._secret = SecretField(self, name=_("Passphrase of the received file"))
            add_field(self.body, _("Passphrase of the received file"), self._secret)
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(_("The new file"), "small-strong", self))
        self.body.addWidget(ElidedLabel(str(target), "small", self))
        self._protection = ProtectionField(self)
        self.body.addWidget(self._protection)
        self._protection.changed.connect(lambda: self.say(""))
        (self._secret or self._protection.first).setFocus()

    def _confirm(self) -> None:
        if fault := self._protection.fault():
            self.say(fault)
            return
        secret = "" if self._secret is None else self._secret.text()
        self._take_over(secret, self._protection.passphrase)
