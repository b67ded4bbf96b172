"""What hangs on a record: its parts and whatever else points to it, one list a kind."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import _, ngettext
from entente.services.sheets import Referrers
from entente_ui.formats import number, short_date, signed
from entente_ui.kit import IconButton, LinkButton, PlainLabel, Section, spaced, tooltip_html
from entente_ui.registers.columns import LabelsByKind, clipped, inside, one_line
from entente_ui.registers.line import Line, empty_layout

_LONGEST: Final = 100
_FROM, _TO = "→", "←"


class PartList(QWidget):
    """The records of one kind that point to the record shown, by whichever field.

    Signals:
        add_asked: Emitted with the field that is to point here.
        show_asked: Emitted with the key of one to look at here.
        drop_asked: Emitted with the key of one to take away.
    """

    add_asked = Signal(object)
    show_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(
        self, record_type: RecordType, fields: Sequence[Field], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.record_type = record_type
        self._fields = fields
        self._is_part = any(field.owned for field in fields)
        self._section = Section(_(record_type.plural), self, expanded=self._is_part)
        self._lines = spaced(QVBoxLayout(), 0, 0)
        self._section.body.addLayout(self._lines)
        # The heading above says what; a long name would make the whole form wider.
        name = _("Add: {kind}").format(kind=inside(_(record_type.label)))
        self._add = LinkButton(_("Add"), self._ask_add, self, icon_name="plus")
        self._add.setAccessibleName(name)
        self._add.setToolTip(tooltip_html(name))
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._section)
        self._section.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.setVisible(self._is_part)

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [line.text for line in widgets if isinstance(line, Line)]

    def add_rect(self) -> QRect:
        """Return where the button for a new one is."""
        return QRect(self._add.mapTo(self, self._add.rect().topLeft()), self._add.size())

    def show_records(
        self, found: Sequence[Referrers], labels: LabelsByKind, *, read_only: bool
    ) -> None:
        """Show other records.

        Args:
            found: Those that point here, for each field by which they do.
            labels: Names of all records referred to.
            read_only: Whether none may be added or taken away.
        """
        empty_layout(self._lines)
        count = sum(one.count for one in found)
        self._section.set_title(f"{_(self.record_type.plural)} ({number(count)})")
        for one in found:
            for values in one.rows:
                self._lines.addWidget(self._line(one.field, values, labels, read_only=read_only))
        listed = sum(len(one.rows) for one in found)
        if count > listed:
            more = ngettext("and {count} more", "and {count} more", count - listed)
            self._lines.addWidget(
                PlainLabel(more.format(count=number(count - listed)), "small", self)
            )
        self._add.setVisible(self._is_part and not read_only)
        self.setVisible(bool(count) or (self._is_part and not read_only))

    def _line(
        self, field: Field, values: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool
    ) -> Line:
        key = str(values["id"])
        buttons = []
        if self._is_part and not read_only:
            buttons.append(IconButton("x", _("Remove"), partial(self.drop_asked.emit, key), self))
        text = self._summary(field, values, labels)
        level = values.get(LEVEL_FIELD)
        return Line(text, partial(self.show_asked.emit, key), self, level=level, buttons=buttons)

    def _summary(self, through: Field, values: Mapping[str, Any], labels: LabelsByKind) -> str:
        """What tells one of these from the others, without the record they hang on."""
        words = []
        if len(self._fields) > 1:
            words.append(_FROM if through is self._fields[0] else _TO)
        title = self.record_type.title
        # The other end of a relation first, then its name, then the rest.
        in_order = sorted(
            self.record_type.fields, key=lambda field: (not field.owned, field.name != title)
        )
        for field in in_order:
            value = values.get(field.name)
            if field is through or value in (None, "") or field.name == LEVEL_FIELD:
                continue
            if field.kind is FieldKind.FLAG and not value:
                continue
            if field.shown or field.name == title:
                words.append(_shown(field, value, labels))
        text = " · ".join(word for word in words if word)
        return clipped(
            text.replace(f"{_FROM} · ", f"{_FROM} ").replace(f"{_TO} · ", f"{_TO} "), _LONGEST
        )

    def _ask_add(self) -> None:
        self.add_asked.emit(next(field for field in self._fields if field.owned))


def _shown(field: Field, value: Any, labels: LabelsByKind) -> str:  # noqa: ANN401  # any kind
    match field.kind:
        case FieldKind.REFERENCE:
            return one_line(labels.get(field.target, {}).get(value, ""))
        case FieldKind.DATE:
            return short_date(value)
        case FieldKind.FLAG:
            return inside(_(field.label))
        case FieldKind.INTEGER if field.minimum is not None and field.minimum < 0:
            return signed(value)
        case _:
            return show(field, value)
