import datetime as dt
from dataclasses import replace

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW, REACH, NoteShape
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError
from entente.services import map_edits, maps, records
from entente.services.map_edits import NewNote, Put
from entente.store.gate import Gate
from entente.store.session import Session


def fill(session: Session) -> dict[str, str]:
    house = records.create(session, ORGANISATION, {"name": "Rive", "confidentiality": "public"})
    keys = {
        name: records.create(
            session,
            ACTOR,
            {"name": name, "organisation_id": house, "role": "Cadre", "confidentiality": level},
        )
        for name, level in (("Ada", "public"), ("Bo", "public"), ("Cy", "mediator"))
    }
    return keys | {"Rive": house}


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    made: dict[str, str] = {}
    gate.run("fill", lambda session: made.update(fill(session)))
    return made


def put(gate: Gate, spots: dict[str, tuple[int, int]], view: str = "") -> str:
    made: list[str] = []
    puts = {key: Put(ACTOR.name, x, y) for key, (x, y) in spots.items()}
    gate.run("place", lambda session: made.append(map_edits.place(session, view, puts)))
    return made[0]


def test_the_sample_has_all_its_people_organisations_and_relations(confluent: Gate) -> None:
    data = confluent.read(maps.read_map)
    assert (len(data.actors), len(data.relations)) == (18, 38)
    assert data.view == maps.MapView("", "")
    assert data.places == {}
    still_open = {
        row["ref"]
        for row in confluent.read(lambda s: records.list_rows(s, DIFFICULTY)).dicts()
        if row["status"] != "closed"
    }
    assert {each.ref for each in data.difficulties} == still_open


def test_reading_makes_no_view(gate: Gate, keys: dict[str, str]) -> None:
    del keys
    gate.read(maps.read_map)
    assert gate.read(maps.list_views) == ()


def test_the_first_thing_placed_makes_the_first_view(gate: Gate, keys: dict[str, str]) -> None:
    view = put(gate, {keys["Ada"]: (8, -16)})
    data = gate.read(maps.read_map)
    assert (data.view.id, data.view.name) == (view, "Whole map")
    place = data.places[keys["Ada"]]
    assert (place.x, place.y, place.pinned, place.hidden) == (8, -16, False, False)


def test_undoing_the_first_place_takes_the_view_with_it(gate: Gate, keys: dict[str, str]) -> None:
    put(gate, {keys["Ada"]: (8, -16)})
    gate.undo()
    assert gate.read(lambda s: (records.count(s, MAP_VIEW), records.count(s, MAP_PLACE))) == (0, 0)


def test_placing_again_changes_the_same_row(gate: Gate, keys: dict[str, str]) -> None:
    view = put(gate, {keys["Ada"]: (0, 0)})
    put(gate, {keys["Ada"]: (80, 0)}, view)
    assert gate.read(lambda s: records.count(s, MAP_PLACE)) == 1


def test_what_is_hidden_stays_hidden_when_it_is_moved(gate: Gate, keys: dict[str, str]) -> None:
    hide = {keys["Ada"]: Put(ACTOR.name, 0, 0, hidden=True)}
    gate.run("hide", lambda session: map_edits.place(session, "", hide))
    put(gate, {keys["Ada"]: (80, 0)})
    assert gate.read(maps.read_map).places[keys["Ada"]].hidden


def test_what_is_placed_too_far_away_is_brought_back(gate: Gate, keys: dict[str, str]) -> None:
    put(gate, {keys["Ada"]: (10**9, -(10**9))})
    place = gate.read(maps.read_map).places[keys["Ada"]]
    assert (place.x, place.y) == (REACH, -REACH)


def test_removing_an_actor_removes_its_places(gate: Gate, keys: dict[str, str]) -> None:
    put(gate, {keys["Ada"]: (0, 0)})
    gate.run("remove", lambda session: records.remove(session, ACTOR, keys["Ada"]))
    assert gate.read(maps.read_map).places == {}


def test_a_new_view_begins_like_the_one_it_copies(gate: Gate, keys: dict[str, str]) -> None:
    first = put(gate, {keys["Ada"]: (40, 40)})
    note = NewNote("Ici", 0, 0, 200, 96, NoteShape.FRAME)
    gate.run("note", lambda session: map_edits.add_note(session, first, note))
    made: list[str] = []
    gate.run("copy", lambda session: made.append(map_edits.add_view(session, "Zone", first)))
    copy = gate.read(lambda session: maps.read_map(session, made[0]))
    assert copy.view.name == "Zone"
    assert (copy.places[keys["Ada"]].x, [n.text for n in copy.notes]) == (40, ["Ici"])
    put(gate, {keys["Ada"]: (0, 0)}, made[0])
    assert gate.read(lambda s: maps.read_map(s, first)).places[keys["Ada"]].x == 40


def test_removing_a_view_leaves_the_actors(gate: Gate, keys: dict[str, str]) -> None:
    view = put(gate, {keys["Ada"]: (40, 40)})
    gate.run("remove", lambda session: map_edits.remove_view(session, view))
    assert len(gate.read(maps.read_map).actors) == 3
    assert gate.read(lambda s: (records.count(s, MAP_PLACE), records.count(s, MAP_NOTE))) == (0, 0)


