"""What is shared: what each sprint asks of it, and where that is more than there is."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.constraints import RESOURCE_DEMAND, SHARED_RESOURCE
from entente.domain.review import TENSION
from entente.domain.sprint import SPRINT
from entente.i18n import N_, _, ngettext
from entente.services import presentation, shared_resources
from entente.services.constraint_words import allocation_words, use_words
from entente.services.shared_resources import Allocation, Resource
from entente_ui.change.alignment.deeds import Deeds
from entente_ui.change.alignment.forms import DEMANDS, NAMED, RESOURCES
from entente_ui.change.alignment.split_page import SplitPage
from entente_ui.change.alignment.use_grid import UseGrid, allocation_figures
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    make_action,
)
from entente_ui.pane import Context, Selection
from entente_ui.registers.record_cards import RecordCards


class ResourcesPage(SplitPage):
    """Who asks for what people share.

    Attributes:
        grid: Resources by sprints.
        place: Says what is asked where one is at.
        demands: The same, one by one.
        form: The resource one is at.
        note: Notes what is asked beyond what there is as a tension.
        tension: Leads to that tension.
    """

    name = "resources"
    tables = frozenset(
        kind.name for kind in (*NAMED, SHARED_RESOURCE, RESOURCE_DEMAND, SPRINT, TENSION)
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Allocation | None = None
        self._tensions: Mapping[tuple[str, str], str] = {}
        self.deeds = Deeds(context)
        self.grid = UseGrid(self)
        self.chart = ChartCard(_("What is asked in each sprint"), self.grid, self.say, self)
        self.sprintless = PlainLabel(
            _("No sprint yet: what is asked is counted sprint by sprint."), "muted", self, wrap=True
        )
        self.place = PlainLabel("", "strong", self, wrap=True)
        self.note = SecondaryButton(_("Note a tension"), self._note, self, icon_name="plus")
        self.tension = LinkButton(_("Tension noted"), self._open_tension, self)
        asks = ((N_("Add a demand"), self._ask),)
        self.demands = RecordCards(context, DEMANDS, asks, self)
        adds = ((N_("Add a resource"), self.deeds.add_resource),)
        self.form = RecordCards(context, RESOURCES, adds, self)
        self.add_button = PrimaryButton(
            _("Add a resource"), self.add_record, self, icon_name="plus"
        )
        self._build()
        self.grid.picked.connect(self._on_picked)

    def _build(self) -> None:
        self.setAccessibleName(_(SHARED_RESOURCE.plural))
        empty = EmptyState(
            "actors",
            _("No shared resource yet."),
            _("Add a resource"),
            self.add_record,
            self,
            hint=_("A person, a room, an environment or a budget line that several ask for."),
        )
        beside = (self.place, self.note, self.tension, self.demands, self.form)
        self.lay_out((self.add_button,), (self.chart, self.sprintless), beside, empty)

    @property
    @override
    def status(self) -> str:
        count = len(self.found.over) if self.found else 0
        words = ngettext("{count} over-allocation", "{count} over-allocations", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, locked = document.viewer, document.is_presenting
        found = self.found = document.read(lambda s: shared_resources.allocation(s, viewer))
        self._tensions = {} if locked else document.read(shared_resources.tensions)
        self.show_filled(is_filled=bool(found.resources))
        self.add_button.setVisible(not locked)
        self.sprintless.setVisible(not found.sprints)
        self.grid.show_allocation(found)
        self.chart.show_figures(allocation_words(found), allocation_figures(found))
        self._show_place()

    def _show_place(self) -> None:
        """Show the resource one is at, and what is asked of it in the sprint one is at."""
        document = self.context.document
        viewer, locked = document.viewer, document.is_presenting
        resource, sprint = self._resource(), self.grid.place[1]
        for widget in (self.place, self.demands):
            widget.setVisible(resource is not None and bool(sprint))
        over = resource is not None and sprint in resource.uses and resource.uses[sprint].is_over
        told = self._tensions.get(self.grid.place, "")
        self.note.setVisible(over and not told and not locked)
        self.tension.setVisible(bool(told))
        labels = {kind.name: document.labels(kind) for kind in NAMED}
        known: Sequence[Mapping[str, Any]] = ()
        if resource is not None:
            key = resource.id
            known = document.read(
                lambda s: presentation.rows_where(s, SHARED_RESOURCE, viewer, id=key)
            )
            asked = document.read(
                lambda s: presentation.rows_where(
                    s, RESOURCE_DEMAND, viewer, resource_id=key, sprint_id=sprint
                )
            )
            self.demands.show_rows(asked, labels, read_only=locked)
            if self.found and sprint:
                said = f"{resource.name}, {self.found.sprints[sprint]}"
                self.place.setText(f"{said}\n{use_words(resource, sprint)}")
        self.form.show_rows(known, labels, read_only=locked)

    @override
    def add_record(self) -> bool:
        if self.context.document.is_presenting:
            return False
        key, problem = self.deeds.add_resource()
        if self.context.taken(problem) and key:
            self.reveal(SHARED_RESOURCE.name, key)
            self.form.focus_on(key)
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        return (make_action(self, _("Add a resource"), self.add_record, "plus"),)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        place = (key, "")
        for resource in self.found.resources if self.found else ():
            for sprint, use in resource.uses.items():
                if record_type == RESOURCE_DEMAND.name and key in {d.id for d in use.demands}:
                    place = (resource.id, sprint)
        self.grid.go_to(*place)
        self._show_place()
        return self._resource() is not None

    @override
    def focus_filter(self) -> None:
        self.grid.setFocus()

    @override
    def state(self) -> Mapping[str, Any]:
        resource, sprint = self.grid.place
        return {"resource": resource, "sprint": sprint}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.refresh()
        self.grid.go_to(str(state.get("resource", "")), str(state.get("sprint", "")))
        self._show_place()

    def _resource(self) -> Resource | None:
        key = self.grid.place[0]
        known = self.found.resources if self.found else ()
        return next((each for each in known if each.id == key), None)

    @Slot(str, str)
    def _on_picked(self, resource: str, _sprint: str) -> None:
        self._show_place()
        self.selected.emit(Selection(SHARED_RESOURCE, (resource,)))

    def _ask(self) -> tuple[str, str]:
        resource = self._resource()
        return self.deeds.ask_for(resource, self.grid.place[1]) if resource else ("", "")

    def _note(self) -> None:
        resource = self._resource()
        if resource is not None:
            self.deeds.overload_to_tension(resource, self.grid.place[1])

    def _open_tension(self) -> None:
        self.context.reveal(TENSION.name, self._tensions[self.grid.place])
