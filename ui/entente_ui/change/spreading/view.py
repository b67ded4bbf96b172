"""The tab of the ambassadors: who carries the change, what is shared and handed over."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.spreading import (
    AMBASSADOR,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.relation import RELATION
from entente.domain.working_group import GROUP_MEMBER, WORKING_GROUP
from entente.i18n import N_, _, ngettext
from entente_ui.change.spreading.deeds import Deeds
from entente_ui.change.spreading.forms import NAMED, TESTIMONIES
from entente_ui.change.spreading.learning_part import LearningPart
from entente_ui.change.spreading.people_part import PeoplePart
from entente_ui.change.spreading.reading import Read, read
from entente_ui.change.spreading.skills_part import SkillsPart
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    IconButton,
    PrimaryButton,
    ScrollArea,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.record_cards import RecordCards

_FILLED, _EMPTY, _PRIVATE = range(3)
_KINDS: Final = (
    *(AMBASSADOR, RELAY, SHARING, SKILL_TRANSFER, TESTIMONY, FUNCTIONAL_GROUP, ACTOR),
    *(RELATION, WORKING_GROUP, GROUP_MEMBER, INTERACTION, PRESENCE),
)


class SpreadingView(ReadingView):
    """Who spreads the change, and what is learned on the way.

    Attributes:
        people: Ambassadors, whom they reach, what is asked of them.
        learning: Communities and what was shared.
        skills: Skills handed over.
        testimonies: A list.
    """

    name = "ambassadors"
    tables = frozenset(
        name for kind in _KINDS for name in (kind.name, kind.rating_name if kind.dated else "")
    ) - {""}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.seen: Read | None = None
        self.deeds = Deeds(context)
        self.people = PeoplePart(context, self.deeds, self._say, self)
        self.learning = LearningPart(context, self.deeds, self._say, self)
        self.learning.new.clicked.connect(self._ask_community)
        self.skills = SkillsPart(context, self.deeds, self._say, self)
        adds = ((N_("Add a testimony"), self.deeds.add_testimony),)
        self.testimonies = RecordCards(context, TESTIMONIES, adds, self)
        self.add_button = PrimaryButton(
            _("Add an ambassador"), self.ask_name, self, icon_name="plus"
        )
        self._pages = QStackedWidget(self)
        self._build()

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.add_button)
        bar.addWidget(IconButton("file-text", _("Assessment of knowledge"), self.print_out, self))
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 8, 16), 20)
        for part in (self.people, self.skills, self.learning, self.testimonies):
            column.addWidget(part)
        column.addStretch(1)
        self._area = ScrollArea(page, self, name=_("Ambassadors"))
        filled = QWidget(self)
        inside = spaced(QVBoxLayout(filled), 0, 8)
        inside.addLayout(bar)
        inside.addWidget(self._area, 1)
        self._empty = EmptyState(
            "actors",
            _("Nobody carries the change yet."),
            _("Add an ambassador"),
            self.ask_name,
            self,
            hint=_("Name somebody who lives the change already, and the group they speak to."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for each in (filled, self._empty, private):
            self._pages.addWidget(each)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)

    @property
    @override
    def status(self) -> str:
        count = len(self.seen.found.ambassadors) if self.seen else 0
        words = ngettext("{count} ambassador", "{count} ambassadors", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        locked = document.is_presenting
        seen = self.seen = document.read(partial(read, viewer=document.viewer))
        empty = _PRIVATE if locked else _EMPTY
        self._pages.setCurrentIndex(empty if seen.is_empty else _FILLED)
        self.add_button.setVisible(not locked)
        labels = {kind.name: document.labels(kind) for kind in NAMED}
        labels[AMBASSADOR.name] = {each.id: each.name for each in seen.found.ambassadors}
        self.people.show_people(seen, labels, read_only=locked)
        self.learning.show_learning(seen, labels, read_only=locked)
        self.skills.show_skills(seen, labels, read_only=locked)
        self.testimonies.show_rows(seen.rows[TESTIMONY.name], labels, read_only=locked)

    @override
    def add_record(self) -> bool:
        self.ask_name()
        return True

    def ask_name(self) -> None:
        """Ask who carries the change."""
        beside = self.add_button if self.add_button.isVisible() else self._empty
        question = _("Who carries the change? An actor, or what this person is called")
        self._ask(beside, question, self._add)

    def _ask_community(self) -> None:
        self._ask(self.learning.new, _("What is the community called?"), self.deeds.found)

    def _ask(self, beside: QWidget, question: str, answered: Callable[[str], object]) -> None:
        if not self.context.document.is_presenting:
            target = QRect(beside.mapTo(self, beside.rect().topLeft()), beside.size())
            ask_beside(self, target, question, answered)

    def _add(self, name: str) -> None:
        key = self.deeds.add_ambassador(name)
        if key:
            self.reveal(AMBASSADOR.name, key)

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("Assessment of knowledge"), self.print_out, "file-text")
        if self.context.document.is_presenting:
            return (told,)
        return (make_action(self, _("Add an ambassador"), self.ask_name, "plus"), told)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        lists = {
            AMBASSADOR.name: self.people.ambassadors,
            RELAY.name: self.people.relays,
            SHARING.name: self.learning.sharings,
            SKILL_TRANSFER.name: self.skills.transfers,
            TESTIMONY.name: self.testimonies,
        }
        card = lists[record_type].cards.get(key) if record_type in lists else None
        if card is None:
            return False
        self._area.ensureWidgetVisible(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def focus_filter(self) -> None:
        self.skills.grid.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("knowledge"), "")

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
