"""The library of activities: a list, and beside it the one that is selected."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.relation import RELATION
from entente.domain.review import APPRAISAL
from entente.i18n import _
from entente.services.activity_worth import worths
from entente.store.journal import ChangeSet
from entente_ui.kit import FlowLayout, Panel, SecondaryButton, make_action, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.activities import deeds
from entente_ui.sprints.activities.detail import ActivityDetail
from entente_ui.sprints.activities.register import ActivityRegister

if TYPE_CHECKING:
    from entente.domain.worth import Worth

#: Px at 100 % of width below which the activity stands under the list.
_NARROW: Final = 640
#: Px at 100 %: how high a button is.
_LINE: Final = 34
#: Px at 100 % of height up to which a list alone has room.
_LOW: Final = 420


class LibraryPage(ReadingView):
    """All kinds of activities.

    Attributes:
        register: The list.
        detail: The one that is selected.
        aside: Ticked while those set aside are shown as well.
    """

    name = "library"
    tables = frozenset(
        {
            *(ACTIVITY_TYPE.name, BACKLOG_ITEM.name, APPRAISAL.name),
            *(INTERACTION.name, PRESENCE.name, RELATION.rating_name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._used: Mapping[str, int] = {}
        self._worths: Mapping[str, Worth] = {}
        self.register = ActivityRegister(context, self)
        self.detail = ActivityDetail(context, self)
        self.aside = QCheckBox(_("Show what is set aside"), self)
        self._side = Panel("surface", "left", self)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._more = QWidget(self)
        self._build()
        self.aside.toggled.connect(self._hide_aside)
        self.register.cleared.connect(lambda: self.aside.setChecked(True))
        # Connected after the register, which has the new rows by then.
        context.document.changed.connect(self._on_rows)
        self.register.selected.connect(self._show_selected)
        self.register.selected.connect(self.selected)
        self.register.status_changed.connect(self.status_changed)

    @property
    @override
    def status(self) -> str:
        return self.register.status

    @override
    def refresh(self) -> None:
        document = self.context.document
        self._used = deeds.uses(document)
        self._worths = document.read(lambda session: worths(session, document.viewer))
        self._hide_aside()
        self._show_selected()

    @override
    def offered(self) -> Sequence[QAction]:
        return [
            *self.register.offered_actions(),
            make_action(self, _("Load from the library…"), self.register.choose, "book"),
            make_action(self, _("Print the cards…"), self.register.print_cards, "printer"),
        ]

    @override
    def add_record(self) -> bool:
        self.register.add_record()
        return True

    @override
    def focus_filter(self) -> None:
        self.register.focus_filter()

    @override
    def print_out(self) -> None:
        self.register.print_cards()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != ACTIVITY_TYPE.name:
            return False
        self.register.reveal(key)
        return True

    @override
    def state(self) -> Mapping[str, Any]:
        return {"aside": self.aside.isChecked(), "register": dict(self.register.state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.aside.setChecked(state.get("aside") is True)
        kept = state.get("register")
        if isinstance(kept, Mapping):
            self.register.restore(kept)

    def _build(self) -> None:
        flow = spaced(FlowLayout(self._more), 0, 8)
        self._load = SecondaryButton(_("Load from the library…"), self.register.choose, self)
        flow.addWidget(self._load)
        flow.addWidget(SecondaryButton(_("Print the cards…"), self.register.print_cards, self))
        # As high as the buttons it stands in line with.
        sized(self.aside, height=_LINE)
        flow.addWidget(self.aside)
        self.register.commands.writing_allowed.connect(self._load.setEnabled)
        left = spaced(QVBoxLayout(), 0, 4)
        left.addWidget(self._more)
        left.addWidget(self.register, 1)
        spaced(QVBoxLayout(self._side), 0, 0).addWidget(self.detail)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.addLayout(left, 3)
        self._across.addWidget(self._side, 2)
        spaced(QVBoxLayout(self), 0, 0).addLayout(self._across)

    @Slot(object)
    def _on_rows(self, change_set: ChangeSet) -> None:
        if ACTIVITY_TYPE.name in change_set.tables:
            # A register leaves in its place what was changed: let it look at all rows anew.
            self.register.show_aside(on=True)
            self._hide_aside()

    @Slot()
    def _hide_aside(self) -> None:
        rows = self.context.document.table(ACTIVITY_TYPE).dicts()
        some = any(row["set_aside"] for row in rows)
        self.aside.setVisible(some)
        self.register.show_aside(on=self.aside.isChecked() or not some)
        self._more.setVisible(bool(rows))
        self._place()

    @Slot()
    def _show_selected(self) -> None:
        rows = self.register.chosen
        row = rows[0] if len(rows) == 1 else None
        key = row["id"] if row else ""
        self.detail.show_activity(row, self._used.get(key, 0), self._worths.get(key))

    def _place(self) -> None:
        """Put the activity beside the list, under it, or nowhere where there is no room."""
        px = theme().px
        is_narrow = self.width() < px(_NARROW)
        way = QBoxLayout.Direction
        self._across.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        has_rows = not self._more.isHidden()
        self._side.setVisible(has_rows and not (is_narrow and self.height() < px(_LOW)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
