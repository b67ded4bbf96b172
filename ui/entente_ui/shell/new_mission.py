"""Beginning a mission: its name, what it starts with, where it lies, how it is protected."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from entente.domain.text import safe_file_name
from entente.i18n import _
from entente.services.mission import TEMPLATES
from entente_ui.folders import documents_folder
from entente_ui.kit import ElidedLabel, PlainLabel, SecondaryButton, spaced
from entente_ui.shell.choose import forget_folders, free_name
from entente_ui.shell.filemaking import Plan
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.protection import ProtectionField


class NewMissionDialog(FormDialog):
    """Asks for what a new mission needs."""

    def __init__(self, make: Callable[[Plan], object], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            make: Called with the plan; whoever is called closes the dialog.
            parent: The window.
        """
        super().__init__(_("New mission"), _("Create"), self._confirm, parent)
        self._make = make
        self._folder = documents_folder()
        self._name = QLineEdit(self)
        self._name.setPlaceholderText(_("e.g. Merger of the two clinics"))
        add_field(self.body, _("Name of the mission"), self._name)
        self._organisation = QLineEdit(self)
        add_field(self.body, _("Client organisation"), self._organisation)
        self.body.addSpacing(8)
        self.body.addWidget(PlainLabel(_("Begin with"), "small-strong", self))
        self._templates = self._add_templates()
        self.body.addSpacing(8)
        self.body.addWidget(PlainLabel(_("Where the file goes"), "small-strong", self))
        self._place = ElidedLabel("", "body", self, mode=Qt.TextElideMode.ElideMiddle)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self._place, 1)
        row.addWidget(SecondaryButton(_("Another folder…"), self._choose_folder, self))
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.protection = ProtectionField(self)
        self.body.addWidget(self.protection)
        self._name.textChanged.connect(self._show_place)
        for corrected in (self._name.textChanged, self.protection.changed):
            corrected.connect(lambda: self.say(""))
        self._show_place()
        self._name.setFocus()

    @property
    def path(self) -> Path:
        """Where the file goes."""
        stem = safe_file_name(self._name.text()) if self._name.text().strip() else "Mission"
        return free_name(self._folder, stem)

    def _add_templates(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, template in enumerate(TEMPLATES):
            button = QRadioButton(_(template.label), self)
            told = _(template.description)
            button.setAccessibleDescription(told)
            group.addButton(button, number)
            words = spaced(QVBoxLayout(), (26, 0, 0, 0), 0)
            words.addWidget(PlainLabel(told, "small", self, wrap=True))
            choice = spaced(QVBoxLayout(), 0, 0)
            choice.addWidget(button)
            choice.addLayout(words)
            self.body.addLayout(choice)
        group.button(0).setChecked(True)
        return group

    def _show_place(self) -> None:
        self._place.setText(str(self.path))

    def _choose_folder(self) -> None:
        told = QFileDialog.getExistingDirectory(self, _("Where the file goes"), str(self._folder))
        forget_folders()
        if told:
            self._folder = Path(told)
            self._show_place()

    def _confirm(self) -> None:
        name = self._name.text().strip()
        if not name:
            self.say(_("Give the mission a name; it can be changed at any time."))
            self._name.setFocus()
            return
        if fault := self.protection.fault():
            self.say(fault)
            self.protection.first.select_all()
            return
        values = {"name": name, "organisation": self._organisation.text().strip()}
        template = TEMPLATES[max(0, self._templates.checkedId())]
        self._make(Plan(self.path, self.protection.passphrase, values, template))
