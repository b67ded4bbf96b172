"""The register against a bare list model: `python -m tests.bench.bench_register`.

Both show the same 100,000 actors in a table of one size, with the look of the program. The
bare model is the most direct one there is: a list of tuples, `str()` of each value, a list
of places sorted or filtered at once with the same keys (`sort_key`, `fold`), then a reset.
Pairs are timed in turn; each ends when the rows in view are painted.

* show: rows read from a mission in memory, by `Document.table` against a plain select of
  the same columns; then a new model and table, shown and painted.
* sort, filter: from another order, keys not yet known.
* scroll: 20 pages; edit: 50 times one changed row, taken over and painted.
* memory: what the table keeps beside the tuples once it was sorted by name and filtered.
* stall: the longest time between two turns of the event loop while sorting and filtering.
"""

import gc
import itertools
import os
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import select
from typing_extensions import override

from entente.domain.actor import ACTOR, CAMP_LABELS
from entente.domain.text import fold, sort_key
from entente.store import schema
from entente.store.gate import Gate
from entente.store.schema import TABLES
from entente_ui.document import Document
from entente_ui.kit import dress_table
from entente_ui.look.theme import apply
from entente_ui.registers.filters import Filter
from entente_ui.registers.model import RecordModel
from entente_ui.registers.table import RegisterTable
from tests.bench.ratio import Ratio, compare, table
from tests.conftest import memory_engine

ROWS = 100_000
PAGES = 20
EDITS = 50
FIRST = ("Élodie", "Zoé", "Émile", "Anatole", "Œdipe", "Jean-Luc", "Maëlle", "Noël", "Ève")
LAST = ("Dupont", "Étienne", "Ferrage", "de la Combe", "Œuvrard", "Lefèvre", "Müller", "Brun")
ROLES = ("Directrice générale", "Infirmier coordinateur", "Chef de projet", "Élue", None)
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COUNTER = itertools.count()


