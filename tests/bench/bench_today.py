"""« Today » of a mission ten times the sample: what is read before the page and after it.

`python -m tests.bench.bench_today`. Each part against its limit in ms: the page within 150 in all,
and none longer than 100 at a stretch.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR
from entente.domain.records import FieldKind, RecordType
from entente.services import records
from entente.store.session import Session
from entente_ui.home.today.data import gather, gather_news
from tests.bench.ratio import Ratio, table
from tests.conftest import FixedClock, confluent_gate

TIMES = 10
LIMIT, STRETCH = 0.150, 0.100
#: A mission, its surveys and its methods are there once, however much happens in it.
ONCE = frozenset({"mission", "questionnaire", "question", "wave", "wave_group", "answer_count"})


def multiply(session: Session) -> None:
    """Write every record of the sample nine times more, each pointing to others of its copy."""
    kinds = [kind for kind in RECORD_TYPES.values() if kind.name not in ONCE]
    rows = {kind.name: records.list_rows(session, kind).dicts() for kind in kinds}
    for _copy in range(TIMES - 1):
        keys: dict[str, str] = {}
        waiting = [(kind, row) for kind in kinds for row in rows[kind.name]]
        while waiting:
            left = [each for each in waiting if not copy(session, *each, keys, rows)]
            if len(left) == len(waiting):
                break
            waiting = left


def copy(
    session: Session,
    kind: RecordType,
    row: dict[str, object],
    keys: dict[str, str],
    rows: dict[str, list[dict[str, object]]],
) -> bool:
    """Write one record again once what it points to has been; say whether it could be."""
    values = {}
    for field in kind.fields:
        value = row[field.name]
        if field.kind is FieldKind.REFERENCE and value and field.target in rows:
            value = keys.get(str(value))
            if value is None and field.required:
                return False
        values[field.name] = value
    key = session.insert(kind, {field.name: values[field.name] for field in kind.stored})
    dated = {field.name: values[field.name] for field in kind.dated}
    if any(value is not None for value in dated.values()):
        session.rate(kind, key, dated)
    keys[str(row["id"])] = key
    return True


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the median time of a piece of work."""
    taken = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[rounds // 2]


def main() -> int:
    """Print what is measured; 1 where a limit is passed."""
    gate = confluent_gate(FixedClock())
    gate.run("Ten times", multiply)
    first = seconds(partial(gate.read, lambda s: gather(s, MEDIATOR)))
    then = seconds(partial(gate.read, lambda s: gather_news(s, MEDIATOR)))
    found = [
        within("today, tenfold: before the page", first, STRETCH),
        within("today, tenfold: after it", then, STRETCH),
        within("today, tenfold: in all", first + then, LIMIT),
    ]
    sys.stdout.write(table(found) + "\n")
    return int(any(each.ratio > each.goal for each in found))


def within(name: str, taken: float, limit: float) -> Ratio:
    """Return a time against the limit it has to keep."""
    return Ratio(name, 1000 * taken, 1000 * limit, taken / limit, 1.0)


if __name__ == "__main__":
    sys.exit(main())
