"""Shows the recovery sheet, has it printed, and has it typed back."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from entente.errors import EntenteError
from entente.i18n import _
from entente_ui.folders import documents_folder
from entente_ui.kit import Card, Pill, PlainLabel, SecondaryButton, spaced
from entente_ui.look.icons import IconName
from entente_ui.look.theme import theme
from entente_ui.shell import recovery
from entente_ui.shell.choose import pdf_to_write
from entente_ui.shell.form import FormDialog, add_field
from entente_ui.shell.trouble import sentence

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile


class RecoveryDialog(FormDialog):
    """The sheet of one mission; it counts as kept once it has been typed back."""

    def __init__(self, file: "MissionFile", name: str, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            file: The open mission.
            name: What it is called.
            parent: The window.
        """
        super().__init__(_("Recovery sheet"), _("Done"), self.accept, parent)
        self._file = file
        self._name = name
        self._text = file.recovery_text()
        told = _(
            "If the passphrase is lost, only this sheet opens the mission. Print it, keep it "
            "away from the computer, and type it back once to be sure it can be read."
        )
        self.body.addWidget(PlainLabel(told, "body", self, wrap=True))
        self.body.addWidget(self._code())
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(SecondaryButton(_("Print…"), self._print, self, icon_name=IconName.PRINTER))
        row.addWidget(
            SecondaryButton(_("Save as PDF…"), self._save, self, icon_name=IconName.DOWNLOAD)
        )
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self._typed = QLineEdit(self)
        add_field(self.body, _("Type it back from the sheet"), self._typed)
        self._right = Pill(_("It opens this mission"), "good", self)
        self._right.hide()
        self.body.addWidget(self._right)
        self.cancel.setText(_("Later"))
        self.action.setEnabled(False)
        self._typed.textChanged.connect(self._compare)
        self._typed.setFocus()

    def _code(self) -> QWidget:
        card = Card("", self)
        words = PlainLabel(recovery.in_lines(self._text), "strong", card)
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        points = theme().font("section").pointSizeF()
        # A font that is merely set yields to the style sheet of the program.
        words.setStyleSheet(f'font: 600 {points}pt "{family}";')
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setAccessibleName(_("Text of the recovery sheet"))
        card.body.addWidget(words)
        return card

    def _compare(self, typed: str) -> None:
        right = self._file.is_recovery(typed)
        self._right.setVisible(right)
        self.action.setEnabled(right)

    def _save(self) -> None:
        from entente.store import disk  # noqa: PLC0415  # after the first paint

        proposed = documents_folder() / (_("Recovery sheet") + ".pdf")
        target = pdf_to_write(self, _("Save the recovery sheet"), proposed)
        if target is None:
            return
        sheet = recovery.as_pdf(self._name, self._text, datetime.now().astimezone().date())
        try:
            with disk.written(target, overwrite=True) as part:
                part.write_bytes(sheet)
        except EntenteError as error:
            self.say(sentence(error))
        else:
            self.say(_("Sheet saved: {name}").format(name=target.name), good=True)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # on demand

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Recovery sheet"))
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            recovery.draw(printer, self._name, self._text, datetime.now().astimezone().date())
