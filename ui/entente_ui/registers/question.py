"""A small question beside a button: the few values a new record cannot be without."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.records import Field, FieldKind, RecordType
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente_ui.kit import PlainLabel, Popover
from entente_ui.look.theme import theme
from entente_ui.registers.choices import FlagInput
from entente_ui.registers.columns import LabelsByKind, inside
from entente_ui.registers.inputs import Input, make_input
from entente_ui.registers.typed import read_typed


def asked_fields(record_type: RecordType, given: Mapping[str, Any]) -> tuple[Field, ...]:
    """Return the fields to ask for: what is required and not known, and the name."""
    return tuple(
        field
        for field in record_type.stored
        if field.name not in given
        and not field.arranged
        and ((field.required and field.default is None) or field.name == record_type.title)
    )


class NewRecord(Popover):
    """Asks for what a new record cannot be without; Enter adds it, Escape skips.

    What is missing or out of range is said inside; then it stays open.
    """

    def __init__(
        self,
        owner: QWidget,
        record_type: RecordType,
        labels: LabelsByKind,
        create: Callable[[Mapping[str, Any]], str],
        given: Mapping[str, Any],
    ) -> None:
        """Make the question.

        Args:
            owner: What it is asked beside.
            record_type: The kind of the new record.
            labels: Names of the records it may refer to.
            create: Adds the record; returns the sentence that says why not, or nothing.
            given: Values that are known already, as of whom it is a part.
        """
        super().__init__(owner)
        self._create = create
        self._given = dict(given)
        self._labels = labels
        self.inputs: dict[str, Input] = {}
        self._fields = asked_fields(record_type, given)
        self.body.addWidget(
            PlainLabel(_("Add: {kind}").format(kind=inside(_(record_type.label))), "strong", self)
        )
        for field in self._fields:
            self._add_field(field)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(PlainLabel(_("Enter adds it, Esc skips"), "small", self))

    @property
    def problem(self) -> str:
        """What keeps the record from being added."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _add_field(self, field: Field) -> None:
        label = PlainLabel(_(field.label), "field", self)
        made = make_input(field, self._labels.get(field.target, {}), self)
        made.setMinimumWidth(theme().px(300))
        made.setAccessibleName(_(field.label))
        made.show_value(field.default)
        label.setBuddy(made)
        if not isinstance(made, FlagInput):
            self.body.addWidget(label)
        self.body.addWidget(made)
        self.inputs[field.name] = made

    @override
    def open_at(self, target: QRect) -> None:
        super().open_at(target)
        first = next(iter(self.inputs.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def accept(self) -> None:
        if not any(made.typed() for name, made in self.inputs.items() if self._is_open(name)):
            self.skip()
            return
        try:
            values = {
                field.name: read_typed(
                    field, self.inputs[field.name].typed(), self._labels.get(field.target, {})
                )
                for field in self._fields
            }
        except InvalidValueError as error:
            self._say(sentence(error))
            return
        problem = self._create(self._given | values)
        if problem:
            self._say(problem)
        else:
            super().accept()

    def _is_open(self, name: str) -> bool:
        """Whether a field is empty unless somebody fills it."""
        field = next(field for field in self._fields if field.name == name)
        return field.default is None and not (field.kind is FieldKind.CHOICE and field.required)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        self.adjustSize()
