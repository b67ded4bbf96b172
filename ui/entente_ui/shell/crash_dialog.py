"""The dialog that owns up to a fault of the program."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, sized, spaced
from entente_ui.kit.reading import last_line, reading_field


class CrashDialog(QDialog):
    """Shows a report that can be copied and sent by hand; nothing is sent by itself."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Unexpected error"))
        self._report = report
        layout = spaced(QVBoxLayout(self), (24, 20, 24, 20), 12)
        title = PlainLabel(_("Entente made a mistake"), "heading", self)
        text = PlainLabel(
            _(
                "Everything saved so far is on the disk. You can go on; if something looks "
                "odd, close the mission and open it again. The report below holds no word "
                "of the mission: copy it and send it to whoever looks after the program."
            ),
            "body",
            self,
            wrap=True,
        )
        sized(text, width=560)
        details = reading_field(report, _("Report"), self, height=220)
        copy = SecondaryButton(_("Copy the report"), self._copy, self)
        go_on = PrimaryButton(_("Go on"), self.accept, self)
        for widget in (title, text, details):
            layout.addWidget(widget)
        layout.addLayout(last_line(copy, go_on))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
