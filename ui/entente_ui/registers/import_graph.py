"""Taking over actors together with what joins them, where a file tells of both."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.relation import RELATION
from entente.exchange.apply import Counts, apply_graph, gather_graph
from entente.exchange.graph_plan import GraphPlan, new_key, prepare_graph
from entente.exchange.graph_source import GraphSource, read_both
from entente.exchange.plan import Decision, Plan
from entente.i18n import _
from entente_ui.formats import labelled
from entente_ui.registers.columns import LabelsByKind
from entente_ui.registers.import_dialog import ImportDialog
from entente_ui.registers.import_frame import COLUMNS
from entente_ui.registers.import_preview import summary, told, what_is_wrong


class GraphImportDialog(ImportDialog):
    """Offers to take over both halves of a graph at once, as well as each for itself."""

    _graph: GraphSource | None = None
    _graph_planned: GraphPlan | None = None
    _graph_plan: GraphPlan | None = None
    _has_both = False

    @override
    def _load(self, path: Path, sheet: str) -> Any:
        if sheet in {"", _both()}:
            found = read_both(path)
            if found is not None and found.actors is not None and found.relations is not None:
                return found
        return super()._load(path, "" if sheet == _both() else sheet)

    @override
    def _on_read(self, loaded: Any) -> None:
        is_graph = isinstance(loaded, GraphSource)
        self._graph = loaded if is_graph else None
        self.tabs.setTabVisible(COLUMNS, not is_graph)
        self._offer_once_more(not is_graph)
        if not is_graph:
            super()._on_read(loaded)
        else:
            self._has_both = True
            self._show_graph(loaded)
        if self._has_both:
            self._sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            self._sheet.insertItem(0, _both())
            self._sheet.setCurrentIndex(0 if is_graph else self._sheet.currentIndex())

    def _offer_once_more(self, on: bool) -> None:
        """Offer to add what is there once more; of a graph, to whom would it be joined?"""
        place = self.duplicates.findData(Decision.CREATE)
        if on and place < 0:
            self.duplicates.addItem(_("Add it once more"), Decision.CREATE)
        elif not on and place >= 0:
            self.duplicates.removeItem(place)

    def _show_graph(self, source: GraphSource) -> None:
        self._sheet.clear()
        sheets = source.actors.sheets if source.actors else ()
        self._sheet.addItems(list(sheets))
        self._sheet.show()
        self.pages.setCurrentWidget(self.tabs)
        self._prepare()

    @override
    def _prepare(self) -> None:
        source = self._graph
        if source is None:
            super()._prepare()
            return
        existing = self._context.document.read(gather_graph)
        self._import.setEnabled(False)
        self._run(lambda report: prepare_graph(source, existing, report), self._on_graph_planned)

    def _on_graph_planned(self, plan: GraphPlan) -> None:
        self._graph_planned = plan
        self.duplicates.setVisible(any(row.key for each in plan.plans for row in each.rows))
        self._decide()

    @override
    def _decide(self) -> None:
        planned = self._graph_planned
        if self._graph is None or planned is None:
            super()._decide()
            return
        leaves_out = self.duplicates.currentData() is Decision.SKIP
        self._graph_plan = plan = planned.leave_out_known() if leaves_out else planned
        self.rows.show_plans(plan.plans, self._labels(plan))
        problems = [problem for each in plan.plans for problem in each.problems]
        remarks = [remark for each in plan.plans for remark in each.remarks]
        self.remarks.show_remarks(problems, remarks)
        rows = sum(len(each.rows) for each in plan.plans)
        self._count(rows, plan.problem_count + len(remarks))
        self.tabs.setCurrentWidget(self.remarks if problems else self.rows)
        self._allow(not problems and not plan.does_nothing)
        self._say(
            what_is_wrong(plan.problem_count) if problems else _comes_to(plan), bool(problems)
        )

    @override
    def _apply(self) -> None:
        plan = self._graph_plan
        if self._graph is None or plan is None:
            super()._apply()
            return
        if not self.can_import:
            return
        counts: list[tuple[Counts, Counts]] = []
        self._write(
            _("actors and relations"),
            lambda session: counts.append(apply_graph(session, plan)),
            lambda: _done(counts[0]),
        )

    def _labels(self, plan: GraphPlan) -> LabelsByKind:
        """Return names by kind and key, those of actors to come among them."""
        document = self._context.document
        labels = {
            name: dict(document.labels(RECORD_TYPES[name])) for name in ("actor", "organisation")
        }
        people: Plan | None = plan.actors
        for row in people.rows if people else ():
            if not row.key:
                labels["actor"][new_key(row.number)] = str(row.values.get(ACTOR.title) or "")
        return labels


def _both() -> str:
    return _("Actors and relations")


def _comes_to(plan: GraphPlan) -> str:
    return " · ".join(labelled(_(each.record_type.plural), summary(each)) for each in plan.plans)


def _done(counts: tuple[Counts, Counts]) -> str:
    kinds = zip((ACTOR, RELATION), counts, strict=True)
    return " · ".join(told(kind, each) for kind, each in kinds if each.created or each.updated)
