"""What keys, menus and double clicks can ask of the cards of a review."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente.services.reviews import Said, What
from entente_ui.kit import Menu
from entente_ui.pane import Context
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.review.carrying import Carrying
from entente_ui.sprints.review.deeds import Deeds
from entente_ui.sprints.review.lanes import ReviewLanes
from entente_ui.sprints.review.menu import menu_of
from entente_ui.sprints.review.words import COLUMN_LABELS


class Commands:
    """Runs what is asked by name."""

    def __init__(self, owner: QWidget, context: Context, lanes: ReviewLanes, deeds: Deeds) -> None:
        self._owner, self._context = owner, context
        self._lanes, self._deeds = lanes, deeds
        self.carrying = Carrying(context, lanes, deeds)

    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        some = self._lanes.selected
        is_written = not self._context.document.is_presenting
        advice = [each for each in some if each.what is What.ADVICE]
        if name in {"open", "edit"} and advice and is_written:
            self.carrying.take(advice)
        elif name == "open":
            focus_inspector(self._owner.window())
        elif name == "copy":
            QGuiApplication.clipboard().setText("\n".join(each.text for each in some))
        elif name == "new" and is_written:
            self._lanes.begin_line()
        elif some and is_written:
            self._change(name, some)

    def menu(self) -> Menu:
        """Return the menu of the cards selected."""
        is_written = not self._context.document.is_presenting
        return menu_of(self._owner, self._lanes.selected, self.run, is_written=is_written)

    def _change(self, name: str, some: Sequence[Said]) -> None:
        notes = [each for each in some if each.what is What.NOTE]
        tensions = [each for each in some if each.what is What.TENSION]
        asked, _dash, value = name.partition("-")
        acts: Mapping[str, Callable[[], object]] = {
            "edit": lambda: self._begin_edit(some[0]),
            "reword": lambda: self._begin_edit(some[0]),
            "delete": lambda: self._remove([*notes, *tensions]),
            "more": lambda: self._count(notes, tensions, 1),
            "less": lambda: self._count(notes, tensions, -1),
            "further": lambda: self.carrying.further(some),
            "act": lambda: self.carrying.act([*notes, *tensions]),
            "difficulty": lambda: self.carrying.promote(tensions),
            "status": lambda: self._deeds.set_status(tensions, value),
            "gap": lambda: self._deeds.gauge(tensions, int(value)),
            "level": lambda: self._deeds.set_level([*notes, *tensions], value),
        }
        if asked in acts:
            acts[asked]()
        elif name in COLUMN_LABELS:
            self.carrying.put(some, name)

    def _begin_edit(self, said: Said) -> None:
        if said.what is not What.ADVICE:
            self._lanes.begin_edit(said.id)

    def _count(self, notes: Sequence[Said], tensions: Sequence[Said], by: int) -> None:
        """Give notes a vote or take one back; say that gaps are wider or narrower."""
        if notes:
            self._deeds.vote(notes, by)
        if tensions:
            self._deeds.widen(tensions, by)

    def _remove(self, some: Sequence[Said]) -> None:
        if some:
            self._deeds.remove(some)
        else:
            self._context.toast(_("Cards are deleted on the board."), False)