def test_what_a_view_shows_is_kept(gate: Gate, keys: dict[str, str]) -> None:
    words = ("camp:business", "sign:bad")
    gate.run("show", lambda s: map_edits.keep_choices(s, "", words, keys["Bo"], 3))
    view = gate.read(maps.read_map).view
    assert (view.filters, view.focus_id, view.steps) == (words, keys["Bo"], 3)


def test_a_relation_is_drawn_with_its_quality(gate: Gate, keys: dict[str, str]) -> None:
    ends = (keys["Ada"], keys["Bo"])
    gate.run("draw", lambda session: map_edits.relate(session, *ends, -1, "informal"))
    (relation,) = gate.read(maps.read_map).relations
    assert (relation.from_id, relation.to_id) == ends
    assert (relation.quality, relation.kind, relation.confidence) == (-1, "informal", "medium")


def test_nobody_is_related_to_themselves(gate: Gate, keys: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        gate.run("draw", lambda s: map_edits.relate(s, keys["Ada"], keys["Ada"]))


def test_on_a_day_the_quality_of_that_day_is_shown(gate: Gate, keys: dict[str, str]) -> None:
    def draw(session: Session) -> None:
        key = map_edits.relate(session, keys["Ada"], keys["Bo"])
        for day, quality in ((1, -2), (20, 2)):
            when = dt.date(2026, 5, day)
            session.rate(RELATION, key, {"quality": quality}, dated_on=when, confidence="low")

    gate.run("draw", draw)
    then = gate.read(lambda session: maps.read_map(session, on=dt.date(2026, 5, 10)))
    before = gate.read(lambda session: maps.read_map(session, on=dt.date(2026, 4, 1)))
    assert [r.quality for r in gate.read(maps.read_map).relations] == [2]
    assert [(r.quality, r.confidence) for r in then.relations] == [(-2, "low")]
    assert [(r.quality, r.confidence) for r in before.relations] == [(None, "")]


def test_the_public_sees_roles_and_nothing_private(gate: Gate, keys: dict[str, str]) -> None:
    def draw(session: Session) -> None:
        for name in ("Bo", "Cy"):
            map_edits.relate(session, keys["Ada"], keys[name], 1)

    gate.run("draw", draw)
    view = put(gate, {keys["Ada"]: (0, 0), keys["Cy"]: (80, 80)})
    gate.run("note", lambda s: map_edits.add_note(s, view, NewNote("Cy ?", 0, 0, 90, 90)))
    data = gate.read(lambda session: maps.read_map(session, view, PUBLIC))
    assert {actor.id for actor in data.actors} == {keys["Ada"], keys["Bo"]}
    assert not any(name in actor.name for actor in data.actors for name in ("Ada", "Bo"))
    assert (data.relations, data.notes, data.view.name) == ((), (), "")
    assert set(data.places) == {keys["Ada"]}


def test_places_alone_are_brought_up_to_date_without_reading(
    gate: Gate, keys: dict[str, str]
) -> None:
    view = put(gate, {keys["Ada"]: (0, 0)})
    data = gate.read(maps.read_map)
    puts = {keys["Ada"]: Put(ACTOR.name, 80, 0, pinned=True), keys["Bo"]: Put(ACTOR.name, 8, 8)}
    change_set = gate.run("place", lambda session: map_edits.place(session, view, puts))
    assert maps.with_places(data, change_set) == gate.read(maps.read_map)
    undone = gate.undo()
    assert undone is not None
    assert maps.with_places(gate.read(maps.read_map), undone) == data


def test_any_other_change_is_read_anew(gate: Gate, keys: dict[str, str]) -> None:
    data = gate.read(maps.read_map)
    renamed = gate.run(
        "rename", lambda session: records.change(session, ACTOR, keys["Ada"], {"name": "Ida"})
    )
    assert maps.with_places(data, renamed) is None
    assert maps.with_places(data, replace(renamed, changes=())) is None


def test_an_actor_is_made_a_party_once(gate: Gate, keys: dict[str, str]) -> None:
    made: list[str] = []
    gate.run("add", lambda s: made.append(records.create(s, DIFFICULTY, {"title": "Retard"})))
    for _ in range(2):
        ends = [keys["Ada"], keys["Bo"], keys["Ada"]]
        gate.run("link", lambda s, ends=ends: map_edits.make_parties(s, made[0], ends))  # type: ignore[misc]  # bound
    assert gate.read(lambda session: records.count(session, PARTY)) == 2
    (difficulty,) = gate.read(maps.read_map).difficulties
    assert difficulty.parties == {keys["Ada"], keys["Bo"]}


def test_a_note_is_moved_and_rewritten(gate: Gate, keys: dict[str, str]) -> None:
    del keys
    made: list[str] = []
    note = NewNote("Avant", 0, 0, 200, 96)
    gate.run("note", lambda session: made.append(map_edits.add_note(session, "", note)))
    box = map_edits.note_box(16.4, -8, 240, 10**8)
    gate.run("change", lambda s: map_edits.change_note(s, made[0], {"text": "Après", **box}))
    (kept,) = gate.read(maps.read_map).notes
    assert (kept.text, kept.x, kept.y, kept.width, kept.height) == ("Après", 16, -8, 240, REACH)
    gate.run("remove", lambda session: map_edits.remove_notes(session, made))
    assert gate.read(maps.read_map).notes == ()
