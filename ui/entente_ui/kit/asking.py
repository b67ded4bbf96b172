"""Asking for one thing beside what it is about."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from entente.i18n import _
from entente_ui.kit.date_field import DateField
from entente_ui.kit.label import PlainLabel
from entente_ui.kit.popover import Popover
from entente_ui.look.theme import theme


def ask_beside(
    owner: QWidget,
    target: QRect,
    question: str,
    answered: Callable[[str], object],
    *,
    placeholder: str = "",
    text: str = "",
) -> Popover:
    """Ask for a line of text beside `target`; Escape, or nothing typed, asks for nothing.

    Args:
        owner: The widget it is about.
        target: What it points at, in the coordinates of `owner`.
        question: What is asked.
        answered: Called with the text, stripped and not empty.
        placeholder: Shown while nothing is typed.
        text: What is in the field to begin with.
    """
    popover = Popover(owner)
    popover.setAccessibleName(question)
    label = PlainLabel(question, "strong", popover)
    field = QLineEdit(text, popover)
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(question)
    field.setMinimumWidth(theme().px(320))
    label.setBuddy(field)
    popover.body.addWidget(label)
    popover.body.addWidget(field)
    popover.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", popover))

    def deliver() -> None:
        if answer := field.text().strip():
            answered(answer)

    popover.accepted.connect(deliver)
    popover.open_at(target)
    field.setFocus(Qt.FocusReason.PopupFocusReason)
    return popover


def ask_day_beside(
    owner: QWidget,
    target: QRect,
    question: str,
    today: dt.date,
    answered: Callable[[dt.date | None], object],
    day: dt.date | None = None,
) -> Popover:
    """Ask for a day beside `target`; Escape, or what is no day, asks for nothing.

    Args:
        owner: The widget it is about.
        target: What it points at, in the coordinates of `owner`.
        question: What is asked.
        today: The day it is.
        answered: Called with the day, or None if the field was left empty.
        day: What is in the field to begin with.
    """
    popover = Popover(owner)
    popover.setAccessibleName(question)
    field = DateField(question, lambda: today, popover)
    field.set_value(day)
    popover.body.addWidget(PlainLabel(question, "strong", popover))
    popover.body.addWidget(field)
    popover.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", popover))

    def deliver() -> None:
        if field.settle():
            answered(field.value)

    popover.accepted.connect(deliver)
    popover.open_at(target)
    field.setFocus(Qt.FocusReason.PopupFocusReason)
    field.selectAll()
    return popover
