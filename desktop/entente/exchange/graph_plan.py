"""What importing actors together with their relations is going to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from entente.domain import values as field_values
from entente.domain.actor import ACTOR
from entente.domain.records import FieldKind, RecordType
from entente.domain.relation import RELATION
from entente.domain.text import clean, heading_key
from entente.errors import InvalidValueError
from entente.exchange import mapping as mappings
from entente.exchange.graph_source import GraphSource
from entente.exchange.known import Existing, Known, name_key, ref_key
from entente.exchange.mapping import REF, ColumnMapping
from entente.exchange.plan import Decision, Plan, Remark
from entente.exchange.preview import prepare
from entente.exchange.resolve import known_as
from entente.exchange.table import Cell, Table
from entente.i18n import _

#: Before the row of somebody who comes into being with the import; keys have no colon.
_NEW: Final = "new:"
#: What other programs call how strong a line is, folded; it need not be a quality.
_STRENGTHS: Final = frozenset({"strength", "weight", "force", "poids"})
#: Where the words of a column go that knows none of the choices of its field.
_KEPT_AS: Final = {ACTOR.name: "expertise", RELATION.name: "notes"}


@dataclass(frozen=True, slots=True)
class GraphPlan:
    """Two plans carried out in one step, the actors first.

    Attributes:
        relations: Its rows refer to new actors by `new_key` of their row.
    """

    source: str
    actors: Plan | None
    relations: Plan | None

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans there are, in the order they are carried out."""
        return tuple(plan for plan in (self.actors, self.relations) if plan is not None)

    @property
    def does_nothing(self) -> bool:
        """Whether the mission stays as it is."""
        return all(row.does_nothing for plan in self.plans for row in plan.rows)

    @property
    def problem_count(self) -> int:
        """How many things have to be put right in the file first."""
        return sum(plan.problem_count for plan in self.plans)

    def count(self, decision: Decision) -> int:
        """Return how many rows meet that decision."""
        return sum(plan.count(decision) for plan in self.plans)

    def leave_out_known(self) -> "GraphPlan":
        """Return the plan without changes to what is already there."""
        plans = [
            plan and plan.decide(Decision.SKIP, *(row.number for row in plan.rows if row.key))
            for plan in (self.actors, self.relations)
        ]
        return GraphPlan(self.source, *plans)

    def check(self) -> None:
        """Refuse to be carried out while there are problems.

        Raises:
            ImportRefusedError: With the place of the first problem.
        """
        for plan in self.plans:
            plan.check()


def new_key(number: int) -> str:
    """Return what stands for the key of the actor that a row will make."""
    return f"{_NEW}{number}"


