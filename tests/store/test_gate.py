import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.domain.working_group import WORKING_GROUP
from entente.errors import NotSavedError, RecordMissingError
from entente.store import schema
from entente.store.gate import Gate
from entente.store.journal import DONE, SEALED, UNDONE
from entente.store.schema import TABLES
from entente.store.session import Session


def names(gate: Gate) -> list[str]:
    return [row.name for row in gate.read(lambda s: s.rows(select(TABLES["actor"].c.name)))]


def add_actor(gate: Gate, name: str) -> str:
    keys: list[str] = []
    gate.run(f"Add {name}", lambda s: keys.append(s.insert(ACTOR, {"name": name})))
    return keys[0]


def test_a_step_can_be_taken_back_and_made_again(gate: Gate) -> None:
    add_actor(gate, "Anselme Ferrage")
    undone = gate.undo()
    assert undone is not None
    assert undone.label == "Add Anselme Ferrage"
    assert names(gate) == []
    gate.redo()
    assert names(gate) == ["Anselme Ferrage"]


def test_there_is_nothing_to_undo_at_the_beginning(gate: Gate) -> None:
    assert gate.undo() is None
    assert gate.redo() is None


def test_a_new_step_ends_what_could_be_redone(gate: Gate) -> None:
    add_actor(gate, "Odile")
    gate.undo()
    add_actor(gate, "Sidonie")
    assert gate.redo() is None
    assert [step.label for step in gate.steps()] == ["Add Sidonie"]


def test_history_tells_what_stands_and_what_was_undone(gate: Gate) -> None:
    add_actor(gate, "Odile")
    add_actor(gate, "Sidonie")
    gate.undo()
    assert [step.state for step in gate.steps()] == [DONE, UNDONE]
    assert gate.steps()[0].made_at == "2026-06-10T09:00:00+02:00"


def test_history_survives_a_new_gate_on_the_same_file(gate: Gate) -> None:
    add_actor(gate, "Odile")
    with gate.exclusive() as engine:
        again = Gate(engine)
    again.undo()
    assert names(again) == []


def test_an_action_that_fails_leaves_no_trace(gate: Gate) -> None:
    def fail(session: Session) -> None:
        session.insert(ACTOR, {"name": "Odile"})
        raise RecordMissingError("actor", "A99")

    with pytest.raises(RecordMissingError):
        gate.run("Fail", fail)
    assert names(gate) == []
    assert gate.steps() == []


