"""The parties of a difficulty: what each says, and what they have to say to one another."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Audience
from entente.domain.party import OSBD, PARTY
from entente.domain.records import Field, FieldKind
from entente.domain.text import fold
from entente.i18n import N_, _, ngettext
from entente.services import parties, presentation
from entente.store.session import Session
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.parties.board import PartyBoard
from entente_ui.difficulties.parties.column import PartyColumn, PartySeen
from entente_ui.difficulties.parties.messages import Messages
from entente_ui.formats import quoted
from entente_ui.kit import EmptyState, FlowLayout, ScrollArea, Segments, make_action, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.inputs import ReferenceInput

if TYPE_CHECKING:
    from entente.services.records import Rating

_BOARD: Final = "board"
_MESSAGES: Final = "messages"
#: Who could become a party: found by typing a part of the name, or chosen in the list.
_WHO: Final = Field(
    "actor_id", N_("Add a party"), FieldKind.REFERENCE, target=ACTOR.name, required=True
)
#: The first field of each question of the wheel that is answered here.
_ANSWERS: Final = {"what": "account", "why": "interests", "pivot": "recognition"}


class PartiesPage(DifficultyPage):
    """The parties side by side, and their messages in four steps."""

    name: ClassVar[str] = "parties"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        self._parties: Sequence[PartySeen] = ()
        self._sides = Segments(
            ((_BOARD, _("Side by side")), (_MESSAGES, _("Messages"))), parent=self
        )
        self.who = ReferenceInput(_WHO, {}, self)
        self.who.setAccessibleName(_("Add a party"))
        self.who.setMinimumContentsLength(20)
        self.who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.board = PartyBoard(context, self)
        self.messages = Messages(context, self)
        empty = EmptyState(
            "actors",
            _("Who is concerned? Choose the first party, or drop an actor here."),
            _("Add a party"),
            self.ask_who,
            self,
        )
        self._nobody = ScrollArea(empty, self, name=_("Parties"))
        self._stack = QStackedWidget(self)
        self._build()
        self._keep_room()
        theme().changed.connect(self._keep_room)
        self._sides.chosen.connect(self._turn)
        self.who.committed.connect(self._add_typed)
        self.board.opened.connect(partial(context.reveal, ACTOR.name))
        self.board.removed.connect(self.remove)

    def _build(self) -> None:
        head = spaced(FlowLayout(), (20, 8, 20, 4), 12)
        head.addWidget(self._sides)
        head.addWidget(self.who)
        for page in (self.board, self.messages, self._nobody):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _keep_room(self) -> None:
        self.who.setMinimumWidth(theme().px(150))

    @property
    def columns(self) -> Sequence[PartyColumn]:
        """The columns in sight, from left to right."""
        made = self.board.columns
        return [made[seen.key] for seen in self._parties if seen.key in made]

    @override
    def show_difficulty(self, key: str) -> None:
        document = self.context.document
        viewer, read_only = document.viewer, document.is_presenting
        self._key = key
        names = document.labels(ACTOR)
        self._parties = document.read(lambda s: _seen(s, key, viewer, names))
        there = {seen.row["actor_id"] for seen in self._parties}
        free = {actor: name for actor, name in names.items() if actor not in there}
        self.who.show_value(None, {})
        self.who.offer_later(lambda: free)
        self._hint()
        self.who.setVisible(not read_only)
        self.board.show_parties(self._parties, read_only=read_only)
        rows = document.read(lambda s: presentation.rows_where(s, OSBD, viewer, difficulty_id=key))
        people = [seen.row["actor_id"] for seen in self._parties]
        self.messages.show_messages(key, rows, names, people, read_only=read_only)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        is_board = self._sides.current == _BOARD
        wanted: QWidget = self.board if self._parties else self._nobody
        self._stack.setCurrentWidget(wanted if is_board else self.messages)

    def ask_who(self) -> None:
        """Put the cursor where a party is named, with the names open."""
        self.who.setFocus()
        self.who.showPopup()

    def _hint(self) -> None:
        line = self.who.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("Add a party…"))

    @Slot()
    def _add_typed(self) -> None:
        text = self.who.typed()
        self.who.show_value(None)
        self._hint()
        if not text:
            return
        names = self.context.document.labels(ACTOR)
        alike = [key for key, name in names.items() if fold(text) in fold(name)]
        if text in names:
            self.take_actors([text])
        elif len(alike) == 1:
            self.take_actors(alike)
        elif alike and fold(text) not in map(fold, names.values()):
            told = _("Several names hold {words}: choose one in the list.")
            self.context.toast(told.format(words=quoted(text)), False)
        else:
            self._add_named(text)

    def _add_named(self, text: str) -> None:
        """Make whoever bears a name or reference a party; a name nobody bears is noted."""
        new: list[bool] = []

        def add(session: Session) -> None:
            new.append(parties.add_named(session, self._key, text))

        problem = work.attempt(self.context.document, _("Add a party"), add)
        if self.context.taken(problem) and new and new[0]:
            told = _("{name} was not among the actors yet, and is noted there too.")
            self.context.toast(told.format(name=text), True)

    @override
    def take_actors(self, keys: Sequence[str]) -> bool:
        if self.context.document.is_presenting:
            return False
        for key in keys:
            problem = work.attempt(
                self.context.document,
                _("Add a party"),
                partial(parties.add, difficulty_id=self._key, actor_id=key),
            )
            self.context.taken(problem)
        return True

    @Slot(str)
    def remove(self, party: str) -> None:
        """Take a party away; say what became of what it said in caucus."""
        document = self.context.document
        closed: list[int] = []
        label = _("Delete {record}").format(record=work.name_of(document, PARTY, party))

        def remove(session: Session) -> None:
            closed.append(parties.remove(session, party))

        if work.attempt(document, label, remove):
            return
        told = _("Party removed.")
        if closed and closed[0]:
            more = ngettext(
                "{count} text it gave in caucus is kept; nobody but the mediator reads it now.",
                "{count} texts it gave in caucus are kept; nobody but the mediator reads them now.",
                closed[0],
            )
            told = f"{told} {more.format(count=closed[0])}"
        self.context.toast(told, True)

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        is_message = record_type == OSBD.name
        self._sides.set_current(_MESSAGES if is_message else _BOARD)
        self._turn()
        if is_message:
            self.messages.focus_on(key)
        else:
            self.board.focus_on(key)

    @override
    def answer(self, question: str) -> None:
        self._sides.set_current(_BOARD)
        self._turn()
        name = _ANSWERS.get(question, "")
        lacking = [seen for seen in self._parties if name and not seen.row[name]]
        if lacking:
            self.board.focus_on(lacking[0].key, name)
        elif not self._parties:
            self.who.setFocus()

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        return [
            make_action(self, _("Add a party"), self.ask_who),
            make_action(self, _("Write a message in four steps"), self._write),
        ]

    def _write(self) -> None:
        self._sides.set_current(_MESSAGES)
        self._turn()
        self.messages.begin()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"side": self._sides.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("side") in {_BOARD, _MESSAGES}:
            self._sides.set_current(str(state["side"]))
            self._turn()


def _seen(
    session: Session, key: str, viewer: Audience, names: Mapping[str, str]
) -> Sequence[PartySeen]:
    """Return the parties of a difficulty, as somebody sees them."""
    rows = presentation.rows_where(session, PARTY, viewer, difficulty_id=key)
    modes: dict[str, list[Rating]] = {row["id"]: [] for row in rows}
    for rating in presentation.ratings_for(session, PARTY, viewer):
        if rating.record_id in modes and rating.values["mode"] is not None:
            modes[rating.record_id].append(rating)
    return [PartySeen(row, names.get(row["actor_id"], ""), modes[row["id"]]) for row in rows]
