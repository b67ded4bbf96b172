"""The steps of a mission under their stages, to be ticked, ordered and tied to records."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from entente.domain.engagement import CHECK_ITEM
from entente.i18n import _
from entente.services.stages import LINKS, Checklist, Stage, Step
from entente_ui.checklists.words import link_words, progress_words, spoken, stage_words
from entente_ui.drag import RECORDS_MIME, dragged_records, pack_records
from entente_ui.formats import long_date
from entente_ui.kit import dress_list, level_word, tooltip_html
from entente_ui.look.theme import theme

_TITLE, _DAY, _LINK = range(3)
#: What an item stands for: a `Step`, or the name of a stage.
_OF: Final = Qt.ItemDataRole.UserRole
#: Px at 100 %, and which part of the width at most.
_WIDTHS: Final = {_DAY: (180, 0.28), _LINK: (300, 0.32)}
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class StepTree(QTreeWidget):
    """Stages from above, the steps of each below it.

    Signals:
        chosen: Emitted when other steps are selected.
        ticked: Emitted with a key and whether the step was taken.
        renamed: Emitted with a key and another title.
        carried: Emitted with keys, a stage, and the key of the step they are put before.
        tied: Emitted with a key, the name of a kind and the keys of records dropped on it.
        asked: Emitted with what a key asks for.
        followed: Emitted with the key of a step whose records were clicked.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    chosen = Signal()
    ticked = Signal(str, bool)
    renamed = Signal(str, str)
    carried = Signal(list, str, str)
    tied = Signal(str, str, list)
    asked = Signal(str)
    followed = Signal(str)
    menu_wanted = Signal(QPoint)

    _KEYS: Final = {
        Qt.Key.Key_Return: "open",
        Qt.Key.Key_Enter: "open",
        Qt.Key.Key_F2: "edit",
        Qt.Key.Key_N: "new",
        Qt.Key.Key_L: "tie",
        Qt.Key.Key_D: "day",
        Qt.Key.Key_Delete: "delete",
    }
    _ALT_KEYS: Final = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._is_filling = False
        self._is_written = True
        dress_list(self)
        self.setColumnCount(3)
        self.setHeaderLabels([_("Step"), _("Taken on"), _("Shown by")])
        self.setAccessibleName(_("Steps of the mission"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self._on_selected)
        self.itemChanged.connect(self._on_changed)
        self.itemClicked.connect(self._on_clicked)
        theme().changed.connect(self._fit)
        self._fit()

    def show_stages(self, stages: Sequence[Stage], *, is_written: bool) -> None:
        """Show stages; what is selected and folded stays so."""
        held, current = {step.id for step in self.selected}, self._key(self.currentItem())
        folded = {self._key(item) for item in self._stages() if not item.isExpanded()}
        scrolled = self.verticalScrollBar().value()
        self._is_filling, self._is_written = True, is_written
        self.clear()
        for stage in stages:
            item = self._stage_item(stage)
            self.addTopLevelItem(item)
            item.setExpanded(stage.name not in folded)
            for step in stage.steps:
                item.addChild(self._step_item(step))
        for item in (*self._stages(), *self._steps()):
            if self._key(item) == current:
                self.setCurrentItem(item)
        self.clearSelection()
        for item in self._steps():
            item.setSelected(self._key(item) in held)
        self._is_filling = False
        self.verticalScrollBar().setValue(scrolled)

    @property
    def selected(self) -> list[Step]:
        """The steps selected, from above."""
        return [step for item in self._steps() if item.isSelected() and (step := _step(item))]

    @property
    def stage(self) -> str:
        """The stage one is at; empty if at none."""
        item = self.currentItem()
        if item is None:
            return ""
        return self._key(item.parent() or item)

    def reveal(self, key: str) -> bool:
        """Select a step and bring it into view; say whether it is there."""
        for item in self._steps():
            if self._key(item) == key:
                self.clearSelection()
                self.setCurrentItem(item)
                item.setSelected(True)
                self.scrollToItem(item)
                return True
        return False

    def begin_edit(self) -> None:
        """Let the title of the current step be typed anew."""
        item = self.currentItem()
        if self._is_written and item is not None and _step(item):
            self.editItem(item, _TITLE)

    def _stages(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _steps(self) -> list[QTreeWidgetItem]:
        below = (i.child(place) for i in self._stages() for place in range(i.childCount()))
        return [item for item in below if item is not None]

    def _stage_item(self, stage: Stage) -> QTreeWidgetItem:
        item = QTreeWidgetItem([stage_words(stage, self._checklist), progress_words(stage)])
        item.setData(_TITLE, _OF, stage.name)
        item.setFlags(_FLAGS | Qt.ItemFlag.ItemIsDropEnabled)
        item.setFont(_TITLE, theme().font("strong"))
        item.setToolTip(_DAY, tooltip_html(progress_words(stage)))
        role = "good" if stage.finished_on else "muted"
        item.setForeground(_DAY, theme().colour(role))
        spoken_words = f"{stage_words(stage, self._checklist)}, {progress_words(stage)}"
        item.setData(_TITLE, Qt.ItemDataRole.AccessibleTextRole, spoken_words)
        return item

    def _step_item(self, step: Step) -> QTreeWidgetItem:
        day = long_date(step.done_on) if step.done_on else ""
        item = QTreeWidgetItem([step.title, day, " · ".join(map(link_words, step.links))])
        item.setData(_TITLE, _OF, step)
        item.setData(_TITLE, Qt.ItemDataRole.AccessibleTextRole, spoken(step))
        item.setToolTip(_TITLE, tooltip_html(f"{step.title} ({level_word(step.level)})"))
        item.setToolTip(_DAY, tooltip_html(day))
        item.setToolTip(_LINK, tooltip_html(" · ".join(map(link_words, step.links))))
        item.setForeground(_LINK, theme().colour("accent"))
        flags = _FLAGS
        if self._is_written:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags)
        checked = Qt.CheckState.Checked if step.done_on else Qt.CheckState.Unchecked
        item.setCheckState(_TITLE, checked)
        return item

    def _key(self, item: QTreeWidgetItem | None) -> str:
        """Return the key of a step, the name of a stage, or nothing."""
        found = item.data(_TITLE, _OF) if item is not None else ""
        return found.id if isinstance(found, Step) else str(found or "")

    def _fit(self) -> None:
        for column, (width, share) in _WIDTHS.items():
            most = int(self.viewport().width() * share)
            self.setColumnWidth(column, min(theme().px(width), most))

    def _on_selected(self) -> None:
        if not self._is_filling:
            self.chosen.emit()

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        step = _step(item)
        if self._is_filling or step is None or column != _TITLE:
            return
        is_done = item.checkState(_TITLE) == Qt.CheckState.Checked
        if is_done != (step.done_on is not None):
            self.ticked.emit(step.id, is_done)
        elif item.text(_TITLE) != step.title:
            self.renamed.emit(step.id, item.text(_TITLE))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        step = _step(item)
        if column == _LINK and step and step.links:
            self.followed.emit(step.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        asked = ""
        if not plain:
            asked = self._KEYS.get(key, "")
        elif plain == Qt.KeyboardModifier.AltModifier:
            asked = self._ALT_KEYS.get(key, "")
        if asked:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            item = self.currentItem()
            box = self.rect() if item is None else self.visualItemRect(item)
            at = self.viewport().mapToGlobal(box.center())
        self.menu_wanted.emit(at)

    @override
    def mimeTypes(self) -> list[str]:
        return [RECORDS_MIME]

    @override
    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        return pack_records(CHECK_ITEM.name, [self._key(item) for item in items if _step(item)])

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def dragMoveEvent(self, event: Any) -> None:
        super().dragMoveEvent(event)
        kind, _keys = dragged_records(event.mimeData())
        is_step = kind == CHECK_ITEM.name
        item = self.itemAt(event.position().toPoint())
        if not self._is_written or not (is_step or (kind in LINKS and _step(item))):
            event.ignore()

    @override
    def dropMimeData(
        self, parent: QTreeWidgetItem | None, index: int, data: QMimeData, action: Qt.DropAction
    ) -> bool:
        kind, keys = dragged_records(data)
        if not self._is_written or parent is None or not keys:
            return False
        if kind in LINKS and _step(parent):
            self.tied.emit(self._key(parent), kind, keys)
        elif kind == CHECK_ITEM.name:
            known = {self._key(item) for item in self._steps()}
            mine = [key for key in keys if key in known]
            self._drop_steps(parent, index, mine)
        return True

    def _drop_steps(self, parent: QTreeWidgetItem, index: int, keys: list[str]) -> None:
        """Put steps where they fell: between two of a stage, on a step, on a stage."""
        if _step(parent):
            self.carried.emit(keys, self._key(parent.parent()), self._key(parent))
        elif 0 <= index < parent.childCount():
            self.carried.emit(keys, self._key(parent), self._key(parent.child(index)))
        else:
            self.carried.emit(keys, self._key(parent), "")

    @override
    def dropEvent(self, event: Any) -> None:
        # Qt would take what is dragged out of its place, which is ours to do.
        event.setDropAction(Qt.DropAction.CopyAction)
        super().dropEvent(event)


def _step(item: QTreeWidgetItem | None) -> Step | None:
    found = item.data(_TITLE, _OF) if item is not None else None
    return found if isinstance(found, Step) else None
