"""The map of constraints: who bears what, who knows of it, what does not go together."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.constraints import CONSTRAINT, CONSTRAINT_CLASH, CONSTRAINT_KNOWN
from entente.i18n import N_, _, ngettext
from entente.services import constraints, presentation
from entente.services.constraint_words import lonely_words, map_words
from entente.services.constraints import Constraint, ConstraintMap
from entente_ui.change.alignment.clashes_card import ClashesCard
from entente_ui.change.alignment.deeds import Deeds
from entente_ui.change.alignment.forms import CONSTRAINTS, NAMED
from entente_ui.change.alignment.split_page import SplitPage
from entente_ui.change.alignment.tick_grid import TickGrid, tick_figures
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    IconButton,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Segments,
    make_action,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.registers.record_cards import RecordCards

_ALL, _CONCERNED = "all", "concerned"


class ConstraintsPage(SplitPage):
    """Who bears which constraint.

    Attributes:
        grid: Constraints by actors.
        form: The constraint one is at.
        clashes: What does not go together.
        lonely: Says what nobody but its bearer knows of.
        scope: Says whether those who know of nothing are shown as well.
    """

    name = "constraints"
    tables = frozenset(
        kind.name for kind in (ACTOR, ORGANISATION, CONSTRAINT, CONSTRAINT_KNOWN, CONSTRAINT_CLASH)
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: ConstraintMap | None = None
        self.deeds = Deeds(context)
        self.grid = TickGrid(self)
        self.chart = ChartCard(_("Who knows of what"), self.grid, self.say, self)
        self.clashes = ClashesCard(self.deeds, context.reveal, self)
        self.lonely = PlainLabel("", "body", self, wrap=True)
        adds = ((N_("Add a constraint"), self.deeds.add_constraint),)
        self.form = RecordCards(context, CONSTRAINTS, adds, self)
        choices = ((_ALL, _("All actors")), (_CONCERNED, _("Those concerned")))
        self.scope = Segments(choices, _ALL, self)
        self.scope.setAccessibleName(_("Who is shown"))
        self.add_button = PrimaryButton(
            _("Add a constraint"), self.add_record, self, icon_name="plus"
        )
        self._build()
        self.grid.picked.connect(self._on_picked)
        self.grid.ticked.connect(self._on_ticked)
        self.grid.rated.connect(self._on_rated)
        self.scope.chosen.connect(self._show)

    def _build(self) -> None:
        self.setAccessibleName(_("Map of constraints"))
        told = IconButton("file-text", _("Map of constraints on paper"), self.print_out, self)
        form = IconButton("printer", _("Form for a workshop"), self.print_form, self)
        empty = EmptyState(
            "actors",
            _("No constraint yet."),
            _("Add a constraint"),
            self.add_record,
            self,
            hint=_("What somebody cannot move, often without the others knowing."),
        )
        empty.add_button(QuietButton(_("Form for a workshop"), self.print_form, empty))
        left = (self.chart, self.lonely, self.clashes)
        self.lay_out((self.add_button, self.scope, told, form), left, (self.form,), empty)

    @property
    @override
    def status(self) -> str:
        count = len(self.found.constraints) if self.found else 0
        words = ngettext("{count} constraint", "{count} constraints", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, locked = document.viewer, document.is_presenting
        found = self.found = document.read(lambda s: constraints.constraint_map(s, viewer))
        self.show_filled(is_filled=bool(found.constraints))
        self.add_button.setVisible(not locked)
        self.clashes.show_map(found, read_only=locked)
        self.lonely.setText(lonely_words(found))
        self.lonely.setVisible(bool(found.lonely))
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show constraints by their bearers, and those who are wanted."""
        if self.found is None:
            return
        found = self.found
        order = {key: place for place, key in enumerate(found.people)}
        rows = sorted(found.constraints, key=lambda each: order.get(each.bearer, len(order)))
        people = found.people
        if self.scope.current == _CONCERNED:
            concerned = {key for each in rows for key in each.known_by}
            people = {key: name for key, name in people.items() if key in concerned}
        editable = not self.context.document.is_presenting
        self.grid.show_constraints(rows, people, map_words(found), is_editable=editable)
        self.chart.show_figures(map_words(found), tick_figures(rows, people))
        self._show_place()

    def _show_place(self) -> None:
        document = self.context.document
        viewer = document.viewer
        key = self.grid.place[0]
        rows: Sequence[Mapping[str, Any]] = ()
        if key:
            read = partial(presentation.rows_where, id=key)
            rows = document.read(lambda s: read(s, CONSTRAINT, viewer))
        labels = {kind.name: document.labels(kind) for kind in NAMED}
        self.form.show_rows(rows, labels, read_only=document.is_presenting)

    @override
    def add_record(self) -> bool:
        if self.context.document.is_presenting:
            return False
        key, problem = self.deeds.add_constraint()
        if self.context.taken(problem) and key:
            self.reveal(CONSTRAINT.name, key)
            self.form.focus_on(key)
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("Map of constraints on paper"), self.print_out, "file-text")
        form = make_action(self, _("Form for a workshop"), self.print_form, "printer")
        if self.context.document.is_presenting:
            return (told, form)
        return (make_action(self, _("Add a constraint"), self.add_record, "plus"), told, form)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        for clash in self.found.clashes if self.found else ():
            if clash.id == key and record_type == CONSTRAINT_CLASH.name:
                self.area.ensureWidgetVisible(self.clashes)
                key = clash.one
        if self._constraint(key) is None:
            return False
        self.grid.go_to(key)
        self._show_place()
        return True

    @override
    def focus_filter(self) -> None:
        self.grid.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("constraints"), "")

    def print_form(self) -> None:
        """Prepare a blank map for a workshop."""
        self.context.reveal(paper("constraint-form"), "")

    @override
    def state(self) -> Mapping[str, Any]:
        return {"constraint": self.grid.place[0], "scope": self.scope.current}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("scope") in {_ALL, _CONCERNED}:
            self.scope.set_current(str(state["scope"]))
        self.refresh()
        self.grid.go_to(str(state.get("constraint", "")))
        self._show_place()

    def _constraint(self, key: str) -> Constraint | None:
        known = self.found.constraints if self.found else ()
        return next((each for each in known if each.id == key), None)

    @Slot(str, str)
    def _on_picked(self, constraint: str, _actor: str) -> None:
        self._show_place()
        self.selected.emit(Selection(CONSTRAINT, (constraint,)))

    @Slot(str, str)
    def _on_ticked(self, key: str, actor: str) -> None:
        constraint = self._constraint(key)
        if constraint is not None:
            self._on_rated(key, actor, int(actor not in constraint.known_by))

    @Slot(str, str, object)
    def _on_rated(self, key: str, actor: str, knows: int | None) -> None:
        constraint = self._constraint(key)
        if self.found is None or constraint is None or actor == constraint.bearer:
            return
        if bool(knows) != (actor in constraint.known_by):
            self.deeds.tell(constraint, actor, self.found.people[actor], knows=bool(knows))
