"""What lines, keys, menus and the mouse can ask of the cards of a review."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.domain.records import RecordType
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.i18n import _
from entente.services.reviews import Column, Said, What
from entente_ui.kit import Menu
from entente_ui.pane import Selection
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.review.carrying import Carrying
from entente_ui.sprints.review.deeds import Deeds
from entente_ui.sprints.review.lanes import ReviewLanes
from entente_ui.sprints.review.menu import menu_of
from entente_ui.sprints.review.reading import Reader
from entente_ui.sprints.review.words import COLUMN_LABELS

if TYPE_CHECKING:
    from entente_ui.sprints.review.view import ReviewView

_TYPES: Final[Mapping[What, RecordType]] = {
    What.ITEM: BACKLOG_ITEM,
    What.NOTE: REVIEW_NOTE,
    What.TENSION: TENSION,
    What.ADVICE: ACTIVITY_TYPE,
}
#: What the cards of a column begin with; those of the others are notes.
_PREFIXES: Final = {Column.TENSION.value: "tension:", Column.NEXT.value: "next:"}


class Commands:
    """Does what the cards of a view ask for.

    Attributes:
        carrying: Takes cards from column to column.
    """

    def __init__(
        self, owner: "ReviewView", reader: Reader, lanes: ReviewLanes, deeds: Deeds
    ) -> None:
        self._owner, self._context = owner, owner.context
        self._reader, self._lanes, self._deeds = reader, lanes, deeds
        self.carrying = Carrying(self._context, lanes, deeds)

    def listen(self) -> None:
        """Do from now on what the columns ask for."""
        lanes, of, carrying = self._lanes, self._reader.of, self.carrying
        lanes.typed.connect(self._note)
        lanes.brought.connect(self._bring)
        lanes.voted.connect(lambda key, by: self._deeds.vote(of([key]), by))
        lanes.gauged.connect(lambda key, gap: self._deeds.gauge(of([key]), gap))
        lanes.dropped.connect(lambda to, keys, _on: carrying.put(of(keys), to))
        lanes.carried.connect(lambda to: carrying.put(lanes.selected, to))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(lambda at: self.menu().popup(at))
        lanes.celebration.written.connect(self._deeds.celebrate)

    @property
    def selection(self) -> Selection | None:
        """The records selected, of the kind of the first."""
        some = [each for each in self._lanes.selected if each.key]
        if not some:
            return None
        kind = some[0].what
        keys = tuple(dict.fromkeys(each.key for each in some if each.what is kind))
        return Selection(_TYPES[kind], keys)

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

    def _note(self, column: str, line: CardLine) -> None:
        key = self._deeds.add(column, line, self._owner.head.chosen_level)
        if key:
            self._lanes.lines[column].taken()
            self.carrying.show(_PREFIXES.get(column, "note:"), [key], takes_focus=False)

    def _bring(self, column: str) -> None:
        made = self._deeds.bring(column, self._reader.found.observed.get(column, ()))
        self.carrying.show("note:", made)

    def _reword(self, key: str, words: str) -> None:
        for said in self._reader.of([key]):
            if words.strip() and words != said.text:
                self._deeds.reword(said, words)

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
