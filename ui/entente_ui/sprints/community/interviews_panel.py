"""The interviews held: with whom, by which guide, and how many quotes they gave."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.working_group import INTERVIEW_GUIDE
from entente.i18n import N_, _
from entente.services.quotes import Heard, Interview
from entente_ui.formats import listing, long_date, number
from entente_ui.kit import (
    EmptyState,
    Menu,
    PrimaryButton,
    dress_table,
    make_action,
    select_rows,
    spaced,
    tooltip_html,
)
from entente_ui.kit.rows import Index, KeyedTable
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.registers.picking import pick_beside
from entente_ui.sprints.community.guides import print_guide
from entente_ui.sprints.community.quote_deeds import QuoteDeeds

#: Px at 100 %.
_WIDTHS: Final = (130, 260, 220, 160, 80)
_TEXTS: Final[Sequence[Callable[[Interview], str]]] = (
    lambda row: long_date(row.held_on),
    lambda row: f"{row.ref} {row.subject}",
    lambda row: listing(row.people),
    lambda row: row.guide,
    lambda row: number(row.quotes) if row.quotes else "",
)


class InterviewModel(KeyedTable[Interview]):
    """Lists interviews."""

    headers = (N_("Date"), INTERACTION.label, N_("With"), INTERVIEW_GUIDE.label, N_("Quotes"))

    @override
    def key_of(self, row: Interview) -> str:
        return row.id

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = _TEXTS[index.column()](self.row_at(index))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(text)
        return None


class InterviewsPanel(QWidget):
    """A table of the interviews, and the way to a new one.

    Attributes:
        model: The interviews.
        table: Shows them.

    Signals:
        selected: Emitted with a `Selection`, or None.
    """

    selected = Signal(object)

    def __init__(self, context: Context, deeds: QuoteDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        self.model = InterviewModel(self)
        self.table = QTableView(self)
        self._stack = QStackedWidget(self)
        self._new = PrimaryButton(_("New interview"), self.ask_guide, self, icon_name="plus")
        self._build()
        self.table.selectionModel().selectionChanged.connect(
            lambda *_rows: self.selected.emit(self.selection)
        )

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), 0, 8)
        bar.addWidget(self._new)
        bar.addStretch(1)
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(_("Interviews"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "actors",
                _("Nobody has been interviewed yet."),
                _("New interview"),
                self.ask_guide,
                self,
                hint=_("With whom, and by which guide; quotes are noted beside."),
            )
        )
        self._stack.addWidget(
            EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        )
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def selection(self) -> Selection | None:
        """The interviews selected."""
        rows = self.table.selectionModel().selectedRows()
        keys = tuple(self.model.row_at(index).id for index in rows)
        return Selection(INTERACTION, keys) if keys else None

    @property
    def guide(self) -> str:
        """Key of the guide of the interview selected, the first of several; empty for none."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0]).guide_id if rows else ""

    def make_menu(self) -> Menu:
        """Return what can be done with the interviews selected."""
        menu = Menu(_("Interviews"), self)
        inspect: Callable[[], object] = partial(focus_inspector, self.window())
        choices = [(_("Show in the inspector"), inspect, "layout-sidebar-right")]
        if self.guide and not self._context.document.is_presenting:
            out = partial(print_guide, self._context, self.guide)
            choices.append((_("Print the guide…"), out, "printer"))
        for words, command, icon_name in choices:
            menu.addAction(make_action(menu, words, command, icon_name))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        if self.selection is not None:
            self.make_menu().popup(self.table.viewport().mapToGlobal(at))

    def show_heard(self, heard: Heard) -> None:
        """Show the interviews."""
        is_written = not self._context.document.is_presenting
        self.model.show_rows(heard.interviews)
        self._new.setVisible(is_written and bool(heard.interviews))
        self._stack.setCurrentIndex(0 if heard.interviews else 2 - is_written)

    def ask_guide(self) -> None:
        """Ask by which guide, then with whom."""
        if self._context.document.is_presenting:
            return
        guides: Mapping[str, str] = self._context.document.labels(INTERVIEW_GUIDE)
        menu = Menu(_("Interview guide"), self)
        for key, name in guides.items():
            menu.addAction(make_action(menu, name, partial(self.ask_actor, key)))
        menu.addAction(make_action(menu, _("Without a guide"), lambda: self.ask_actor("")))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._beside().mapToGlobal(self._beside().rect().bottomLeft()))

    def ask_actor(self, guide: str) -> None:
        """Ask with whom an interview is held today."""
        beside = self._beside()
        pick_beside(
            self,
            QRect(beside.mapTo(self, beside.rect().topLeft()), beside.size()),
            _("Who is interviewed?"),
            PRESENCE.field("actor_id"),
            self._context.document.labels(ACTOR),
            lambda actor: self._begin(actor, guide),
        )

    def _begin(self, actor: str, guide: str) -> None:
        key = self._deeds.interview(actor, guide)
        row = self.model.row_of(key)
        if row >= 0:
            select_rows(self.table, [row])

    def _beside(self) -> QWidget:
        return self._new if self._new.isVisible() else self._stack

    def _fit(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, theme().px(width))