def prepare_graph(
    source: GraphSource, existing: Existing, report: Callable[[int], None] | None = None
) -> GraphPlan:
    """Return what importing a file would do, with every problem it has.

    Args:
        source: The file.
        existing: The actors, organisations and relations there are.
        report: Called with the percentage done; what it raises ends the work.
    """
    told = report or (lambda _percent: None)
    table, is_list = source.actors, False
    if table is None and source.relations is not None:
        table, is_list = _ends_of(source.relations, existing[ACTOR.name]), True
    actors = None
    if table is not None and table.rows:
        actors = _plan(table, ACTOR, existing, lambda p: told(p // 3), distinct=source.numbered)
    if actors is not None and is_list:
        actors = replace(actors, remarks=_of_new_ends(actors))
    if source.relations is None or (actors is not None and actors.problem_count):
        return GraphPlan(source.source, actors, None)
    people = _people(source, table, actors, existing[ACTOR.name])
    relations = _plan(
        source.relations,
        RELATION,
        {**existing, ACTOR.name: people},
        lambda p: told(33 + 2 * p // 3),
    )
    return GraphPlan(source.source, actors, relations)


def _plan(
    table: Table,
    kind: RecordType,
    existing: Existing,
    report: Callable[[int], None],
    *,
    distinct: bool = False,
) -> Plan:
    mapping = mappings.guess(kind, table.headings)
    mapping, remarks = _softened(table, mapping)
    plan = prepare(table, mapping, existing, report, distinct=distinct)
    return replace(plan, remarks=(*remarks, *plan.remarks))


def _softened(table: Table, mapping: ColumnMapping) -> tuple[ColumnMapping, list[Remark]]:
    """Return a mapping that takes other programs' types for words, and their weights not at all.

    Kumu calls a person's type « Person »; that is no camp, and still no mistake.
    """
    remarks = []
    kind = mapping.record_type
    for place, target in enumerate(mapping.targets):
        if target in {"", REF, mappings.FIRST_NAME, mappings.LAST_NAME}:
            continue
        field = kind.field(target)
        strange = field.kind is FieldKind.CHOICE and not any(_fits(mapping, place, table))
        if strange:
            kept = kind.field(_KEPT_AS[kind.name])
            mapping = mapping.assign(place, kept.name)
            said = _("“{heading}” says nothing we know of {field}; it is kept as {kept}.")
            text = said.format(
                heading=table.headings[place], field=_(field.label), kept=_(kept.label)
            )
            remarks.append(Remark(text, table.heading_row, table.place(place)))
        elif heading_key(table.headings[place]) in _STRENGTHS and not all(
            _fits(mapping, place, table)
        ):
            mapping = mapping.assign(place, "")
    return mapping, remarks


def _fits(mapping: ColumnMapping, place: int, table: Table) -> Iterator[bool]:
    """Yield for each value of a column whether its field takes it; true for an empty column."""
    field = mapping.record_type.field(mapping.targets[place])
    cells: dict[Cell, None] = {row[place]: None for row in table.rows if row[place] is not None}
    if not cells:
        yield True
    for cell in cells:
        try:
            field_values.parse(field, cell)
        except InvalidValueError:
            yield False
        else:
            yield True


def _ends_of(relations: Table, known: Known) -> Table | None:
    """Return a list of those whom relations join and nobody knows yet."""
    mapping = mappings.guess(RELATION, relations.headings)
    places = (*mapping.places("from_id"), *mapping.places("to_id"))
    names: dict[str, str] = {}
    for row in relations.rows:
        for place in places:
            name = " ".join(_text(row[place]).split())
            if name and not _looks_like_ref(name) and not known_as(known, name):
                names.setdefault(name_key(name) or name, name)
    if not names:
        return None
    rows: list[tuple[Cell, ...]] = [(name,) for name in names.values()]
    return Table(relations.source, relations.sheet, ("Label",), rows, first_row=1)


def _looks_like_ref(text: str) -> bool:
    digits = text[len(ACTOR.prefix) :]
    return text[:1].upper() == ACTOR.prefix and digits.isascii() and digits.isdecimal()


def _of_new_ends(plan: Plan) -> tuple[Remark, ...]:
    said = _("{name} is not in this mission and is added as an actor.")
    return tuple(
        Remark(said.format(name=row.values[ACTOR.title]))
        for row in plan.rows
        if row.decision is Decision.CREATE
    )[:50]


def _people(source: GraphSource, table: Table | None, plan: Plan | None, known: Known) -> Known:
    """Return everybody whom the relations of a file can mean."""
    if plan is None or table is None:
        return known
    keys = _keys(plan)
    if source.numbered:
        refs = {str(number): key for number, key in keys.items()}
        return replace(known, values={}, refs=refs, names={}, identities={}, emails={})
    names: dict[str, dict[str, None]] = {
        name: dict.fromkeys(found) for name, found in known.names.items()
    }
    refs = dict(known.refs)
    column = mappings.guess(ACTOR, table.headings).places(REF)
    for row in plan.rows:
        key = keys[row.number]
        names.setdefault(name_key(row.values.get(ACTOR.title)), {})[key] = None
        for place in column:
            ref = _text(table.rows[row.number - table.first_row][place])
            if ref:
                refs.setdefault(ref_key(ACTOR, ref), key)
    names.pop("", None)
    return replace(known, refs=refs, names={name: tuple(found) for name, found in names.items()})


def _keys(plan: Plan) -> dict[int, str]:
    """Return the key of each row's actor, or what stands for it."""
    keys: dict[int, str] = {}
    first: dict[str, str] = {}
    for row in plan.rows:
        name = name_key(row.values.get(ACTOR.title))
        key = row.key or new_key(row.number)
        if row.decision is Decision.SKIP:
            # It says the same as an earlier row, and is that actor.
            key = first.get(name, key)
        first.setdefault(name, key)
        keys[row.number] = key
    return keys


def _text(cell: Cell) -> str:
    return "" if cell is None else clean(str(cell))
