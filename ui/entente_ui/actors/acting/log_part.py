"""The log: one line to note an interaction, all of them, and where the time went."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.interaction import INTERACTION
from entente.i18n import _
from entente.services import attitudes, interactions
from entente_ui.actors.acting.log_list import LogList
from entente_ui.actors.acting.part import Part
from entente_ui.actors.acting.quick_line import QuickLine
from entente_ui.actors.acting.time_panel import TimePanel
from entente_ui.kit import LinkButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers.register import Register

_PANEL: Final = 300
#: Px at 100 % below which the register needs the whole width.
_NARROW: Final = 900
_UNBOUND: Final = 16_777_215


class LogPart(Part):
    """Calls, meetings, coffees.

    Attributes:
        quick: The line.
        log: All interactions, the latest first.
        time: Where the time went.
    """

    name = "log"
    tables = frozenset({"interaction", "presence", "actor", "actor_rating"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.quick = QuickLine(context.document, self)
        self.log = LogList(context, self)
        self._registers: list[Register] = []
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.log)
        self._turn = LinkButton("", self._turn_over, self)
        self._turn_time = LinkButton(_("Time given"), self._show_time, self)
        self._turn_time.setCheckable(True)
        self.time = TimePanel(self)
        self._is_private = False
        left = spaced(QVBoxLayout(), 0, 4)
        top = spaced(QHBoxLayout(), 0, 8)
        top.addWidget(self.quick, 1)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        top.addWidget(self._turn_time, 0, corner)
        top.addWidget(self._turn, 0, corner)
        left.addLayout(top)
        below = spaced(QHBoxLayout(), 0, 12)
        below.addWidget(self._pages, 1)
        below.addWidget(self.time)
        left.addLayout(below, 1)
        self.setLayout(left)
        self.quick.added.connect(lambda: context.toast(_("Noted."), True))
        self.log.selected.connect(self.selected)
        self.log.line_wanted.connect(lambda: self.begin(""))
        self._name_turn()

    @property
    @override
    def status(self) -> str:
        return self.register.status if self._is_turned else self.log.status

    @property
    def register(self) -> Register:
        """The register of the interactions, made when first asked for."""
        if not self._registers:
            register = Register(self.context, INTERACTION, self._pages)
            self._pages.addWidget(register)
            register.selected.connect(self.selected)
            register.status_changed.connect(self.status_changed)
            self._registers.append(register)
        return self._registers[0]

    @property
    def _is_turned(self) -> bool:
        """Whether the register is shown in place of the log."""
        return self._pages.currentIndex() > 0

    def begin(self, line: str) -> None:
        """Put the cursor into the line, behind what is already known."""
        if self.quick.isVisibleTo(self):
            self.quick.begin(line)

    @override
    def show_wanted(self, wanted: object) -> None:
        self.begin(str(wanted))

    @override
    def refresh(self) -> None:
        document = self.context.document
        self._is_private = document.is_presenting
        self.quick.setVisible(not self._is_private and not self.is_past)
        self._fit()
        entries = document.read(partial(interactions.log, audience=document.viewer, on=self.on))
        self.log.show_entries(entries, writing=not self._is_private and not self.is_past)
        if self._is_private:
            self.time.show_time({}, ())
            return
        shares = document.read(partial(attitudes.read, on=self.on)).time
        people = document.read(partial(interactions.time_by_actor, on=self.on))
        self.time.show_time(shares, people)

    @override
    def offered(self) -> Sequence[QAction]:
        return self.register.offered_actions() if self._is_turned else (self.log.remove,)

    @override
    def add_record(self) -> bool:
        if self._is_turned or not self.quick.isVisibleTo(self):
            self.register.add_record()
        else:
            self.begin("")
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != INTERACTION.name:
            return False
        self.read_now()
        if self._is_turned:
            self.register.reveal(key)
        else:
            self.log.reveal(key)
        return True

    @override
    def focus_filter(self) -> None:
        if self._is_turned:
            self.register.focus_filter()
        else:
            self.log.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _turn_over(self) -> None:
        """Show the register in place of the log, or the log again."""
        self._pages.setCurrentWidget(self.log if self._is_turned else self.register)
        self._name_turn()
        self.status_changed.emit(self.status)

    def _name_turn(self) -> None:
        self._turn.setText(_("As a log") if self._is_turned else _("As a register"))

    @Slot()
    def _show_time(self) -> None:
        """Show where the time went in place of the log, where there is no room for both."""
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() > theme().px(_NARROW)
        instead = not is_wide and self._turn_time.isChecked()
        self._turn_time.setVisible(not is_wide and not self._is_private)
        self.time.setVisible(not self._is_private and (is_wide or instead))
        self._pages.setVisible(self._is_private or not instead)
        self.time.setMinimumWidth(theme().px(_PANEL))
        self.time.setMaximumWidth(theme().px(_PANEL) if is_wide else _UNBOUND)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
