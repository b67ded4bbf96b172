"""What a record is, at a glance: its name, a line about it, a few marks."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.actor import STRATEGIES, quadrant
from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import _
from entente_ui.kit import FlowLayout, LevelMark, LinkButton, Pill, PlainLabel, spaced
from entente_ui.registers.columns import LabelsByKind, clipped, inside
from entente_ui.registers.line import empty_layout

_TITLE: Final = 120
_SUBTITLE: Final = 2
_STATUS_ROLES: Final = {
    "open": "caution",
    "mediation": "info",
    "settled": "good",
    "kept": "good",
    "agreed": "good",
    "disputed": "critical",
}


class Head(QWidget):
    """The top of the inspector.

    Attributes:
        back: The way back to the record this one was reached from.
    """

    def __init__(
        self, record_type: RecordType, on_back: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._record_type = record_type
        self.back = LinkButton("", on_back, self, icon_name="arrow-left")
        self.back.hide()
        self._ref = PlainLabel("", "small", self, wrap=True)
        self.title = PlainLabel("", "title", self, wrap=True)
        self._subtitle = PlainLabel("", "muted", self, wrap=True)
        self._pills = spaced(FlowLayout(), 0, 6)
        layout = spaced(QVBoxLayout(self), 0, 4)
        back = spaced(QHBoxLayout(), 0, 0)
        back.addWidget(self.back)
        back.addStretch(1)
        layout.addLayout(back)
        layout.addWidget(self._ref)
        layout.addWidget(self.title)
        layout.addWidget(self._subtitle)
        layout.addLayout(self._pills)

    def show_record(self, values: Mapping[str, Any], labels: LabelsByKind) -> None:
        """Show one record."""
        kind = _(self._record_type.label)
        ref = values.get("ref")
        self._ref.setText(f"{ref} · {inside(kind)}" if ref else kind)
        self.title.setText(title_of(self._record_type, values, labels) or "—")
        self._say(subtitle_of(self._record_type, values, labels))
        empty_layout(self._pills)
        for text, role in pills_of(self._record_type, values):
            self._pills.addWidget(Pill(text, role, self))
        if self._record_type.has_level:
            self._pills.addWidget(LevelMark(str(values.get(LEVEL_FIELD) or ""), parent=self))

    def show_several(self, count: str) -> None:
        """Show that several records are selected."""
        self._ref.setText(_(self._record_type.plural))
        self.title.setText(count)
        self._say(_("What is changed here changes in all of them, as one step."))
        empty_layout(self._pills)

    def _say(self, text: str) -> None:
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))


def title_of(record_type: RecordType, values: Mapping[str, Any], labels: LabelsByKind) -> str:
    """Return what a record is called; a relation by its two ends."""
    field = record_type.field(record_type.title)
    if field.kind is FieldKind.CHOICE:
        ends = [f for f in record_type.stored if f.owned]
        return " → ".join(_words(end, values, labels) for end in ends)
    return clipped(_words(field, values, labels), _TITLE)


def subtitle_of(record_type: RecordType, values: Mapping[str, Any], labels: LabelsByKind) -> str:
    """Return the next words that tell a record from others: role and organisation."""
    said = []
    for field in record_type.stored:
        if field.name == record_type.title or not field.shown or field.owned:
            continue
        if field.kind in {FieldKind.TEXT, FieldKind.REFERENCE} and values.get(field.name):
            said.append(clipped(_words(field, values, labels), _TITLE))
    return " · ".join([words for words in said if words][:_SUBTITLE])


def pills_of(record_type: RecordType, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return words and colours that tell the state of a record."""
    pills = []
    power, interest = values.get("power"), values.get("interest")
    if record_type.name == "actor" and power is not None and interest is not None:
        pills.append((_(STRATEGIES[quadrant(power, interest)].name), "accent"))
    for field in record_type.stored:
        value = values.get(field.name)
        if field.kind is FieldKind.CHOICE and field.shown and value and field.name != LEVEL_FIELD:
            pills.append((show(field, value), _STATUS_ROLES.get(str(value), "neutral")))
    return pills


def _words(field: Field, values: Mapping[str, Any], labels: LabelsByKind) -> str:
    value = values.get(field.name)
    if field.kind is FieldKind.REFERENCE:
        return labels.get(field.target, {}).get(str(value), "")
    return show(field, value)
