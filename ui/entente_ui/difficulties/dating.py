"""Asking of which day a rating is, and what was seen that day."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import ratings
from entente_ui.kit import DateField, PlainLabel, Popover
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work


@dataclass(frozen=True, slots=True)
class Asked:
    """A rating just made that may be completed.

    Attributes:
        kind: The kind of record it is of.
        rating_id: Its key.
        label: Name of the step that completes it.
    """

    kind: RecordType
    rating_id: str
    label: str


def ask_day_and_fact(context: Context, owner: QWidget, target: QRect, asked: Asked) -> Popover:
    """Ask for the day of a rating and the fact behind it; Escape leaves it as of today.

    Args:
        context: What the shell gives.
        owner: The widget it is about.
        target: What it points at, in the coordinates of `owner`.
        asked: The rating.
    """
    popover = Popover(owner)
    question = PlainLabel(_(asked.kind.rating_help), "strong", popover)
    fact = QLineEdit(popover)
    fact.setAccessibleName(_(asked.kind.rating_help))
    fact.setMinimumWidth(theme().px(320))
    today = context.document.read(lambda s: s.today)
    day = DateField(_("Date"), lambda: today, popover)
    day.set_value(today)
    popover.body.addWidget(question)
    popover.body.addWidget(fact)
    popover.body.addWidget(PlainLabel(_("Observed on"), "field", popover))
    popover.body.addWidget(day)
    popover.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", popover))

    def deliver() -> None:
        day.settle()
        keep(
            context, asked, day.value if day.is_sound and day.value != today else None, fact.text()
        )

    popover.accepted.connect(deliver)
    popover.open_at(target)
    fact.setFocus(Qt.FocusReason.PopupFocusReason)
    return popover


def keep(context: Context, asked: Asked, day: dt.date | None, fact: str) -> None:
    """Write down of which day a rating is and the fact behind it, as one step."""
    if day is None and not fact.strip():
        return
    context.taken(
        work.attempt(
            context.document,
            asked.label,
            lambda s: ratings.redate(s, asked.kind, asked.rating_id, day, fact),
        )
    )
