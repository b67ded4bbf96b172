"""The clauses of an agreement in their order."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.clauses import Filled
from entente.domain.text import fold, shorten
from entente.i18n import _
from entente.services import clauses
from entente.services.clauses import Model
from entente_ui.difficulties.agreement.clause_card import CLAUSE_MIME, ClauseCard
from entente_ui.difficulties.heads import head
from entente_ui.formats import quoted
from entente_ui.kit import Menu, SecondaryButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.writing import LabelsByKind

_NAME: Final = 60
#: Px at 100 % from the edge where carrying a clause scrolls.
_EDGE: Final = 48
_BLANK: Final = Model("", "", "", "", usual=False)


class ClauseList(QWidget):
    """The clauses; one is dropped between two others.

    Attributes:
        cards: By the key of their clause.
    """

    def __init__(
        self, context: Context, edit_models: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Make the list.

        Args:
            context: What the shell gives.
            edit_models: Opens the library of models.
            parent: Its widget.
        """
        super().__init__(parent)
        self._context = context
        self._edit_models = edit_models
        self._agreement = ""
        self._kind = ""
        self._order: list[str] = []
        self._headings: set[str] = set()
        self._drop_at = -1
        self.cards: dict[str, ClauseCard] = {}
        self._add = SecondaryButton(_("Add a clause"), self.offer, self, icon_name="plus")
        self._list = spaced(QVBoxLayout(), 0, 8)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(head(_("Clauses"), self._add))
        layout.addLayout(self._list)
        self.setAcceptDrops(True)

    def show_clauses(
        self,
        agreement: Mapping[str, Any],
        rows: Sequence[Mapping[str, Any]],
        filled: Mapping[str, Filled],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show the clauses of an agreement; those already there keep what is being typed."""
        self._agreement, self._kind = agreement["id"], agreement["kind"]
        self._order = [row["id"] for row in rows]
        self._headings = {fold(row["heading"] or "") for row in rows}
        keep_in_step(self.cards, rows, self._make, self._list)
        for place, row in enumerate(rows):
            card = self.cards[row["id"]]
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
                QWidget.setTabOrder(self.cards[self._order[place - 1]] if place else self, card)
            known = filled.get(row["id"], Filled(row["text"] or ""))
            card.show_clause(row, labels, known, read_only=read_only)
        self._add.setVisible(not read_only)
        self.setAcceptDrops(not read_only)

    def clear(self) -> None:
        """Take every clause away."""
        self._order = []
        keep_in_step(self.cards, (), self._make, self._list)

    def _make(self, key: str) -> ClauseCard:
        card = ClauseCard(self._context, key, self)
        card.moved.connect(partial(self._move, key))
        card.model_wanted.connect(partial(self._keep_model, key))
        return card

    def _move(self, key: str, step: int) -> None:
        place = self._order.index(key) + step
        if 0 <= place < len(self._order):
            self.place(key, place)
            self.cards[key].setFocus()

    def place(self, key: str, place: int) -> None:
        """Put a clause at a place among the others, from 0."""
        order = [each for each in self._order if each != key]
        order.insert(place, key)
        if order != self._order:
            label = _("Move a clause")
            self._context.document.run(label, lambda s: clauses.arrange(s, order))

    def _keep_model(self, key: str) -> None:
        card = self.cards[key]
        card.end()
        label = _("Keep a clause as a model")
        if self._context.document.run(label, lambda s: clauses.save_model(s, key)):
            self._context.toast(label, True)

    def offer(self) -> None:
        """Offer the models that are not among the clauses yet, and a blank one."""
        kind = self._kind
        models = self._context.document.read(lambda s: clauses.library(s, kind))
        menu = Menu("", self)
        menu.addAction(_("Blank clause")).triggered.connect(partial(self._take, _BLANK))
        menu.addSeparator()
        for model in models:
            if fold(model.heading) not in self._headings:
                name = shorten(model.heading, _NAME).replace("&", "&&")
                menu.addAction(name).triggered.connect(partial(self._take, model))
        menu.addSeparator()
        menu.addAction(_("Edit the models…")).triggered.connect(
            lambda _on=False: self._edit_models()
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _take(self, model: Model, _on: bool = False) -> None:
        heading = model.heading or _("New clause")
        wanted = Model(model.key, model.kind, heading, model.text, model.usual)
        agreement, made = self._agreement, list[str]()
        label = _("Add the clause {name}").format(name=quoted(shorten(heading, _NAME)))
        done = self._context.document.run(
            label, lambda s: made.extend(clauses.add(s, agreement, [wanted]))
        )
        if done and made[0] in self.cards:
            self.cards[made[0]].begin()

    def _place_at(self, y: float) -> int:
        """Return before which clause something dropped at a height lands."""
        for place, key in enumerate(self._order):
            if y < self.cards[key].geometry().center().y():
                return place
        return len(self._order)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CLAUSE_MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self._place_at(event.position().y())
        self.update()
        self._keep_in_view(event.position().toPoint())
        event.acceptProposedAction()

    def _keep_in_view(self, place: QPoint) -> None:
        """Scroll on where a clause is carried to the edge of what is seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if above is not None else None
        if above is not None and page is not None:
            seen = self.mapTo(page, place)
            above.ensureVisible(seen.x(), seen.y(), 0, theme().px(_EDGE))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = -1
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        key = bytes(event.mimeData().data(CLAUSE_MIME).data()).decode(errors="replace")
        place, self._drop_at = self._place_at(event.position().y()), -1
        self.update()
        if key in self._order:
            self.place(key, place - (self._order.index(key) < place))
            event.acceptProposedAction()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_at < 0 or not self._order:
            return
        is_last = self._drop_at == len(self._order)
        beside = self.cards[self._order[-1 if is_last else self._drop_at]].geometry()
        y = beside.bottom() + theme().px(3) if is_last else beside.top() - theme().px(6)
        line = QRect(beside.left(), y, beside.width(), theme().px(3))
        QPainter(self).fillRect(line, theme().colour("accent"))
