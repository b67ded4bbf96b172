"""Vision, objectives, approach: who sees what how, and who sees it furthest apart."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.aim_figures import Pair
from entente.domain.aims import ALIGNMENT
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente.services import alignment
from entente.services.alignment import Matrix, Person
from entente.services.alignment_words import whole_words
from entente_ui.change.alignment.deeds import Deeds
from entente_ui.change.alignment.grid import AlignmentGrid, matrix_figures
from entente_ui.change.alignment.pairs_card import SHOWN, PairsCard
from entente_ui.change.alignment.said_panel import SaidPanel
from entente_ui.change.alignment.split_page import SplitPage
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    NOWHERE,
    EmptyState,
    IconButton,
    PlainLabel,
    SearchField,
    Segments,
    ask_beside,
    make_action,
    sized,
)
from entente_ui.pane import Context, Selection, paper

_ASKED, _ALL = "asked", "all"
#: Px at 100 %.
_FIELD: Final = 240


class MatrixPage(SplitPage):
    """The matrix of alignment.

    Attributes:
        grid: People by topic.
        panel: What is said where one is at.
        pairs: Who sees it furthest apart.
        scope: Says whether those who were not asked are shown as well.
        search: Says who is shown.
    """

    name = "matrix"
    tables = frozenset({ACTOR.name, ALIGNMENT.name, ALIGNMENT.rating_name, BACKLOG_ITEM.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.matrix: Matrix | None = None
        self.deeds = Deeds(context)
        self.grid = AlignmentGrid(self)
        self.chart = ChartCard(_("Vision, objectives, approach"), self.grid, self.say, self)
        self.panel = SaidPanel(self)
        self.pairs = PairsCard(self._propose, context.reveal, self)
        choices = ((_ASKED, _("Those asked")), (_ALL, _("All actors")))
        self.scope = Segments(choices, _ASKED, self)
        self.scope.setAccessibleName(_("Who is shown"))
        self.search = SearchField(_("Search for an actor"), self)
        self._nobody = PlainLabel("", "muted", self, wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        sized(self.search, width=_FIELD)
        self.setAccessibleName(_("Alignment"))
        told = IconButton("file-text", _("Alignment on a page"), self.print_out, self)
        empty = EmptyState(
            "actors",
            _("No actor yet."),
            parent=self,
            hint=_("Note who takes part: they are then asked how they see the project."),
        )
        left = (self.chart, self._nobody, self.pairs)
        self.lay_out((self.scope, self.search, told), left, (self.panel,), empty)

    def _connect(self) -> None:
        self.grid.picked.connect(self._on_picked)
        self.grid.rated.connect(self._on_rated)
        self.panel.rated.connect(self._on_rated)
        self.panel.quote_asked.connect(self._ask_words)
        self.panel.opened.connect(partial(self.context.reveal, ACTOR.name))
        self.scope.chosen.connect(self._show)
        self.search.searched.connect(self._show)
        self.search.left_downwards.connect(self.grid.setFocus)

    @property
    @override
    def status(self) -> str:
        count = len(self.matrix.asked) if self.matrix else 0
        words = ngettext("{count} person asked", "{count} people asked", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer = document.viewer
        matrix = self.matrix = document.read(lambda s: alignment.matrix(s, viewer))
        locked = document.is_presenting
        self.show_filled(is_filled=bool(matrix.asked if locked else matrix.people))
        cards: Mapping[tuple[str, str], str] = {}
        if not locked:
            cards = document.read(lambda s: alignment.proposed(s, matrix.pairs[:SHOWN]))
        self.pairs.show_pairs(matrix, cards, read_only=locked)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show those who are wanted, and what is said of the place one is at."""
        if self.matrix is None:
            return
        matrix, people = self.matrix, self._wanted()
        self.grid.show_people(matrix, people, is_editable=not self.context.document.is_presenting)
        self.chart.show_figures(whole_words(matrix), matrix_figures(matrix, people))
        self._nobody.setText(_("Nobody is called that."))
        self._nobody.setVisible(not people)
        self._show_place()

    def _wanted(self) -> Sequence[Person]:
        if self.matrix is None:
            return ()
        asked = self.matrix.asked
        # While nobody was asked all are shown, or there would be nothing to rate.
        people = asked if self.scope.current == _ASKED and asked else self.matrix.people
        words = fold(self.search.text()).split()
        return [each for each in people if all(word in fold(each.name) for word in words)]

    @override
    def offered(self) -> Sequence[QAction]:
        return (make_action(self, _("Alignment on a page"), self.print_out, "file-text"),)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != ALIGNMENT.name:
            return False
        self.read_now()
        for person in self.matrix.asked if self.matrix else ():
            for topic, cell in person.cells.items():
                if cell.id == key:
                    self.search.clear()
                    self._show()
                    self.grid.go_to(person.id, topic)
                    self._show_place()
                    return True
        return False

    @override
    def focus_filter(self) -> None:
        self.search.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("alignment"), "")

    @override
    def state(self) -> Mapping[str, Any]:
        actor, topic = self.grid.place
        return {"actor": actor, "topic": topic, "scope": self.scope.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("scope") in {_ASKED, _ALL}:
            self.scope.set_current(str(state["scope"]))
        self.refresh()
        self.grid.go_to(str(state.get("actor", "")), str(state.get("topic", "")))
        self._show_place()

    def _person(self) -> Person | None:
        key = self.grid.place[0]
        people = self.matrix.people if self.matrix else ()
        return next((each for each in people if each.id == key), None)

    def _show_place(self) -> None:
        person = self._person()
        self.panel.setVisible(person is not None)
        if person is not None:
            locked = self.context.document.is_presenting
            self.panel.show_place(person, self.grid.place[1], read_only=locked)

    @Slot(str, str)
    def _on_picked(self, actor: str, _topic: str) -> None:
        self._show_place()
        self.selected.emit(Selection(ACTOR, (actor,)))

    @Slot(str, str, object)
    def _on_rated(self, actor: str, topic: str, score: int | None) -> None:
        person = self._person()
        if person is None or person.id != actor or score is None:
            return
        if self.deeds.say(person, topic, score):
            self._ask_words()

    @Slot()
    def _ask_words(self) -> None:
        """Ask beside the cell one is at what was said."""
        person, topic = self._person(), self.grid.place[1]
        part = self.grid.part_of(*self.grid.place)
        if person is None or topic not in person.cells or part == NOWHERE:
            return
        box = self.grid.box(part).toRect()
        target = QRect(self.grid.mapTo(self, box.topLeft()), box.size())
        cell = person.cells[topic]
        note = partial(self.deeds.quote, person, cell.id)
        ask_beside(self, target, _("What did they say?"), note, text=cell.words)

    def _propose(self, pair: Pair) -> None:
        names = {person.id: person.name for person in self.matrix.people} if self.matrix else {}
        self.deeds.propose(pair, (names[pair.one], names[pair.other]))