def test_an_action_that_changes_nothing_is_no_step(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    gate.run("Same", lambda s: s.update(ACTOR, key, {"name": "Odile"}))
    assert [step.label for step in gate.steps()] == ["Add Odile"]


def test_a_reference_is_never_given_twice(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    gate.undo()
    other = add_actor(gate, "Sidonie")
    refs = {
        row.id: row.ref
        for row in gate.read(lambda s: s.rows(select(TABLES["actor"].c.id, TABLES["actor"].c.ref)))
    }
    assert refs == {other: "A02"}
    assert key != other


def test_removing_an_actor_takes_its_relations_and_empties_its_notes(gate: Gate) -> None:
    first, second = add_actor(gate, "Odile"), add_actor(gate, "Sidonie")

    def fill(session: Session) -> None:
        session.insert(RELATION, {"from_id": first, "to_id": second})
        session.rate(ACTOR, first, {"power": 4})
        trouble = session.insert(DIFFICULTY, {"title": "Reprise"})
        session.insert(NOTE, {"difficulty_id": trouble, "text": "Vu", "actor_id": first})
        session.insert(PARTY, {"difficulty_id": trouble, "actor_id": first})

    gate.run("Fill", fill)
    step = gate.run("Remove", lambda s: s.delete(ACTOR, first))
    assert step.tables == {"actor", "actor_rating", "relation", "note", "party"}
    note = gate.read(lambda s: s.rows(select(TABLES["note"])))[0]
    assert (note.text, note.actor_id) == ("Vu", None)
    gate.undo()
    note = gate.read(lambda s: s.rows(select(TABLES["note"])))[0]
    assert note.actor_id == first


def test_a_rating_keeps_what_was_not_rated_again(gate: Gate) -> None:
    key = add_actor(gate, "Gaspard")
    early, late = dt.date(2026, 3, 1), dt.date(2026, 4, 7)
    gate.run("r", lambda s: s.rate(ACTOR, key, {"power": 4, "interest": 2}, dated_on=late))
    gate.run("r", lambda s: s.rate(ACTOR, key, {"interest": 5}, dated_on=early))
    gate.run("r", lambda s: s.rate(ACTOR, key, {"interest": 3}))
    table = TABLES["actor_rating"]
    chosen = select(table.c.power, table.c.interest).order_by(table.c.dated_on)
    rows = [tuple(row) for row in gate.read(lambda s: s.rows(chosen))]
    assert rows == [(None, 5), (4, 2), (4, 3)]


def test_the_database_itself_refuses_a_score_off_the_scale(gate: Gate) -> None:
    key = add_actor(gate, "Gaspard")
    with pytest.raises(IntegrityError, match="ck_actor_rating_power_range"):
        gate.run("r", lambda s: s.rate(ACTOR, key, {"power": 6}))


def test_ten_thousand_rows_come_and_go_in_one_step(gate: Gate) -> None:
    rows = [{"name": f"Personne {n}"} for n in range(10_000)]
    gate.run("Import", lambda s: s.insert_many(ACTOR, rows))
    assert len(names(gate)) == 10_000
    gate.undo()
    assert names(gate) == []
    gate.redo()
    assert len(names(gate)) == 10_000
    assert len(gate.steps()) == 1


def test_no_undo_goes_behind_the_beginning_of_a_file(gate: Gate) -> None:
    gate.found("Begin", lambda s: s.insert(ACTOR, {"name": "Gaspard"}))
    add_actor(gate, "Odile")
    assert [step.state for step in gate.steps()] == [SEALED, DONE]
    while gate.undo():
        pass
    assert names(gate) == ["Gaspard"]
    assert [hit.table for hit in gate.find("gaspard")] == ["actor"]
    gate.redo()
    assert names(gate) == ["Gaspard", "Odile"]


def test_a_beginning_that_is_refused_leaves_nothing(gate: Gate) -> None:
    with pytest.raises(IntegrityError):
        gate.found("Begin", lambda s: s.insert(ACTOR, {"name": "Gaspard", "camp": "?"}))
    assert names(gate) == []
    assert gate.steps() == []


def test_an_erased_person_is_nowhere_any_more(gate: Gate) -> None:
    key = add_actor(gate, "Hippolyte Versoir")
    gate.run("Move Hippolyte Versoir", lambda s: s.rate(ACTOR, key, {"power": 3}, fact="dit oui"))
    add_actor(gate, "Odile")
    gate.erase(ACTOR, key)
    assert gate.undo() is None
    assert {step.state for step in gate.steps()} == {SEALED}
    with gate.exclusive() as engine, engine.connect() as connection:
        dump = "\n".join(
            repr(tuple(row))
            for name in ("actor", "actor_rating", "journal_entry", "journal_change", "search_map")
            for row in connection.execute(text(f"SELECT * FROM {name}"))  # noqa: S608  # constants
        )
    assert "Versoir" not in dump
    assert "dit oui" not in dump
    assert key not in dump
    assert gate.find("versoir") == []
    assert names(gate) == ["Odile"]


@pytest.mark.parametrize(
    "words", ["coeur", "Cœur", "CŒUR", "eleo", "éléonore cœ", "  Cœur, Éléonore !"]
)
def test_search_is_blind_to_accents_case_and_ligatures(gate: Gate, words: str) -> None:
    key = add_actor(gate, "Éléonore Cœur")
    assert [hit.row_id for hit in gate.find(words)] == [key]


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "NEAR(", "a OR b AND", "\0", "-x:", "^"])
def test_search_takes_any_text(gate: Gate, words: str) -> None:
    add_actor(gate, "Odile")
    assert gate.find(words) == []


def test_search_shows_each_reader_only_what_it_may_read(gate: Gate) -> None:
    actor = add_actor(gate, "Hippolyte")

    def fill(session: Session) -> None:
        trouble = session.insert(DIFFICULTY, {"title": "Reprise"})
        for level in ("mediator", "caucus", "parties", "sponsor", "public"):
            note = {
                "difficulty_id": trouble,
                "text": f"secret {level}",
                "actor_id": actor,
                "confidentiality": level,
            }
            session.insert(NOTE, note)

    gate.run("Fill", fill)
    found = {
        "mediator": len(gate.find("secret", MEDIATOR)),
        "own party": len(gate.find("secret", party(actor))),
        "other party": len(gate.find("secret", party("someone else"))),
        "sponsor": len(gate.find("secret", SPONSOR)),
        "public": len(gate.find("secret", PUBLIC)),
    }
    assert found == {"mediator": 5, "own party": 3, "other party": 2, "sponsor": 2, "public": 1}


def test_search_shows_the_best_match_first_where_not_all_are_shown(gate: Gate) -> None:
    add_actor(gate, "Odile, déléguée de la région, suppléante, absente le mercredi")
    short = add_actor(gate, "Odile")
    long = "Odile, cheffe de projet de la maîtrise d’ouvrage pour les trois hôpitaux"
    add_actor(gate, long)
    assert [hit.row_id for hit in gate.find("odile", limit=1)] == [short]


def test_search_finds_what_a_reader_may_read_behind_what_it_may_not(gate: Gate) -> None:
    keys: list[str] = []

    def fill(session: Session) -> None:
        trouble = session.insert(DIFFICULTY, {"title": "Reprise"})
        for number in range(60):
            level = "public" if number == 0 else "mediator"
            padding = "remarque longue " * (5 if number == 0 else 1)
            note = {"text": f"secret {padding}", "confidentiality": level}
            keys.append(session.insert(NOTE, {"difficulty_id": trouble, **note}))

    gate.run("Fill", fill)
    for limit in (1, 2, 50):
        assert [hit.row_id for hit in gate.find("secret", PUBLIC, limit)] == keys[:1]


