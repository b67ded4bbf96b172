"""Meetings that would help: a card each, with its reason, its score and its sheet."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.i18n import _, ngettext
from entente.services import matchmaking
from entente.services.matchmaking import Meeting
from entente_ui.actors.acting.part import Part
from entente_ui.actors.acting.sheet import SheetMenu
from entente_ui.actors.acting.words import circumstances, score_words
from entente_ui.actors.latest import Latest
from entente_ui.formats import number
from entente_ui.kit import (
    Card,
    EmptyState,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    ScrollArea,
    SecondaryButton,
    spaced,
)
from entente_ui.pane import Context, Selection

#: Cards shown at first; a mediator brings about a few meetings, not forty.
_FIRST: Final = 8
_HIGH: Final = 30
#: Beyond these the score says little.
_MOST: Final = 40


class MeetingsPart(Part):
    """Who should meet whom, and why.

    Attributes:
        cards: One for each meeting shown, the most useful first.
        sheets: The menu that makes the sheet of a meeting.
    """

    name = "meetings"
    tables = frozenset(
        {
            *("actor", "relation", "relation_rating", "common_cause", "supporter", "objective"),
            *("stance", "stance_rating", "difficulty", "difficulty_rating", "party"),
            *("interaction", "presence", "alignment", "alignment_rating"),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cards: list[MeetingCard] = []
        self.sheets = SheetMenu(context, self)
        self._found: tuple[Meeting, ...] = ()
        self._shown = _FIRST
        self._work = Latest(context, self)
        self._stack = QStackedWidget(self)
        self._list = spaced(QVBoxLayout(), (0, 0, 12, 8), 8)
        self._build()

    @property
    @override
    def status(self) -> str:
        count = len(self._found)
        return ngettext("{count} meeting", "{count} meetings", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.is_presenting:
            self._work.forget()
            self._found = ()
            self._fill()
            self._stack.setCurrentIndex(2)
            return
        known = document.read(partial(matchmaking.situation, on=self.on))
        work = partial(matchmaking.helpful, known, _MOST)
        self._work.ask(_("Looking for meetings that would help…"), work, self._show)

    def _show(self, found: tuple[Meeting, ...]) -> None:
        self._found = found
        self._fill()
        self._stack.setCurrentIndex(0 if found else 1)
        self.status_changed.emit(self.status)

    def _build(self) -> None:
        inside = QWidget(self)
        layout = spaced(QVBoxLayout(inside), 0, 4)
        hint = _(
            "Two people whose relation is broken, strained or absent, who want the same thing, "
            "depend on each other or see the project too differently. The score is what is "
            "wanting × what they share × what they need."
        )
        words = PlainLabel(hint, "muted", inside, wrap=True)
        layout.addWidget(words)
        layout.addLayout(self._list)
        self._more = LinkButton(_("Show the others"), self._show_all, inside)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        scroll = ScrollArea(inside, self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        self._stack.addWidget(scroll)
        self._stack.addWidget(
            EmptyState(
                "actors",
                _("No meeting to bring about yet."),
                parent=self,
                hint=_(
                    "Rate relations, and note what people want: those who should meet appear here."
                ),
            )
        )
        self._stack.addWidget(EmptyState("actors", _("Hidden during a presentation."), parent=self))
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)

    def _fill(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(meeting) for meeting in self._found[: self._shown]]
        for card in self.cards:
            self._list.addWidget(card)
        self._more.setVisible(len(self._found) > self._shown)

    def _card(self, meeting: Meeting) -> "MeetingCard":
        card = MeetingCard(meeting, self)
        pair = (meeting.first.id, meeting.second.id)
        refs = f"{meeting.first.ref} {meeting.second.ref} "
        ask = partial(self.sheets.ask, meeting, card, self.on)
        card.add_button(_("Meeting sheet…"), "printer", ask)
        card.add_button(_("Select both"), "users", lambda: self._select(pair))
        if meeting.match.known:
            card.add_button(_("Their relation"), "affiliate", lambda: self._relation(pair))
        if not self.is_past:
            card.add_button(_("Note a meeting"), "plus", lambda: self.view_wanted.emit("log", refs))
        return card

    def _select(self, pair: tuple[str, str]) -> None:
        self.selected.emit(Selection(ACTOR, pair))

    def _relation(self, pair: tuple[str, str]) -> None:
        for row in self.context.document.table(RELATION).dicts():
            if {row["from_id"], row["to_id"]} == set(pair):
                self.selected.emit(Selection(RELATION, (row["id"],)))
                return

    def _show_all(self) -> None:
        self._shown = len(self._found)
        self._fill()

    @override
    def print_out(self) -> None:
        if self._found:
            self.sheets.ask(self._found[0], self.cards[0], self.on)


class MeetingCard(Card):
    """One meeting: the two, why, and what can be done about it.

    Attributes:
        meeting: The meeting.
        buttons: What can be done, from left to right.
    """

    def __init__(self, meeting: Meeting, parent: QWidget) -> None:
        names = _("{first} and {second}").format(
            first=meeting.first.name, second=meeting.second.name
        )
        super().__init__(names, parent)
        self.meeting = meeting
        self.buttons: list[SecondaryButton] = []
        score = meeting.match.score
        role = "accent" if score >= _HIGH else "neutral"
        self.head.addWidget(Pill(_("score {number}").format(number=number(score)), role, self))
        self.body.addWidget(PlainLabel(meeting.reason, "body", self, wrap=True))
        for words in (score_words(meeting.match), circumstances(meeting)):
            if words:
                self.body.addWidget(PlainLabel(words, "small", self, wrap=True))
        self._row = spaced(FlowLayout(), (0, 4, 0, 0), 8)
        self.body.addLayout(self._row)

    def add_button(self, words: str, icon_name: str, on_click: Callable[[], object]) -> None:
        """Add something that can be done."""
        button = SecondaryButton(words, on_click, self, icon_name=icon_name)
        self._row.addWidget(button)
        self.buttons.append(button)
