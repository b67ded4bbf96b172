"""Some fields of a record, beside the drawing it is a part of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.records import Field, RecordType
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente_ui.kit import spaced
from entente_ui.registers.box import FieldBox
from entente_ui.registers.columns import Labels
from entente_ui.registers.form import FieldGrid
from entente_ui.registers.typed import read_typed

#: Takes the name of a field and new values; returns why they are refused, or nothing.
Write: TypeAlias = Callable[[str, Mapping[str, Any]], str]


class FieldsPanel(QWidget):
    """The fields, each written as soon as it is left.

    Attributes:
        boxes: The fields by their names.

    Signals:
        opened: Emitted with the kind and the key of the record a reference points to.
    """

    opened = Signal(str, str)

    def __init__(
        self,
        record_type: RecordType,
        names: Sequence[str],
        write: Write,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._labels: Labels = {}
        self._key = ""
        self.boxes = {name: FieldBox(record_type.field(name), None, self) for name in names}
        for box in self.boxes.values():
            box.committed.connect(self._commit)
            box.open_asked.connect(self.opened)
        layout = spaced(QVBoxLayout(self), 0, 10)
        layout.addWidget(FieldGrid(list(self.boxes.values()), self))

    def show_values(
        self,
        key: str,
        values: Mapping[str, Any],
        labels: Labels | None = None,
        *,
        read_only: bool,
    ) -> None:
        """Show the values of a record.

        Args:
            key: Of what it shows; what was typed and refused does not go on to another.
            values: By name.
            labels: Names of the records that a reference can point to.
            read_only: Whether nothing may be changed.
        """
        self._labels = labels or {}
        for name, box in self.boxes.items():
            if key != self._key:
                box.give_up()
            box.show_value(values.get(name), labels=self._labels)
            box.offer_later(lambda: self._labels)
            box.set_read_only(read_only)
        self._key = key

    def commit_typed(self) -> None:
        """Take what is being typed, as if the focus had left."""
        for box in self.boxes.values():
            box.commit_typed()

    @Slot(object, object)
    def _commit(self, field: Field, typed: object) -> None:
        box = self.boxes[field.name]
        try:
            value = read_typed(field, typed, self._labels)
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        box.forgive()
        problem = self._write(_(field.label), {field.name: value})
        if problem:
            box.refuse(problem)
