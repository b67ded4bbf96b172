"""What an import is going to do, row by row, and what stands in its way."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.text import shorten
from entente.exchange.apply import Counts
from entente.exchange.plan import Decision, NewReference, Plan, PlannedRow, Remark
from entente.i18n import _, ngettext
from entente_ui.formats import labelled, number
from entente_ui.kit import dress_table, tooltip_html
from entente_ui.look.icons import icon
from entente_ui.look.theme import theme
from entente_ui.registers.columns import LabelsByKind
from entente_ui.registers.typed import typed_text

#: Rows shown; the counts tell of all of them.
_MOST: Final = 300
_TEXT: Final = 200
_CHANGES: Final = 3


class PlanTable(QTableWidget):
    """The first rows of a plan: which row, what becomes of it, which record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        _dress(self, [_("Row"), _("What happens"), _("Record"), _("Changes")])

    def show_plan(self, plan: Plan, labels: LabelsByKind) -> None:
        """Show another plan."""
        self.show_plans([plan], labels)

    def show_plans(self, plans: Sequence[Plan], labels: LabelsByKind) -> None:
        """Show the beginning of each of some plans, one below the other."""
        rows = [(plan.record_type, row) for plan in plans for row in plan.rows[:_MOST]]
        self.setRowCount(len(rows))
        for place, (record_type, row) in enumerate(rows):
            texts = (
                str(row.number),
                _fate(row),
                _name(record_type, row, labels),
                _changes(record_type, row, labels),
            )
            _fill(self, place, texts)
        self.resizeColumnToContents(1)


class RemarkTable(QTableWidget):
    """Problems and remarks with their place in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        _dress(self, [_("Row"), _("Column"), _("What is said about it")])

    def show_remarks(self, problems: Sequence[Remark], remarks: Sequence[Remark]) -> None:
        """Show what must be put right, then what is worth knowing."""
        self.setRowCount(len(problems) + len(remarks))
        for place, remark in enumerate((*problems, *remarks)):
            row = "" if remark.row is None else str(remark.row)
            _fill(self, place, (row, remark.column, remark.text))
            text = self.item(place, 2)
            if text is not None:
                is_problem = place < len(problems)
                name, role = ("alert-circle", "critical") if is_problem else ("info-circle", "info")
                text.setIcon(icon(name, role))


def told(record_type: RecordType, counts: Counts) -> str:
    """Return what an import did, in one line."""
    added, updated = counts.created, counts.updated
    parts = []
    if added:
        text = ngettext("{count} addition", "{count} additions", added)
        parts.append(text.format(count=number(added)))
    if updated:
        text = ngettext("{count} update", "{count} updates", updated)
        parts.append(text.format(count=number(updated)))
    if counts.ratings:
        text = ngettext("{count} dated rating", "{count} dated ratings", counts.ratings)
        parts.append(text.format(count=number(counts.ratings)))
    return labelled(_(record_type.plural), ", ".join(parts))


def what_is_wrong(count: int) -> str:
    """Return what keeps a file from being imported."""
    text = ngettext(
        "{count} problem to put right in the file first; nothing is imported by halves.",
        "{count} problems to put right in the file first; nothing is imported by halves.",
        count,
    )
    return text.format(count=number(count))


def summary(plan: Plan) -> str:
    """Return what a plan comes to: `412 additions, 3 updates, 1 row left out`."""
    added, updated = plan.count(Decision.CREATE), plan.count(Decision.UPDATE)
    skipped, related = plan.count(Decision.SKIP), len(plan.new_references)
    rated = len(plan.new_ratings)
    parts = []
    if added:
        parts.append(ngettext("{count} addition", "{count} additions", added))
    if updated:
        parts.append(ngettext("{count} update", "{count} updates", updated))
    if skipped:
        parts.append(ngettext("{count} row left out", "{count} rows left out", skipped))
    if related:
        parts.append(ngettext("{count} named record made", "{count} named records made", related))
    if rated:
        parts.append(ngettext("{count} dated rating", "{count} dated ratings", rated))
    counts = [count for count in (added, updated, skipped, related, rated) if count]
    said = [part.format(count=number(count)) for part, count in zip(parts, counts, strict=True)]
    return ", ".join(said) or _("Nothing to import.")


def _fate(row: PlannedRow) -> str:
    if row.decision is Decision.UPDATE and row.does_nothing:
        return _("already the same")
    return {
        Decision.CREATE: _("added"),
        Decision.UPDATE: _("updated"),
        Decision.SKIP: _("left out"),
    }[row.decision]


def _name(record_type: RecordType, row: PlannedRow, labels: LabelsByKind) -> str:
    if record_type is RELATION:
        # It has no name but those of the two it joins.
        names = labels.get("actor", {})
        ends = (names.get(str(row.values.get(end)), "…") for end in ("from_id", "to_id"))
        return shorten(" – ".join(ends), _TEXT)
    value = row.values.get(record_type.title)
    if isinstance(value, NewReference):
        return value.name
    field = record_type.field(record_type.title)
    return shorten(typed_text(field, value, labels.get(field.target, {})), _TEXT)


def _changes(record_type: RecordType, row: PlannedRow, labels: LabelsByKind) -> str:
    if row.decision is not Decision.UPDATE or not row.changes:
        return ""
    said = []
    for name, (old, new) in list(row.changes.items())[:_CHANGES]:
        field = record_type.field(name)
        names = labels.get(field.target, {})
        shown = new.name if isinstance(new, NewReference) else typed_text(field, new, names)
        before = typed_text(field, old, names)
        text = f"{before} → {shown}" if before else shown
        said.append(f"{_(field.label)} {shorten(text, 80)}")
    more = len(row.changes) - _CHANGES
    return " · ".join(said) + (f" · +{more}" if more > 0 else "")


def _dress(table: QTableWidget, headings: Sequence[str]) -> None:
    dress_table(table)
    table.setHorizontalHeaderLabels(list(headings))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionsMovable(False)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.setColumnWidth(0, theme().px(70))
    table.setColumnWidth(1, theme().px(150))
    if table.columnCount() > 3:
        table.setColumnWidth(2, theme().px(230))


def _fill(table: QTableWidget, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts):
        item = QTableWidgetItem(text)
        item.setToolTip(tooltip_html(text))
        if column == 0:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, item)
