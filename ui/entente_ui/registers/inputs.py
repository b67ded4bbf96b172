"""What a value is typed or chosen with: the same in a cell, a form and a question."""

from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from entente.domain.records import Field, FieldKind
from entente_ui.registers.choices import ChoiceInput, FlagInput, ReferenceInput
from entente_ui.registers.columns import Labels
from entente_ui.registers.lines import DateInput, LineInput
from entente_ui.registers.paragraphs import LongInput

__all__ = [
    "ChoiceInput",
    "DateInput",
    "FlagInput",
    "Input",
    "LineInput",
    "LongInput",
    "ReferenceInput",
    "make_input",
]

Input: TypeAlias = LineInput | LongInput | ChoiceInput | ReferenceInput | FlagInput


def make_input(field: Field, labels: Labels, parent: QWidget | None = None) -> Input:
    """Return what a value of `field` is typed or chosen with."""
    match field.kind:
        case FieldKind.LONG_TEXT:
            return LongInput(field, parent)
        case FieldKind.CHOICE:
            return ChoiceInput(field, parent)
        case FieldKind.REFERENCE:
            return ReferenceInput(field, labels, parent)
        case FieldKind.FLAG:
            return FlagInput(field, parent)
        case FieldKind.DATE:
            return DateInput(field, parent)
        case _:
            return LineInput(field, parent)
