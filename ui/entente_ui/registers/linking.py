"""What is linked with risks, in the inspector: from the risk's end and from the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RecordType
from entente.domain.risk import RISK, RISK_LINK
from entente.i18n import _
from entente.services import presentation, risk_edits, risk_links
from entente.services.risk_edits import LINKED
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.formats import labelled, number
from entente_ui.kit import (
    IconButton,
    LinkButton,
    PlainLabel,
    Popover,
    Section,
    Segments,
    sized,
    spaced,
)
from entente_ui.registers.choices import ReferenceInput
from entente_ui.registers.columns import Labels, clipped
from entente_ui.registers.line import Line, empty_layout

_WIDTH: Final = 320
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a link.

    Attributes:
        kind: Name of its kind.
        text: What it is called.
    """

    kind: str
    key: str
    text: str


def other_kinds(record_type: RecordType) -> tuple[RecordType, ...]:
    """Return what records of a kind are linked with; nothing where they never are."""
    if record_type is RISK:
        return tuple(kind for kind, _field in LINKED.values())
    return (RISK,) if record_type.name in LINKED else ()


def read_ends(document: Document, record_type: RecordType, key: str) -> tuple[End, ...]:
    """Return what a record is linked with, as the viewer may know it."""
    viewer = document.viewer

    def read(session: Session) -> tuple[End, ...]:
        if record_type is RISK:
            found = risk_edits.links(session, key, viewer)
            # Its own difficulty stands among its fields.
            return tuple(End(one.kind, one.key, one.name) for one in found if one.id)
        field = LINKED[record_type.name][1]
        links = presentation.table_for(session, RISK_LINK, viewer)
        place = links.column(field)
        if all(row[place] != key for row in links.rows):
            return ()  # nearly always: then no risk needs to be read
        risks = risk_links.risks_of(session, record_type.name, key, viewer)
        return tuple(
            End(RISK.name, one.risk_id, f"{one.ref} · {one.event}") for one in risks if one.id
        )

    return document.read(read)


def write_link(
    document: Document, record_type: RecordType, key: str, end: tuple[str, str], *, on: bool
) -> None:
    """Link a record with what is at the other end, or take the link away."""
    risk, at = (key, end) if record_type is RISK else (end[1], (record_type.name, key))
    if on:
        label = labelled(_("Link with a risk"), _(RECORD_TYPES[at[0]].label))
        document.run(label, lambda s: risk_links.add(s, risk, *at))
    else:
        document.run(_("Take a link away"), lambda s: risk_links.take_away(s, risk, *at))


class LinkSection(QWidget):
    """The other ends of the links of one record.

    Signals:
        open_asked: Emitted with kind and key of one to go to.
        link_asked: Emitted with kind and key of one to link with.
        drop_asked: Emitted with kind and key of one whose link is to go.
    """

    open_asked = Signal(str, str)
    link_asked = Signal(str, str)
    drop_asked = Signal(str, str)

    def __init__(
        self,
        kinds: Sequence[RecordType],
        offer: Callable[[str], Labels],
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty.

        Args:
            kinds: What can be at the other end.
            offer: Returns the names of all records of a kind.
            parent: Its widget.
        """
        super().__init__(parent)
        self._kinds = kinds
        self._offer = offer
        self._title = _("Linked risks") if RISK in kinds else _("Linked with")
        self._section = Section(self._title, self)
        self._lines = spaced(QVBoxLayout(), 0, 0)
        self.add = LinkButton(_("Link with…"), self.ask, self, icon_name="plus")
        self._section.body.addLayout(self._lines)
        self._section.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._section)

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [line.text for line in widgets if isinstance(line, Line)]

    def show_ends(self, ends: Sequence[End], *, read_only: bool) -> None:
        """Show the links of a record."""
        empty_layout(self._lines)
        self._section.set_title(f"{self._title} ({number(len(ends))})")
        for end in ends:
            drop = partial(self.drop_asked.emit, end.kind, end.key)
            buttons = [] if read_only else [IconButton("x", _("Remove"), drop, self)]
            text = clipped(end.text, _LONGEST)
            if len(self._kinds) > 1:
                text = labelled(_(RECORD_TYPES[end.kind].label), text)
            go = partial(self.open_asked.emit, end.kind, end.key)
            self._lines.addWidget(Line(text, go, self, buttons=buttons))
        self.add.setVisible(not read_only)
        self.setVisible(bool(ends) or not read_only)

    def ask(self) -> "EndPopover":
        """Ask what to link with."""
        popover = EndPopover(self.add, self._kinds, self._offer)
        popover.ask(self.add.rect(), self.link_asked.emit)
        return popover


class EndPopover(Popover):
    """Asks for the other end of a link.

    Attributes:
        kinds: Which kind, None where there is but one.
        input: Which record.
    """

    def __init__(
        self, owner: QWidget, kinds: Sequence[RecordType], offer: Callable[[str], Labels]
    ) -> None:
        super().__init__(owner)
        self._offer = offer
        self._only = kinds[0].name
        self.body.addWidget(PlainLabel(_("Link with…"), "strong", self))
        self.kinds: Segments | None = None
        if len(kinds) > 1:
            choices = [(kind.name, _(kind.label)) for kind in kinds]
            self.kinds = Segments(choices, self._only, self)
            self.kinds.setAccessibleName(_("Kind"))
            self.kinds.chosen.connect(lambda _name: self._show_names())
            self.body.addWidget(self.kinds)
        self.input = ReferenceInput(RISK_LINK.field("risk_id"), {}, self)
        self.input.setAccessibleName(_("Link with…"))
        sized(self.input, width=_WIDTH)
        self.body.addWidget(self.input)
        self.body.addWidget(PlainLabel(_("Enter adds it, Esc skips"), "small", self))

    @property
    def kind(self) -> str:
        """Name of the kind that is chosen."""
        return self.kinds.current if self.kinds else self._only

    def ask(self, target: QRect, answered: Callable[[str, str], object]) -> None:
        """Open it beside `target`; `answered` hears of kind and key."""

        def deliver() -> None:
            key = self.input.typed()
            if key in self._offer(self.kind):
                answered(self.kind, key)

        self.accepted.connect(deliver)
        self._show_names()
        self.open_at(target)
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_names(self) -> None:
        self.input.show_value(None, self._offer(self.kind))
