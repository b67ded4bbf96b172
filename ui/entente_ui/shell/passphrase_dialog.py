"""Changing the passphrase of the open mission."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from entente.i18n import _, pgettext
from entente_ui.kit import PlainLabel
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.protection import ProtectionField
from entente_ui.shell.secret import SecretField


class PassphraseDialog(FormDialog):
    """Asks for the old passphrase and a new one."""

    def __init__(
        self,
        change: Callable[[str | None, str | None], object],
        parent: QWidget | None = None,
        *,
        ask_old: bool,
    ) -> None:
        """Make the dialog.

        Args:
            change: Called with the old passphrase, None if it was not asked for, and the new
                one, None for none; whoever is called closes the dialog.
            parent: The window.
            ask_old: Whether the old one must be proved.
        """
        verb = pgettext("button", "Change")
        super().__init__(_("Change the passphrase"), verb, self._confirm, parent)
        self._change = change
        self._old: SecretField | None = None
        if ask_old:
            self._old = SecretField(self, name=_("Passphrase until now"))
            add_field(self.body, _("Passphrase until now"), self._old)
            self.body.addSpacing(8)
        self._protection = ProtectionField(self)
        self.body.addWidget(self._protection)
        self._protection.changed.connect(lambda: self.say(""))
        told = _("Copies and backups made so far keep the passphrase they have.")
        self.body.addWidget(PlainLabel(told, "small", self, wrap=True))
        (self._old or self._protection.first).setFocus()

    def _confirm(self) -> None:
        if fault := self._protection.fault():
            self.say(fault)
            return
        old = None if self._old is None else self._old.text()
        self._change(old, self._protection.passphrase)
