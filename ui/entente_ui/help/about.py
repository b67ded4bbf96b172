"""What this program is, and whose parts it is built of."""

from importlib.metadata import PackageNotFoundError, metadata
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from entente import __version__
from entente.i18n import _
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, sized, spaced
from entente_ui.kit.reading import last_line, reading_field

#: What is shipped with the program, by the names of the packages.
_PARTS: Final = (
    *("PySide6_Essentials", "SQLAlchemy", "alembic", "sqlcipher3", "argon2-cffi"),
    *("reportlab", "pypdf", "pypdfium2", "numpy", "pyqtgraph", "rustworkx"),
    *("python-calamine", "xlsxwriter", "vobject", "defusedxml", "babel"),
)

_LICENCES: Final = ("License-Expression", "License")


class AboutDialog(QDialog):
    """Version, licence and the parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Entente"))
        layout = spaced(QVBoxLayout(self), (24, 20, 24, 20), 10)
        layout.addWidget(PlainLabel("Entente", "display", self))
        layout.addWidget(PlainLabel(_("Version {number}").format(number=__version__), "strong"))
        told = PlainLabel(
            _(
                "The offline workbench of project mediators. It never connects to a network. "
                "Under the MIT licence; the parts below keep their own."
            ),
            "body",
            self,
            wrap=True,
        )
        sized(told, width=480)
        parts = reading_field(_parts(), _("Parts and their licences"), self, height=240)
        qt = SecondaryButton(_("About Qt"), QApplication.aboutQt, self)
        close = PrimaryButton(_("Close"), self.accept, self)
        layout.addWidget(told)
        layout.addWidget(parts)
        layout.addLayout(last_line(qt, close))


def _parts() -> str:
    own = (
        f"Qt {qVersion()} — LGPL-3.0",
        "Source Sans 3, Source Serif 4 — SIL Open Font License 1.1",
        "Tabler Icons — MIT",
    )
    return "\n".join((*own, *filter(None, map(_part, _PARTS))))


def _part(name: str) -> str:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    # The licence field of some packages holds the whole text: its first line names it.
    named = [told[field] for field in _LICENCES if field in told]
    licence = str(named[0]).strip() if named else ""
    first = licence.splitlines()[0][:60] if licence else ""
    return f"{told['Name']} {told['Version']}" + (f" — {first}" if first else "")
