"""Choosing how a mission is protected: a passphrase, or deliberately none."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from entente.i18n import N_, _
from entente.store.passphrase import Strength, strength, suggest
from entente_ui.kit import LinkButton, Pill, PlainLabel, spaced
from entente_ui.shell.secret import SecretField

_STRENGTHS: Final = {
    Strength.WEAK: (N_("easy to guess"), "critical"),
    Strength.FAIR: (N_("fair"), "caution"),
    Strength.STRONG: (N_("strong"), "good"),
}


class ProtectionField(QWidget):
    """Two ways; the safe one is the default, the other says what it means.

    Signals:
        changed: Emitted when another way is chosen or a passphrase edited.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._protect = QRadioButton(_("Protect it with a passphrase (recommended)"), self)
        self._leave_open = QRadioButton(_("Do not protect it"), self)
        ways = QButtonGroup(self)
        ways.addButton(self._protect)
        ways.addButton(self._leave_open)
        self._protect.setChecked(True)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(self._protect)
        layout.addWidget(self._make_secrets())
        layout.addWidget(self._leave_open)
        self._consequence = PlainLabel(
            _("Anybody who finds this file, on a stick or in a backup, can read all of it."),
            "error",
            self,
            wrap=True,
        )
        layout.addWidget(self._consequence)
        self._protect.toggled.connect(self._show_way)
        self._protect.toggled.connect(self.changed)
        self._show_way()
        self._show_strength("")

    def _make_secrets(self) -> QWidget:
        self._secrets = QWidget(self)
        layout = spaced(QVBoxLayout(self._secrets), (26, 0, 0, 4), 4)
        self.first = SecretField(self._secrets)
        self.second = SecretField(self._secrets, name=_("Passphrase, once more"))
        for label, field in (
            (_("Passphrase"), self.first),
            (_("Once more"), self.second),
        ):
            name = PlainLabel(label, "field", self._secrets)
            name.setBuddy(field)
            layout.addWidget(name)
            layout.addWidget(field)
        row = spaced(QHBoxLayout(), 0, 8)
        self._strength = Pill("", "neutral", self._secrets)
        row.addWidget(self._strength)
        row.addStretch(1)
        row.addWidget(LinkButton(_("Suggest one"), self._suggest, self._secrets))
        layout.addLayout(row)
        layout.addWidget(
            PlainLabel(
                _("Without passphrase and recovery sheet nobody can open the file, not even us."),
                "small",
                self._secrets,
                wrap=True,
            )
        )
        self.first.edited.connect(self._show_strength)
        for field in (self.first, self.second):
            field.edited.connect(self.changed)
        return self._secrets

    @property
    def passphrase(self) -> str | None:
        """What protects the file; None to leave it readable by anybody."""
        return self.first.text() if self._protect.isChecked() else None

    def fault(self) -> str:
        """Return what is wrong with the choice, in one sentence; nothing if it is sound."""
        if not self._protect.isChecked():
            return ""
        if not self.first.text().strip():
            return _("Type a passphrase, or choose deliberately to have none.")
        if self.first.text() != self.second.text():
            return _("The two passphrases differ: type the same one twice.")
        return ""

    def _suggest(self) -> None:
        phrase = suggest()
        self.first.set_text(phrase, shown=True)
        self.second.set_text(phrase, shown=True)

    def _show_way(self) -> None:
        self._secrets.setVisible(self._protect.isChecked())
        self._consequence.setVisible(not self._protect.isChecked())

    def _show_strength(self, text: str) -> None:
        self._strength.setVisible(bool(text))
        words, role = _STRENGTHS[strength(text)]
        self._strength.setText(_(words))
        self._strength.set_role(role)
