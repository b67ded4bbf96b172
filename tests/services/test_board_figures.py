"""The figures above the board."""

import datetime as dt

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.services import board_figures, records
from entente.services.board_figures import BoardFigures
from entente.store.gate import Gate
from entente.store.session import Session

#: Status, days until it is due, whether others may read it.
CARDS = (
    (None, None, True),
    ("idea", -1, True),
    ("ready", 0, False),
    ("doing", -3, False),
    ("doing", 2, True),
    ("done", -9, True),
    ("dropped", -9, False),
)


def test_open_late_and_archived_cards_are_counted_for_whoever_reads(gate: Gate) -> None:
    def fill(session: Session) -> None:
        for status, days, is_public in CARDS:
            due_on = None if days is None else session.today + dt.timedelta(days=days)
            level = "public" if is_public else "mediator"
            values = {"title": "x", "due_on": due_on, "confidentiality": level}
            key = records.create(session, BACKLOG_ITEM, values)
            if status is not None:
                session.rate(BACKLOG_ITEM, key, {"status": "done"})
                # Of what was said on one day the last holds, and what was said of an earlier
                # day later does not.
                session.rate(BACKLOG_ITEM, key, {"status": status})
                yesterday = session.today - dt.timedelta(days=1)
                session.rate(BACKLOG_ITEM, key, {"status": "dropped"}, dated_on=yesterday)
                session.rate(BACKLOG_ITEM, key, {}, fact="seen")
        archived = {"title": "x", "archived_on": session.today, "due_on": session.today}
        records.create(session, BACKLOG_ITEM, archived)

    assert gate.read(board_figures.figures) == BoardFigures()
    gate.run("Fill", fill)
    assert gate.read(board_figures.figures) == BoardFigures(7, 5, 2, 2)
    others = gate.read(lambda s: board_figures.figures(s, PUBLIC))
    assert others == BoardFigures(4, 3, 1, 1)
