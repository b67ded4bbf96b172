"""The library of activities: whole in both languages, loaded once, mended when wanted."""

import re

import pytest

from entente.domain.activity import ACTIVITY_TYPE, DIMENSION_LABELS
from entente.domain.backlog import BACKLOG_ITEM
from entente.errors import RecordMissingError
from entente.i18n import LANGUAGES, use_language
from entente.services import activity_library, records
from entente.store.gate import Gate
from entente.store.session import Session

#: Divergence, measure, empower, number and quality, as the method has them.
VECTORS = {
    "consultation": (2, 2, 1, 3, 0),
    "interview": (1, 3, 1, 0, 3),
    "conference": (1, 0, 0, 2, 1),
    "post": (0, 0, 1, 2, 0),
    "workshop": (-1, 1, 3, 1, 2),
    "meetup": (1, 1, 0, 3, 2),
    "matchmaking": (-2, 1, 2, 0, 3),
    "survey": (0, 3, 0, 1, 0),
    "sandbox": (1, 2, 3, 1, 2),
    "mediation": (-2, 2, 3, 0, 3),
    "review": (-1, 2, 2, 1, 2),
    "plenary": (-1, 1, 3, 2, 1),
}
BANDS = {
    "consultation": (1, 1),
    "interview": (5, 10),
    "conference": (2, 2),
    "post": (10, 15),
    "workshop": (5, 5),
    "meetup": (3, 5),
    "matchmaking": (3, 5),
    "survey": (2, 2),
}


def named(session: Session) -> dict[str, dict[str, object]]:
    return {row["name"]: row for row in records.list_rows(session, ACTIVITY_TYPE).dicts()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_library_is_whole_in_every_language(code: str, gate: Gate) -> None:
    found = {each.key: each for each in gate.read(lambda s: activity_library.library(s, code))}
    assert len({each.name for each in found.values()}) == len(found)
    for key, vector in VECTORS.items():
        assert tuple(found[key].values[name] for name in DIMENSION_LABELS) == vector, key
    for key, each in found.items():
        values = each.values
        band = (values["quantity_min"], values["quantity_max"])
        assert band == BANDS.get(key, (None, None)), key
        assert values["purpose"].endswith("."), key
        assert values["unit_effort"] > 0, key
        if each.is_counted:
            assert values["steps"].startswith("1. "), key
            assert all(values[name] for name in ("people", "time", "materials")), key
    assert [key for key, each in found.items() if not each.is_counted] == [
        *("reading", "writing", "synthesis", "tooling", "online")
    ]


def test_the_french_library_is_set_as_french_is(gate: Gate) -> None:
    for each in gate.read(lambda session: activity_library.library(session, "fr")):
        told = "\n".join(str(value) for value in each.values.values())
        assert "'" not in told, each.key
        assert not re.search(r"[^\u202f][;?!]|[^\u00a0]:", told), each.key


def test_loading_twice_or_in_two_languages_doubles_nothing(gate: Gate) -> None:
    first = gate.run("Load", lambda session: activity_library.load(session, {"post", "walk"}))
    assert len(first.changes) == 2
    gate.run("Load", activity_library.load)
    count = len(gate.read(named))
    use_language("fr")
    gate.run("Load", activity_library.load)
    assert len(gate.read(named)) == count == len(gate.read(activity_library.library))


def test_what_was_changed_comes_back_under_whatever_name(gate: Gate) -> None:
    def change(session: Session) -> None:
        (key,) = activity_library.load(session, {"post"})
        records.change(session, ACTIVITY_TYPE, key, {"name": "Friday letter", "empowers": 3})
        assert activity_library.load(session, {"post"}) == []
        activity_library.reset(session, key)

    gate.run("Change", change)
    (row,) = gate.read(named).values()
    assert (row["name"], row["empowers"]) == ("Post", 1)


def test_an_activity_of_one_s_own_has_no_original(gate: Gate) -> None:
    def add(session: Session) -> None:
        key = records.create(session, ACTIVITY_TYPE, {"name": "Boat trip"})
        activity_library.reset(session, key)

    with pytest.raises(RecordMissingError):
        gate.run("Add", add)


def test_an_activity_not_loaded_yet_goes_into_the_backlog_with_its_kind(gate: Gate) -> None:
    gate.run("Take", lambda session: activity_library.take(session, "", "interview"))
    (card,) = gate.read(lambda session: records.list_rows(session, BACKLOG_ITEM).dicts())
    assert (card["title"], card["effort"], card["quantity"]) == ("Individual interview", 1, 1)
    assert (card["phase"], card["status"]) == ("connect", "idea")
    assert card["activity_id"] == gate.read(named)["Individual interview"]["id"]


def test_a_kind_that_is_deleted_leaves_its_cards(gate: Gate) -> None:
    def take_and_delete(session: Session) -> None:
        activity_library.take(session, "", "interview")
        (key,) = activity_library.uses(session)
        records.remove(session, ACTIVITY_TYPE, key)

    gate.run("Delete", take_and_delete)
    (card,) = gate.read(lambda session: records.list_rows(session, BACKLOG_ITEM).dicts())
    assert card["activity_id"] is None
    assert gate.read(activity_library.uses) == {}
