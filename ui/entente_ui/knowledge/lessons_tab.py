"""Lessons: how many of each cause above, their register below, and what waits to be one."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.change.spreading import LESSON
from entente.domain.difficulty import DIFFICULTY
from entente.domain.ten_causes import CAUSE_LABELS
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import lessons
from entente.services.lessons import Taught
from entente_ui.formats import labelled, number
from entente_ui.kit import FlowLayout, PlainLabel, QuietButton, spaced, tooltip
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.register_view import CountLink, RegisterView

_TITLE: Final = 40
#: So many difficulties are offered to be made a lesson of.
_OFFERED: Final = 8


class LessonsTab(RegisterView):
    """What was learned, as rules another mission can take along.

    Attributes:
        causes: By cause, how many lessons speak of it; a click selects them.
        offers: By difficulty, what makes a lesson of it.
    """

    name = "lessons"
    kind = LESSON
    prints = "knowledge"
    tables = frozenset({LESSON.name, DIFFICULTY.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.causes = {cause: CountLink(self.select, self) for cause in CAUSE_LABELS}
        self.offers: dict[str, QuietButton] = {}
        self._counts = QWidget(self)
        counted = spaced(FlowLayout(self._counts), 0, 8)
        for link in self.causes.values():
            counted.addWidget(link)
        self._waiting = QWidget(self)
        self._offered = spaced(FlowLayout(self._waiting), 0, 8)
        told = _("What these difficulties have taught is no lesson yet. Make one of:")
        self._ask = PlainLabel(told, "muted", self, wrap=True)
        self._more = PlainLabel("", "small", self)
        for part in (self._counts, self._ask, self._waiting, self._more):
            self.column.addWidget(part)

    @override
    def refresh(self) -> None:
        document = self.context.document
        rows = document.table(LESSON).dicts()
        for cause, link in self.causes.items():
            keys = [row["id"] for row in rows if row["cause"] == cause]
            link.show_keys(labelled(_(CAUSE_LABELS[cause]), "{count}"), keys)
        self._counts.setVisible(any(row["cause"] for row in rows))
        self._offer(() if document.is_presenting else document.read(lessons.untold))

    def _offer(self, untold: tuple[Taught, ...]) -> None:
        while (item := self._offered.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.offers = {}
        for each in untold[:_OFFERED]:
            words = f"{each.ref} · {shorten(each.title, _TITLE)}"
            make = partial(self._learn, each)
            button = QuietButton(words, make, self._waiting, icon_name="plus")
            tooltip(button, _("Make a lesson of {title}").format(title=each.title))
            self.offers[each.id] = button
            self._offered.addWidget(button)
        rest = len(untold) - _OFFERED
        self._more.setText(_("… and {count} more").format(count=number(rest)))
        self._more.setVisible(rest > 0)
        self._ask.setVisible(bool(untold))
        self._waiting.setVisible(bool(untold))

    def _learn(self, taught: Taught) -> None:
        if self.context.document.is_presenting:
            return
        made: list[str] = []
        label = _("Make a lesson of {ref}").format(ref=taught.ref)
        problem = work.attempt(
            self.context.document, label, lambda s: made.append(lessons.learn(s, taught.id))
        )
        if self.context.taken(problem):
            self.select(made)
