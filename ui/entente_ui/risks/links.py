"""What a risk is linked with: people, difficulties, decisions; dropped here or chosen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.domain.records import RecordType
from entente.domain.risk import RISK_LINK
from entente.i18n import _
from entente.services.risk_edits import LINKED, LinkView
from entente_ui.drag import dragged_records
from entente_ui.kit import (
    IconButton,
    LinkButton,
    PlainLabel,
    Popover,
    Segments,
    sized,
    spaced,
    tooltip,
)
from entente_ui.look.theme import theme
from entente_ui.registers.choices import ReferenceInput

_WIDTH: Final = 320
#: Px at 100 % of a name; more of it is in the tooltip.
_NAME: Final = 132
_ICONS: Final = {ACTOR.name: "user", DIFFICULTY.name: "alert-triangle", DECISION.name: "tick"}


class LinkList(QWidget):
    """The links of one risk.

    Signals:
        opened: Emitted with the kind and key of what is to be shown.
        wanted: Emitted with a kind of record and the keys to link with.
        dropped: Emitted with the `LinkView` to take away.
    """

    opened = Signal(str, str)
    wanted = Signal(object, object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: Sequence[LinkView] = ()
        self._names: Mapping[str, Mapping[str, str]] = {}
        self._rows = spaced(QVBoxLayout(), 0, 0)
        self._none = PlainLabel(
            _("None yet. Drop an actor or a difficulty here."), "small", self, wrap=True
        )
        self.add = LinkButton(_("Link with…"), self.ask, self, icon_name="plus")
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addWidget(PlainLabel(_("Linked with"), "field", self))
        layout.addLayout(self._rows)
        layout.addWidget(self._none)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)

    @property
    def texts(self) -> list[str]:
        """What the rows say."""
        return [f"{_(LINKED[one.kind][0].label)}: {one.name}" for one in self._links]

    def show_links(
        self,
        links: Sequence[LinkView],
        names: Mapping[str, Mapping[str, str]],
        *,
        read_only: bool,
    ) -> None:
        """Show the links of a risk.

        Args:
            links: What it is linked with.
            names: All it could be linked with: names by key, by kind.
            read_only: Whether nothing may be changed.
        """
        self._links, self._names = links, names
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in links:
            self._rows.addWidget(self._row(one, read_only=read_only))
        self._none.setVisible(not links and not read_only)
        self.add.setVisible(not read_only)
        self.setAcceptDrops(not read_only)

    def ask(self) -> None:
        """Ask what to link with."""
        LinkPopover(self.add, self._names, self.wanted.emit).ask(self.add.rect())

    def _row(self, one: LinkView, *, read_only: bool) -> QWidget:
        row = QWidget(self)
        line = spaced(QHBoxLayout(row), 0, 2)
        kind = _(LINKED[one.kind][0].label)
        show = partial(self.opened.emit, one.kind, one.key)
        button = LinkButton("", show, row, icon_name=_ICONS[one.kind])
        room = theme().px(_NAME)
        elide = Qt.TextElideMode.ElideRight
        button.setText(button.fontMetrics().elidedText(one.name, elide, room))
        button.setAccessibleName(f"{kind}: {one.name}")
        tooltip(button, f"{kind}: {one.name}")
        line.addWidget(button)
        line.addStretch(1)
        if not read_only:
            line.addWidget(IconButton("x", _("Remove"), partial(self.dropped.emit, one), row))
        return row

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_records(event.mimeData())[0] in LINKED:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        kind, keys = dragged_records(event.mimeData())
        if kind in LINKED and keys:
            event.acceptProposedAction()
            self.wanted.emit(LINKED[kind][0], keys)


class LinkPopover(Popover):
    """Asks what to link a risk with.

    Attributes:
        kinds: Which kind of record.
        input: Which of them.
    """

    def __init__(
        self,
        owner: QWidget,
        names: Mapping[str, Mapping[str, str]],
        link: Callable[[RecordType, list[str]], object],
    ) -> None:
        super().__init__(owner)
        self._names, self._link = names, link
        choices = [(name, _(kind.label)) for name, (kind, _field) in LINKED.items()]
        self.kinds = Segments(choices, ACTOR.name, self)
        self.kinds.setAccessibleName(_("Kind"))
        self.input = ReferenceInput(RISK_LINK.field("actor_id"), {}, self)
        self.input.setAccessibleName(_("Link with…"))
        sized(self.input, width=_WIDTH)
        self.body.addWidget(PlainLabel(_("Link with…"), "strong", self))
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.input)
        self.body.addWidget(PlainLabel(_("Enter adds it, Esc skips"), "small", self))
        self.kinds.chosen.connect(lambda _name: self._offer())
        self.accepted.connect(self._deliver)

    def ask(self, target: QRect) -> None:
        """Open it beside `target`."""
        self._offer()
        self.open_at(target)
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def kind(self) -> RecordType:
        """The kind that is chosen."""
        return LINKED[self.kinds.current][0]

    def _offer(self) -> None:
        self.input.show_value(None, self._names.get(self.kind.name, {}))

    def _deliver(self) -> None:
        key = self.input.typed()
        if key in self._names.get(self.kind.name, {}):
            self._link(self.kind, [key])
