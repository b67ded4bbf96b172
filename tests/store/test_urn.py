"""The urn: what is in it leaves no trace of when it came, nor, once it is empty, of itself."""

from functools import partial
from itertools import permutations
from pathlib import Path

import pytest

from entente.domain.climate import survey
from entente.store import copying, received
from entente.store.backup import Backups
from entente.store.connection import Access, connect
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente.store.urn import Lot
from tests.store.conftest import add_actor, fast_key

WAVE = "0" * 32
OTHER = "1" * 32
BALLOTS = [f'{{"q": {n}, "said": "Zénobie{n:02d} trouve cela pénible"}}' for n in range(1, 31)]


@pytest.fixture
def plain(path: Path) -> MissionFile:
    """An open mission without encryption, so that its bytes can be searched."""
    return MissionFile.create(path, None)


def put(file: MissionFile, *ballots: str, wave: str = WAVE) -> list[str]:
    keys: list[str] = []

    def act(session: Session) -> None:
        keys.extend(session.urn.put(wave, [Lot("", ballot) for ballot in ballots]))

    file.gate.run("Cast", act)
    return keys


def count(file: MissionFile, wave: str = WAVE) -> int:
    return file.gate.read(lambda session: session.urn.count(wave))


def empty(file: MissionFile, wave: str = WAVE) -> None:
    file.gate.run("Close", lambda session: session.urn.empty(wave))


def bytes_beside(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))


def test_ballots_are_no_step_of_the_history(plain: MissionFile) -> None:
    put(plain, *BALLOTS)
    assert plain.gate.steps() == []
    assert plain.gate.undo() is None
    assert count(plain) == len(BALLOTS)
    plain.close()


def test_the_last_ballot_can_be_taken_back_by_who_holds_its_key(plain: MissionFile) -> None:
    first, last = put(plain, *BALLOTS[:2])
    taken: list[bool] = []

    def act(session: Session) -> None:
        taken.append(session.urn.take_back(WAVE, last))
        taken.append(session.urn.take_back(WAVE, last))
        taken.append(session.urn.take_back(OTHER, first))

    plain.gate.run("Take back", act)
    assert taken == [True, False, False]
    assert count(plain) == 1
    plain.close()
    assert BALLOTS[1].encode() not in plain.path.read_bytes()


def test_the_bytes_do_not_tell_in_which_order_ballots_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same ballots under the same keys make the same places, whoever came first."""
    found = set()
    for number, order in enumerate(permutations(range(3))):
        path = tmp_path / f"{number}.entente"
        with MissionFile.create(path, None) as file:
            for which in order:
                key = f"{which * 7 % 5:032x}"
                monkeypatch.setattr("entente.store.urn.secrets.token_hex", lambda _n, key=key: key)
                put(file, BALLOTS[which])
                log = path.with_name(f"{path.name}-wal")
                assert log.stat().st_size == 0
            content = path.read_bytes()
        found.add(tuple(content.index(BALLOTS[which].encode()) for which in range(3)))
    assert len(found) == 1


def test_an_urn_that_was_emptied_is_in_no_byte(plain: MissionFile) -> None:
    for ballot in BALLOTS:
        put(plain, ballot)
    put(plain, "{stays}", wave=OTHER)
    assert BALLOTS[0].encode() in bytes_beside(plain.path)
    empty(plain)
    assert count(plain) == 0
    assert count(plain, OTHER) == 1
    assert "Zénobie".encode() not in bytes_beside(plain.path)
    plain.close()
    assert "Zénobie".encode() not in bytes_beside(plain.path)


def test_no_copy_holds_the_urn_and_the_file_keeps_it(plain: MissionFile, tmp_path: Path) -> None:
    put(plain, *BALLOTS)
    plain.gate.run("", lambda session: session.urn.note_source(WAVE, b"file"))
    add_actor(plain, "Odile")
    backup = Backups.of(plain).make(plain)
    target = tmp_path / "copy.entente"
    plain.save_copy(target)
    assert backup is not None
    for copy in (backup.path, target):
        opened = connect(copy, None, Access.READ)
        assert not copying.has_ballots(opened)
        assert opened.execute("SELECT count(*) FROM urn_source").fetchone() == (0,)
        opened.close()
        assert b"Odile" in copy.read_bytes()
        assert "Zénobie".encode() not in bytes_beside(copy)
    plain.change_key(fast_key())
    assert count(plain) == len(BALLOTS)
    plain.close()


def test_a_backup_is_not_due_because_somebody_answered(mission: MissionFile) -> None:
    backups = Backups.of(mission)
    assert backups.make(mission) is not None
    put(mission, BALLOTS[0])
    assert backups.make(mission) is None


def test_a_received_file_brings_no_ballots(plain: MissionFile, tmp_path: Path) -> None:
    put(plain, *BALLOTS)
    plain.close()
    target = tmp_path / "taken.entente"
    counts = received.receive(plain.path, None, target, None)
    assert "urn" not in counts
    with MissionFile.open(target, None) as file:
        assert count(file) == 0
    assert "Zénobie".encode() not in target.read_bytes()


def test_a_sealing_action_lets_no_undo_go_back_behind_it(mission: MissionFile) -> None:
    add_actor(mission, "Odile")

    def act(session: Session) -> None:
        session.seal()

    mission.gate.run("Seal", act)
    assert mission.gate.undo() is None
    add_actor(mission, "Anselme")
    assert mission.gate.undo() is not None
    assert mission.gate.undo() is None


def test_a_wave_that_goes_takes_its_ballots_with_it(plain: MissionFile) -> None:
    def act(session: Session) -> None:
        owner = session.insert(survey.QUESTIONNAIRE, {"name": "Barometer"})
        session.insert(survey.WAVE, {"id": WAVE, "questionnaire_id": owner, "name": "P1"})

    plain.gate.run("Plan", act)
    put(plain, *BALLOTS)
    plain.gate.run("Remove", partial(Session.delete, record_type=survey.WAVE, key=WAVE))
    assert count(plain) == 0
    plain.close()
    assert "Zénobie".encode() not in plain.path.read_bytes()
