"""What can be done from every view of the risks: by the menu beside the title, or the palette."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from entente.i18n import _
from entente_ui.kit import Menu, make_action
from entente_ui.risks.views import BOWTIE, SCALES


class More(QObject):
    """The commands that belong to no view alone.

    Signals:
        wanted: Emitted with the name of a view to go to and what it is to show.
        sets_wanted: Emitted when risks of a starter set are to be added.
        print_wanted: Emitted when the register is to be printed.
    """

    wanted = Signal(str, object)
    sets_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self, chosen: Callable[[], str], is_locked: Callable[[], bool], parent: QObject
    ) -> None:
        """Make them.

        Args:
            chosen: Returns the key of the risk that is selected, or nothing.
            is_locked: Returns whether nothing may be written.
            parent: Their owner.
        """
        super().__init__(parent)
        self._chosen = chosen
        self._is_locked = is_locked

    def actions(self, owner: QObject) -> Sequence[QAction]:
        """Return what can be done now."""
        key = self._chosen()
        bowtie = make_action(
            owner, _("Show as a bow-tie"), lambda: self.wanted.emit(BOWTIE, key), "affiliate"
        )
        sets = make_action(owner, _("Add from a starter set…"), self.sets_wanted.emit, "list")
        sets.setEnabled(not self._is_locked())
        scales = make_action(
            owner, _("Scales"), lambda: self.wanted.emit(SCALES, None), "adjustments"
        )
        printing = make_action(owner, _("Print the register"), self.print_wanted.emit, "printer")
        return (bowtie, sets, scales, printing)

    def pop_up(self, button: QToolButton) -> None:
        """Show them below a button."""
        menu = Menu("", button)
        menu.addActions(list(self.actions(menu)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
