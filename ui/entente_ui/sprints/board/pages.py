"""What the tab of the board shows: cards in columns, a list, or an invitation to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from entente.domain.backlog import BACKLOG_ITEM
from entente.i18n import _
from entente_ui.kit import EmptyState, LinkButton
from entente_ui.pane import Context
from entente_ui.registers.register import Register


class Pages(QStackedWidget):
    """One page at a time.

    Attributes:
        empty: Invites to write the first card.

    Signals:
        begun: Emitted when the first card is to be written.
        import_wanted: Emitted when cards are to come from a file.
        picked: Emitted when other rows of the list are selected.
        counted: Emitted when the list says something else of how many there are.
    """

    begun = Signal()
    import_wanted = Signal()
    picked = Signal()
    counted = Signal()

    def __init__(self, context: Context, cards: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._cards = context, cards
        self._rows: Register | None = None
        self.empty = EmptyState(
            "welcome",
            _("The backlog is empty."),
            _("Write the first card"),
            self.begun.emit,
            self,
            hint=_("One line is enough: Prepare the workshop !2 @A02 #acceptance"),
        )
        wanted = LinkButton(_("Import a list…"), self.import_wanted.emit, self.empty)
        self.empty.add_button(wanted)
        self._private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (cards, self.empty, self._private):
            self.addWidget(page)

    def rows(self) -> Register:
        """Return the list; made the first time."""
        if self._rows is None:
            rows = self._rows = Register(self._context, BACKLOG_ITEM, self)
            rows.selected.connect(lambda _chosen: self.picked.emit())
            rows.status_changed.connect(lambda _text: self.counted.emit())
            self.addWidget(rows)
        return self._rows

    def show_cards(self, *, has_cards: bool, is_presenting: bool) -> None:
        """Show the cards, or what stands in their place while there are none to be seen."""
        nothing = self._private if is_presenting else self.empty
        self.setCurrentWidget(self._cards if has_cards else nothing)