def test_search_follows_edits_and_undo(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    gate.run("Rename", lambda s: s.update(ACTOR, key, {"name": "Sidonie"}))
    assert gate.find("odile") == []
    gate.undo()
    assert [hit.row_id for hit in gate.find("odile")] == [key]


def test_the_past_of_a_record_names_each_change(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    gate.run("Role", lambda s: s.update(ACTOR, key, {"role": "Directrice"}))
    past = gate.past_of([key])
    assert [change.step.label for change in past] == ["Role", "Add Odile"]
    after = past[0].change.after
    assert after is not None
    assert after["role"] == "Directrice"


def test_dates_come_back_from_the_journal_as_dates(gate: Gate) -> None:
    day = dt.date(2026, 5, 6)
    gate.run("K", lambda s: s.insert(DIFFICULTY, {"title": "T", "opened_on": day}))
    gate.undo()
    gate.redo()
    row = gate.read(lambda s: s.rows(select(TABLES["difficulty"].c.opened_on)))[0]
    assert row.opened_on == day


def test_a_row_of_before_a_field_was_asked_for_comes_back_with_what_it_is_by_default(
    gate: Gate,
) -> None:
    made: list[str] = []
    gate.run("Make", lambda s: made.append(s.insert(WORKING_GROUP, {"name": "Groupe"})))
    gate.run("Remove", lambda s: s.delete(WORKING_GROUP, made[0]))
    older = "UPDATE journal_change SET before = json_remove(before, '$.kind') WHERE before NOTNULL"
    with gate.exclusive() as engine, engine.begin() as connection:
        connection.execute(text(older))
    gate.undo()
    kinds = gate.read(lambda s: s.rows(select(TABLES["working_group"].c.kind)))
    assert [row.kind for row in kinds] == ["working"]


def test_a_missing_record_is_named(gate: Gate) -> None:
    with pytest.raises(RecordMissingError) as caught:
        gate.run("x", lambda s: s.update(ORGANISATION, "nobody", {"name": "x"}))
    assert (caught.value.kind, caught.value.key) == ("organisation", "nobody")


class AmbiguousGuard:
    """A guard whose file holds a step, or does not, although its commit failed."""

    def __init__(self, *, there: bool) -> None:
        self.there = there
        self.asked: list[str] = []

    def before_commit(self) -> None:
        """Let every commit pass."""

    def after_commit(self) -> None:
        """Believe every commit."""

    def failed_read(self, _error: DBAPIError) -> None:
        """Nothing fails to be read."""

    def failed_commit(self, entry_id: str, _error: DBAPIError, _state: str) -> bool:
        """Answer as told."""
        self.asked.append(entry_id)
        if not self.there:
            raise NotSavedError(Path("m.entente"))
        return True


@pytest.mark.parametrize("there", [True, False])
def test_a_commit_that_fails_is_looked_up_before_anything_is_said(
    empty_engine: Engine, *, there: bool
) -> None:
    with empty_engine.begin() as connection:
        schema.create(connection)

    def fail(_connection: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk I/O error"))

    guard = AmbiguousGuard(there=there)
    gate = Gate(empty_engine, guard)
    event.listen(empty_engine, "commit", fail)
    if there:
        change_set = gate.run("Add", lambda s: s.insert(ACTOR, {"name": "Odile"}))
        assert guard.asked == [change_set.entry_id]
    else:
        with pytest.raises(NotSavedError):
            gate.run("Add", lambda s: s.insert(ACTOR, {"name": "Odile"}))


def test_a_step_goes_on_with_the_newest_one_and_is_undone_with_it(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    first = gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "2"}))
    second = gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "3"}), first.entry_id)
    gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "4"}), second.entry_id)
    assert [step.label for step in gate.steps()] == ["Add Odile", "Rate"]
    gate.undo()
    assert gate.read(lambda s: s.rows(select(TABLES["actor"].c.role)))[0].role is None
    gate.redo()
    assert gate.read(lambda s: s.rows(select(TABLES["actor"].c.role)))[0].role == "4"


def test_a_step_does_not_go_on_with_one_that_something_followed(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    first = gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "2"}))
    add_actor(gate, "Sidonie")
    gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "3"}), first.entry_id)
    assert [step.label for step in gate.steps()] == ["Add Odile", "Rate", "Add Sidonie", "Rate"]
    gate.undo()
    assert gate.read(lambda s: s.rows(select(TABLES["actor"].c.role)))[0].role == "2"


def test_a_step_that_was_undone_is_not_gone_on_with(gate: Gate) -> None:
    key = add_actor(gate, "Odile")
    first = gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "2"}))
    gate.undo()
    gate.run("Rate", lambda s: s.update(ACTOR, key, {"role": "3"}), first.entry_id)
    assert [step.label for step in gate.steps()] == ["Add Odile", "Rate"]
    gate.undo()
    assert gate.read(lambda s: s.rows(select(TABLES["actor"].c.role)))[0].role is None
