"""The tab of the assumptions: what is taken for granted, what is stuck, what is waited for."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.difficulty import DIFFICULTY
from entente.domain.raid import RAID_ITEM
from entente.domain.risk import RISK
from entente.i18n import N_, _, ngettext
from entente.services import raid
from entente_ui.formats import number
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    SecondaryButton,
    WrappingSegments,
    make_action,
    spaced,
    tab_order,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.registers.filters import OneOf
from entente_ui.registers.register_view import CountLink, RegisterView
from entente_ui.risks.raid import deeds
from entente_ui.risks.raid.late import LateDelegate
from entente_ui.risks.raid.wording import WordingPopover

_ALL: Final = "all"
#: Px at 100 % of a day and the words that it has passed.
_LATE_DAY: Final = 190
#: Px at 100 % of height up to which the figures make room.
_LOW: Final = 400
_KINDS: Final = (
    (_ALL, N_("All")),
    (raid.ASSUMPTION, N_("Assumptions")),
    (raid.ISSUE, N_("Issues")),
    (raid.DEPENDENCY, N_("Dependencies")),
)


class RaidView(RegisterView):
    """The register of the items, one kind or all, with what they come to.

    Attributes:
        kinds: Which kind is shown.
        figures: How many are open.
        late, unheeded: Select those whose day has passed, and those refuted without a risk.
        make_risk, make_difficulty: What becomes of the one that is selected.
    """

    name = "raid"
    kind = RAID_ITEM
    tables = frozenset({RAID_ITEM.name, "mission"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found = raid.RaidFigures(0, {}, (), ())
        self._item: Mapping[str, Any] | None = None
        self.kinds = WrappingSegments([(name, _(words)) for name, words in _KINDS], _ALL, self)
        self.kinds.setAccessibleName(_("Kind"))
        self.figures = PlainLabel("", "body", self, wrap=True)
        self.late = CountLink(self.select, self)
        self.unheeded = CountLink(self.select, self)
        self.make_risk = SecondaryButton("", self.note_risk, self)
        self.make_difficulty = SecondaryButton("", self.note_difficulty, self)
        self._build()
        self.kinds.chosen.connect(self._on_kind)
        self.register.selected.connect(self._offer)

    @override
    def refresh(self) -> None:
        viewer = self.context.document.viewer
        self._found = self.context.document.read(lambda s: raid.figures(s, viewer))
        self.figures.setText(self._open_words())
        self.late.show_overdue(self._found.overdue)
        unheeded = self._found.unheeded
        text = ngettext(
            "{count} refuted without a risk", "{count} refuted without a risk", len(unheeded)
        )
        self.unheeded.show_keys(text, unheeded)
        self.register.table.viewport().update()
        self._offer()

    @override
    def offered(self) -> Sequence[QAction]:
        return [
            *super().offered(),
            make_action(self, self.make_risk.text() or _("Make a risk…"), self.note_risk, "target"),
            make_action(self, _("Make a difficulty"), self.note_difficulty, "messages"),
        ]

    @override
    def add_record(self) -> bool:
        kind = self.kinds.current
        self.register.add_record({} if kind == _ALL else {"kind": kind})
        return True

    @override
    def state(self) -> Mapping[str, Any]:
        return {"kind": self.kinds.current, "register": dict(super().state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        kind, kept = state.get("kind"), state.get("register")
        if kind in dict(_KINDS):
            self.kinds.set_current(str(kind))
            self._on_kind(str(kind))
        if isinstance(kept, Mapping):
            super().restore(kept)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type == self.kind.name:
            self.show_all()
        return super().reveal(record_type, key)

    @override
    def show_all(self) -> None:
        self.kinds.set_current(_ALL)
        super().show_all()

    def note_risk(self) -> None:
        """Propose the risk that comes of the selected item, or go to the one there is."""
        item = self._item
        if item is None or item["kind"] == raid.ISSUE:
            return
        if item["risk_id"]:
            self.context.reveal(RISK.name, item["risk_id"])
            return
        if self.context.document.is_presenting:
            return
        key, ref = str(item["id"]), str(item["ref"])
        title = _("The risk that comes of {ref}").format(ref=ref)

        def write(words: raid.RiskWords) -> None:
            if made := deeds.note_risk(self.context.document, key, ref, words):
                self.context.toast(
                    _("Noted among the risks: {event}").format(event=words.event), True
                )
                self.selected.emit(Selection(RISK, (made,)))

        popover = WordingPopover(self.make_risk, title, raid.worded(item))
        popover.ask(self.make_risk.rect(), write)

    def note_difficulty(self) -> None:
        """Make a difficulty of the selected issue, or go to the one there is."""
        item = self._item
        if item is None or item["kind"] != raid.ISSUE:
            return
        if item["difficulty_id"]:
            self.context.reveal(DIFFICULTY.name, item["difficulty_id"])
            return
        if deeds.note_difficulty(self.context.document, str(item["id"]), str(item["ref"])):
            said = _("Noted among the difficulties: {title}").format(title=item["text"])
            self.context.toast(said, True)

    def _build(self) -> None:
        due = next(
            place
            for place, column in enumerate(self.register.model.columns)
            if column.name == "due_on"
        )
        self._dates = LateDelegate(self.register, lambda key: key in self._found.overdue)
        self.register.table.setItemDelegateForColumn(due, self._dates)
        self.register.widths.prefer("due_on", _LATE_DAY)
        flow = spaced(FlowLayout(), 0, 8)
        offered = (self.make_risk, self.make_difficulty, self.late, self.unheeded)
        for button in offered:
            flow.addWidget(button)
        self.column.addWidget(self.figures)
        self.column.addWidget(self.kinds)
        self.column.addLayout(flow)
        kinds = self.kinds.findChildren(SecondaryButton)
        tab_order(*kinds, *offered, *self.register.tab_stops)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window the list needs the lines of the figures more.
        self.figures.setVisible(self.height() > theme().px(_LOW))

    def _open_words(self) -> str:
        is_open = self._found.open
        if not self._found.total:
            return ""
        texts = (
            (
                raid.ASSUMPTION,
                ngettext(
                    "{count} assumption open",
                    "{count} assumptions open",
                    is_open.get(raid.ASSUMPTION, 0),
                ),
            ),
            (
                raid.ISSUE,
                ngettext("{count} issue open", "{count} issues open", is_open.get(raid.ISSUE, 0)),
            ),
            (
                raid.DEPENDENCY,
                ngettext(
                    "{count} dependency open",
                    "{count} dependencies open",
                    is_open.get(raid.DEPENDENCY, 0),
                ),
            ),
        )
        said = [
            text.format(count=number(is_open[kind])) for kind, text in texts if is_open.get(kind)
        ]
        return " · ".join(said) or _("Nothing is open.")

    def _on_kind(self, kind: str) -> None:
        condition = None if kind == _ALL else OneOf(frozenset({kind}))
        self.register.set_condition("kind", condition)

    @Slot()
    def _offer(self) -> None:
        """Say what can become of the one that is selected."""
        item = self._item = self._read_item()
        is_issue = item is not None and item["kind"] == raid.ISSUE
        is_locked = self.context.document.is_presenting
        has_risk = item is not None and bool(item["risk_id"])
        has_difficulty = item is not None and bool(item["difficulty_id"])
        self.make_risk.setText(_("Go to its risk") if has_risk else self._risk_words())
        self.make_risk.setVisible(not is_issue)
        self.make_risk.setEnabled(item is not None and (has_risk or not is_locked))
        go = _("Go to its difficulty")
        self.make_difficulty.setText(go if has_difficulty else _("Make a difficulty"))
        self.make_difficulty.setVisible(is_issue)
        self.make_difficulty.setEnabled(has_difficulty or not is_locked)

    def _risk_words(self) -> str:
        is_refuted = self._item is not None and self._item["state"] == "refuted"
        is_assumption = self._item is None or self._item["kind"] == raid.ASSUMPTION
        if is_refuted or not is_assumption:
            return _("Make a risk…")
        return _("Refuted: make a risk…")

    def _read_item(self) -> Mapping[str, Any] | None:
        chosen = self.register.selection
        if chosen is None or len(chosen.keys) != 1:
            return None
        table = self.context.document.table(RAID_ITEM)
        place = table.column("id")
        row = next((row for row in table.rows if row[place] == chosen.keys[0]), None)
        if row is None:
            return None
        item = dict(zip(table.columns, row, strict=True))
        for name, kind in (("risk_id", RISK), ("difficulty_id", DIFFICULTY)):
            # What the viewer may not know of is not there.
            if item[name] not in self.context.document.labels(kind):
                item[name] = None
        return item
