"""Hands for a register: what its cells show, and what is written into them."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
)

from entente_ui.registers.lines import LineInput
from entente_ui.registers.register import Register


def column(register: Register, name: str) -> int:
    return [one.name for one in register.model.columns].index(name)


def cell(register: Register, row: int, name: str) -> QModelIndex:
    return register.model.index(row, column(register, name))


def shown(register: Register, name: str) -> list[str]:
    return [cell(register, row, name).data() for row in range(register.model.rowCount())]


def write(register: Register, row: int, name: str, typed: object) -> bool:
    return register.model.setData(cell(register, row, name), typed)


def choose_block(register: Register, top: int, left: str, bottom: int, right: str) -> None:
    block = QItemSelection(cell(register, top, left), cell(register, bottom, right))
    register.table.setCurrentIndex(cell(register, top, left))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    register.table.selectionModel().select(block, flag)


def editor(register: Register) -> LineInput:
    found = register.table.viewport().findChildren(LineInput)
    return found[-1]
