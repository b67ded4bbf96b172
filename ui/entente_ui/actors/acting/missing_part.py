"""What is not known yet, or was known too long ago: each line leads to its record."""

from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, ngettext
from entente.services import missing
from entente.services.missing import LACK_LABELS, STALE_DAYS, Lack, Missing
from entente_ui.actors.acting.part import Part
from entente_ui.formats import number
from entente_ui.kit import EmptyState, NumberField, PlainLabel, dress_list, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection

_ITEM: Final = Qt.ItemDataRole.UserRole
_SETTING: Final = "actors/stale-days"
_DAYS_MAX: Final = 3650
#: Longer kinds are folded until somebody opens them.
_OPEN_MAX: Final = 15


class MissingPart(Part):
    """The short list of things to find out.

    Attributes:
        tree: What is wanting, kind by kind.
        days: After how many days a rating is worth another look.
    """

    name = "missing"
    tables = frozenset(
        {"actor", "actor_rating", "relation", "relation_rating", "common_cause", "organisation"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tree = QTreeWidget(self)
        self.days = NumberField(_("Days"), self, minimum=1, maximum=_DAYS_MAX)
        self._found: tuple[Missing, ...] = ()
        self._stack = QStackedWidget(self)
        self._build()
        self.tree.itemSelectionChanged.connect(self._tell)
        self.tree.itemActivated.connect(self._go)
        self.days.value_changed.connect(self._on_days)
        theme().changed.connect(self.expire)

    @property
    @override
    def status(self) -> str:
        count = len(self._found)
        said = ngettext("{count} thing to find out", "{count} things to find out", count)
        return said.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.is_presenting:
            self._found = ()
            self.tree.clear()
            self._stack.setCurrentIndex(2)
            return
        days = int(self.days.value or STALE_DAYS)
        self._found = document.read(partial(missing.missing, stale_days=days, on=self.on))
        self._fill()
        self._stack.setCurrentIndex(0 if self._found else 1)

    @override
    def focus_filter(self) -> None:
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(PlainLabel(_("Worth another look after"), "muted", self))
        sized(self.days, width=88)
        kept = str(self.context.settings.value(_SETTING, STALE_DAYS))
        self.days.set_value(int(kept) if kept.isdigit() else STALE_DAYS)
        row.addWidget(self.days)
        row.addWidget(PlainLabel(_("days"), "muted", self))
        row.addStretch(1)
        dress_list(self.tree)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(True)
        self.tree.setAccessibleName(_("To complete"))
        self._stack.addWidget(self.tree)
        self._stack.addWidget(
            EmptyState(
                "found-nothing",
                _("Nothing is wanting: everybody is rated, placed and tied."),
                parent=self,
            )
        )
        self._stack.addWidget(EmptyState("actors", _("Hidden during a presentation."), parent=self))
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)

    def _fill(self) -> None:
        groups = map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
        opened = {each.data(0, _ITEM): each.isExpanded() for each in groups if each}
        self.tree.clear()
        for lack, found in groupby(self._found, attrgetter("lack")):
            items = list(found)
            # The list is short at first sight; a long kind is opened by whoever wants it.
            is_open = opened.get(lack, len(items) <= _OPEN_MAX)
            self._add_group(lack, items, is_open=is_open)
        self.tree.setColumnWidth(0, theme().px(420))

    def _add_group(self, lack: Lack, items: list[Missing], *, is_open: bool) -> None:
        words = _("{label} ({count})").format(label=_(LACK_LABELS[lack]), count=number(len(items)))
        group = QTreeWidgetItem([words])
        group.setData(0, _ITEM, lack)
        group.setFont(0, theme().font("strong"))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for item in items:
            child = QTreeWidgetItem([f"{item.ref}  {item.name}", self._since(item)])
            child.setData(0, _ITEM, item)
            child.setForeground(1, theme().colour("muted"))
            group.addChild(child)
        group.setExpanded(is_open)

    @staticmethod
    def _since(item: Missing) -> str:
        if item.days is None:
            return ""
        said = ngettext("{count} day ago", "{count} days ago", item.days)
        return said.format(count=number(item.days))

    @Slot()
    def _tell(self) -> None:
        chosen = [each.data(0, _ITEM) for each in self.tree.selectedItems()]
        item = next((each for each in chosen if isinstance(each, Missing)), None)
        kind = RECORD_TYPES[item.table] if item else None
        self.selected.emit(Selection(kind, (item.key,)) if item and kind else None)

    @Slot(QTreeWidgetItem, int)
    def _go(self, chosen: QTreeWidgetItem, _column: int) -> None:
        """Go to the record a line is about."""
        item = chosen.data(0, _ITEM)
        if isinstance(item, Missing):
            self.context.reveal(item.table, item.key)

    @Slot(object)
    def _on_days(self, days: float | None) -> None:
        self.context.settings.setValue(_SETTING, int(days or STALE_DAYS))
        self.refresh()
        self.status_changed.emit(self.status)