class BareModel(QAbstractTableModel):
    def __init__(self, names: list[str], rows: list[tuple[Any, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self.names = names
        self.rows = rows
        self.order = list(range(len(rows)))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.order)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.names)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        value = self.rows[self.order[index.row()]][index.column()]
        return "" if value is None else str(value)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.names[section]
        return None

    def sort_by(self, column: int, key: Callable[[Any], Any]) -> None:
        values = [row[column] for row in self.rows]
        blank = [place for place, value in enumerate(values) if value is None]
        keys: list[Any] = [None if value is None else key(value) for value in values]
        full = [place for place, value in enumerate(values) if value is not None]
        self.beginResetModel()
        self.order = sorted(full, key=lambda place: keys[place]) + blank
        self.endResetModel()

    def filter_by(self, word: str, columns: tuple[int, ...]) -> None:
        self.beginResetModel()
        self.order = [
            place
            for place, row in enumerate(self.rows)
            if not word or word in fold("\n".join(str(row[c]) for c in columns if row[c]))
        ]
        self.endResetModel()


def make_rows() -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return actors as `services.records` lists them."""
    rng = random.Random(7)  # noqa: S311  # the same rows every time
    names = ["id", "ref", *(field.name for field in ACTOR.fields)]
    camps = list(CAMP_LABELS)
    rows = []
    for number in range(1, ROWS + 1):
        values = dict.fromkeys(names)
        values |= {
            "id": f"{rng.getrandbits(128):032x}",
            "ref": f"A{number:02d}",
            "name": f"{rng.choice(FIRST)} {rng.choice(LAST)} {number % 977}",
            "role": rng.choice(ROLES),
            "camp": rng.choice(camps).value,
            "power": rng.choice((None, 1.0, 2.5, 3.5, 5.0)),
            "interest": rng.choice((None, 1.0, 2.0, 4.5)),
            "expertise": rng.choice((None, "médiation, données", "soins")),
            "email": f"a{number}@ombrelle.example",
            "confidentiality": rng.choice(("mediator", "public")),
        }
        rows.append(tuple(values[name] for name in names))
    return names, rows


class Stage:
    """The two tables, over the same rows."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.names, self.rows = make_rows()
        self.worded = tuple(
            place
            for place, name in enumerate(self.names)
            if name != "id"
            and (name == "ref" or ACTOR.field(name).is_text or ACTOR.field(name).choices)
        )

    def settle(self) -> None:
        self.app.processEvents()

    def ours(self, rows: list[tuple[Any, ...]]) -> RegisterTable:
        model = RecordModel(ACTOR)
        view = RegisterTable(model)
        model.setParent(view)
        for place, column in enumerate(model.columns):
            view.setColumnHidden(place, not column.is_shown)
        view.resize(1600, 900)
        model.set_rows(rows, {})
        view.show()
        self.settle()
        return view

    def bare(self, rows: list[tuple[Any, ...]]) -> tuple[QTableView, BareModel]:
        view = QTableView()
        dress_table(view)
        model = BareModel(self.names, rows, view)
        view.setModel(model)
        for place, name in enumerate(self.names):
            view.setColumnHidden(
                place, name == "id" or (name != "ref" and not ACTOR.field(name).shown)
            )
        view.resize(1600, 900)
        view.show()
        self.settle()
        return view, model

    def column(self, name: str) -> int:
        return self.names.index(name)


def show(stage: Stage) -> Ratio:
    engine = memory_engine()
    with engine.begin() as connection:
        schema.create(connection)
    gate = Gate(engine)
    stored = [field.name for field in ACTOR.stored]
    records = [dict(zip(stage.names, row, strict=True)) for row in stage.rows]
    gate.run("Fill", lambda s: s.insert_many(ACTOR, [{n: r[n] for n in stored} for r in records]))
    document = Document(gate)
    actor = TABLES["actor"]

    def ours() -> None:
        stage.ours(document.table(ACTOR).rows).close()

    def bare() -> None:
        columns = [actor.c[name] for name in ("id", "ref", *stored)]
        found = document.read(lambda s: [tuple(row) for row in s.rows(select(*columns))])
        missing = (None,) * (len(stage.names) - len(columns))
        stage.bare([(*row, *missing) for row in found])[0].close()

    return compare("show 100,000 rows", ours, bare, goal=1.3, rounds=5)


def arrange(stage: Stage) -> list[Ratio]:
    view = stage.ours(list(stage.rows))
    bare_view, bare = stage.bare(list(stage.rows))
    model = view.records

    def our_sort(name: str) -> None:
        column = [one.name for one in model.columns].index(name)
        model.sort(-1)
        model.finish()
        model.sort(column)
        model.finish()
        stage.settle()

    def bare_sort(name: str, key: Callable[[Any], Any]) -> None:
        bare.sort_by(stage.column("ref"), lambda _ref: 0)
        bare.sort_by(stage.column(name), key)
        stage.settle()

    def our_filter(words: str) -> None:
        model._arrangement.use_labels({})  # forget the folded words
        model.set_filter(Filter(words))
        model.finish()
        stage.settle()

    def bare_filter(word: str) -> None:
        bare.filter_by(word, stage.worded)
        stage.settle()

    def both_filters(filtering: Callable[[str], None]) -> Callable[[], None]:
        def work() -> None:
            filtering("oeuvrard")
            filtering("")

        return work

    ratios = [
        compare(
            "sort by a number",
            lambda: our_sort("power"),
            lambda: bare_sort("power", float),
            goal=1.3,
        ),
        compare(
            "sort by name",
            lambda: our_sort("name"),
            lambda: bare_sort("name", sort_key),
            goal=1.3,
        ),
        compare("filter, and clear", both_filters(our_filter), both_filters(bare_filter), goal=1.3),
        compare(
            "scroll 20 pages",
            lambda: scroll(stage, view),
            lambda: scroll(stage, bare_view),
            goal=1.3,
            rounds=15,
        ),
        compare(
            "edit one row (x50)",
            lambda: our_edit(stage, view),
            lambda: bare_edit(stage, bare),
            goal=1.3,
        ),
    ]
    view.close()
    bare_view.close()
    return ratios


def scroll(stage: Stage, view: QTableView) -> None:
    bar = view.verticalScrollBar()
    for page in range(PAGES):
        bar.setValue(page * bar.pageStep())
        stage.settle()
    bar.setValue(0)
    stage.settle()


def our_edit(stage: Stage, view: RegisterTable) -> None:
    for _ in range(EDITS):
        row = view.records.record(3)
        changed = (*row[:2], f"Renommé {next(COUNTER)}", *row[3:])
        view.records.patch({row[0]: changed})
        stage.settle()


def bare_edit(stage: Stage, model: BareModel) -> None:
    for _ in range(EDITS):
        row = model.rows[model.order[3]]
        model.rows[model.order[3]] = (*row[:2], f"Renommé {next(COUNTER)}", *row[3:])
        model.dataChanged.emit(model.index(3, 0), model.index(3, model.columnCount() - 1))
        stage.settle()


def memory(stage: Stage) -> Ratio:
    gc.collect()
    tracemalloc.start()
    names, rows = make_rows()
    gc.collect()
    tuples = tracemalloc.get_traced_memory()[0]
    view = stage.ours(rows)
    model = view.records
    model.sort([one.name for one in model.columns].index("name"))
    model.set_filter(Filter("oeuvrard"))
    model.finish()
    gc.collect()
    everything = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    view.close()
    assert len(names) == len(rows[0])
    mib = 2**20
    return Ratio("memory, MiB", everything / mib, tuples / mib, everything / tuples, 1.5)


def stall(stage: Stage) -> Ratio:
    """Return the longest wait between turns of the event loop, against 100 ms."""
    view = stage.ours(list(stage.rows))
    model = view.records
    names = [one.name for one in model.columns]
    longest = 0.0
    for act in (
        lambda: model.sort(names.index("name")),
        lambda: model.set_filter(Filter("oeuvrard")),
        lambda: model.sort(names.index("power"), Qt.SortOrder.DescendingOrder),
        lambda: model.set_filter(Filter()),
    ):
        before = time.perf_counter()
        act()
        while model.is_busy:
            stage.settle()
            now = time.perf_counter()
            longest, before = max(longest, now - before), now
        stage.settle()
        longest = max(longest, time.perf_counter() - before)
    view.close()
    return Ratio("longest stall once shown", 1000 * longest, 100.0, 10 * longest, 1.0)


def main() -> int:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    stage = Stage(app)
    ratios = [show(stage), *arrange(stage), memory(stage), stall(stage)]
    sys.stdout.write(table(ratios) + "\n")
    return int(any(ratio.ratio > ratio.goal for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
