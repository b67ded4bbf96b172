"""The effort table: quantities against their bands, and the estimate by hand."""

import pytest

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC, SPONSOR
from entente.domain.effort import EffortTable, Line, ordered
from entente.services import activity_library, mission, records
from entente.services.effort_table import effort_table
from entente.store.gate import Gate
from entente.store.session import Session


def fill(session: Session) -> None:
    """The library, and cards of two kinds."""
    activity_library.load(session)
    kinds = activity_library.held_keys(session)
    cards = (
        ("interview", "done", 6, 6.0),
        ("interview", "done", None, 1.0),
        ("interview", "ready", 2, 2.0),
        ("interview", "dropped", 3, 3.0),
        ("sandbox", "done", 1, 4.0),
        ("post", "idea", 3, 2.0),
    )
    for kind, status, quantity, effort in cards:
        card = {"title": kind, "status": status, "quantity": quantity, "effort": effort}
        records.create(
            session, BACKLOG_ITEM, {**card, "activity_id": kinds[kind], "confidentiality": "public"}
        )
    mission.change(session, {"name": "M", "day_rate": 700, "currency": "€"})


def lines(table: EffortTable) -> dict[str, Line]:
    return {line.name: line for line in table.lines}


def test_the_estimate_of_the_library_by_hand(gate: Gate) -> None:
    gate.run("Fill", fill)
    table = gate.read(effort_table)
    found = lines(table)
    expected = {
        "Public consultation": (3, 3),
        "Individual interview": (5, 10),
        "Conference": (6, 6),
        "Post": (5, 7.5),
        "Themed workshop": (15, 15),
        "After-work meet-up": (6, 10),
        "Matchmaking": (4.5, 7.5),
        "Opinion survey": (4, 4),
        "Desk study": (4, 4),
        "Editorial work": (6, 6),
        "Synthesis": (4, 4),
        "Tools": (4, 4),
        "Online communities": (8, 8),
    }
    assert {line.name: (line.effort_min, line.effort_max) for line in table.estimated} == expected
    # 48.5 to 63 for the bands and 26 flat.
    assert (table.effort_min, table.effort_max) == (74.5, 89)
    assert table.cost(table.effort_max) == 44.5 * 700
    assert found["Sandbox"].effort_max == 0
    assert "World café" not in found
    assert [line.is_flat for line in table.lines][-5:] == [True] * 5


def test_what_was_done_is_counted_by_quantity(gate: Gate) -> None:
    gate.run("Fill", fill)
    table = gate.read(effort_table)
    found = lines(table)
    interview = found["Individual interview"]
    assert (interview.planned, interview.done, interview.effort) == (9, 7, 7.0)
    assert (found["Post"].planned, found["Post"].done) == (3, 0)
    assert (found["Sandbox"].planned, found["Sandbox"].effort) == (1, 4)
    assert table.effort_done == 11


def test_only_the_sponsor_is_told_what_it_costs(gate: Gate) -> None:
    gate.run("Fill", fill)
    assert gate.read(lambda session: effort_table(session, SPONSOR)).day_rate == 700
    for_all = gate.read(lambda session: effort_table(session, PUBLIC))
    assert for_all.day_rate is None
    assert for_all.cost(10) is None


def test_a_kind_set_aside_stays_while_cards_are_of_it(gate: Gate) -> None:
    gate.run("Fill", fill)

    def aside(session: Session) -> None:
        held = activity_library.held_keys(session)
        activity_library.set_aside(session, [held["interview"], held["survey"]])

    gate.run("Aside", aside)
    found = lines(gate.read(effort_table))
    assert "Individual interview" in found
    assert "Opinion survey" not in found


@pytest.mark.parametrize(
    ("given", "expected"),
    [((5, 10), (5, 10)), ((10, 5), (5, 10)), ((None, 3), (3, 3)), ((None, None), (None, None))],
)
def test_a_band_may_be_given_in_any_order(
    given: tuple[int | None, int | None], expected: tuple[int | None, int | None]
) -> None:
    assert ordered(*given) == expected


def test_a_kind_without_effort_is_not_in_the_estimate(gate: Gate) -> None:
    values = {"name": "Boat trip", "quantity_min": 2, "quantity_max": 3}
    gate.run("Add", lambda session: records.create(session, ACTIVITY_TYPE, values))
    (line,) = gate.read(effort_table).lines
    assert not line.is_estimated
    assert line.effort_max == 0
