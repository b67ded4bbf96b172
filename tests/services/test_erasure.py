"""What is erased for good is in no page of the file, in no backup and in no search."""

from collections.abc import Callable
from pathlib import Path

import pytest

from entente.domain.actor import ACTOR
from entente.domain.coaching.records import COACHING_GOAL, COACHING_SESSION, COACHING_TRACK
from entente.domain.records import RecordType
from entente.services import coaching_edits, erasure, records
from entente.store.backup import Backups
from entente.store.key import KdfParameters, new_key
from entente.store.mission_file import MissionFile
from entente.store.session import Session

PLANTED = "Zwiebelfisch"
OTHER = "Murmeltier"
#: So cheap that it protects nothing: for tests only.
FAST = KdfParameters(0, passes=1, memory_kib=8, lanes=1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the user that are not the developer's."""
    for variable in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    return tmp_path / "home"


def made(file: MissionFile, label: str, action: Callable[[Session], str]) -> str:
    keys: list[str] = []
    file.gate.run(label, lambda session: keys.append(action(session)))
    return keys[0]


def support(file: MissionFile) -> tuple[str, str]:
    """Add a person with a support whose every text is the secret; return both keys."""
    actor = made(file, "Add", lambda s: records.create(s, ACTOR, {"name": "Aline"}))
    track = made(file, "Begin", lambda s: coaching_edits.begin(s, actor))
    Backups.of(file).make(file)  # of before it was private
    file.gate.run(f"Consent of {PLANTED}", lambda s: coaching_edits.consent(s, track, PLANTED))
    told = {"statement": PLANTED, "hoped": f"{PLANTED} souvent"}
    goal = made(file, PLANTED, lambda s: coaching_edits.aim(s, track, told))
    made(file, "Look", lambda s: coaching_edits.look(s, goal, 1, PLANTED))
    made(file, "Rate", lambda s: coaching_edits.rate(s, track, {"focus": 3}, PLANTED))
    said = {"observation": PLANTED, "feedback": PLANTED, "presence": "held"}
    met = made(file, "Meet", lambda s: coaching_edits.meet(s, track, said))
    Backups.of(file).make(file)
    # Deleted long ago, and so in the history alone, with its reading.
    file.gate.run("Delete", lambda s: records.remove(s, COACHING_GOAL, goal))
    file.gate.run("Delete", lambda s: records.remove(s, COACHING_SESSION, met))
    made(file, "Aim", lambda s: coaching_edits.aim(s, track, told))
    made(file, "Refer", lambda s: coaching_edits.refer(s, track, _referral()))
    file.gate.run("Other", lambda s: records.create(s, ACTOR, {"name": OTHER}))
    Backups.of(file).make(file)
    return actor, track


def _referral() -> dict[str, str]:
    return {"danger": "health", "referred_to": PLANTED, "notes": PLANTED}


def hiding_places(*folders: Path) -> list[str]:
    """Return the files that hold the secret in their bytes, in whatever case or code."""
    forms = [
        form.encode(code)
        for form in (PLANTED, PLANTED.lower())
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [f.name for f in files if any(form in f.read_bytes() for form in forms)]


@pytest.mark.parametrize("whose", [COACHING_TRACK, ACTOR])
def test_no_byte_of_what_was_erased_is_left_in_file_or_backups(
    tmp_path: Path, whose: RecordType
) -> None:
    path = tmp_path / "m.entente"
    # Without encryption, so that the pages can be searched.
    with MissionFile.create(path, None) as file:
        actor, track = support(file)
        key = track if whose is COACHING_TRACK else actor
        assert len(hiding_places(tmp_path)) >= 3
        found = erasure.copies(file, whose, key)
        assert (len(found.holding), found.sealed) == (3, ())
        certificate, went = erasure.erase(file, whose, key, with_sealed=True)
        assert {"coaching_track", "coaching_goal", "referral"} <= went.tables
        assert hiding_places(tmp_path) == []
        assert file.gate.undo() is None
        assert file.gate.find(PLANTED) == []
        assert [hit.table for hit in file.gate.find(OTHER)] == ["actor"]
        (only,) = Backups.of(file).all()
        assert Backups.of(file).holds(only, file.key, whose.name, key) is False
        labels = [step.label for step in file.gate.steps()]
        assert not any(PLANTED in label for label in labels)
    assert hiding_places(tmp_path) == []
    assert (certificate.removed, certificate.failed, certificate.is_replaced) == (3, (), True)
    rows = dict(certificate.rows)
    assert (rows["coaching_track"], rows["coaching_goal"], rows["self_rating"]) == (1, 1, 1)
    assert certificate.past > sum(rows.values())
    assert PLANTED not in repr(certificate)


def test_a_backup_of_before_and_one_of_another_passphrase_are_told_apart(tmp_path: Path) -> None:
    with MissionFile.create(tmp_path / "m.entente", new_key("un", FAST)) as file:
        file.gate.run("Add", lambda s: records.create(s, ACTOR, {"name": OTHER}))
        Backups.of(file).make(file)
        file.change_key(new_key("deux", FAST))
        file.gate.run("Add", lambda s: records.create(s, ACTOR, {"name": "Benoît"}))
        Backups.of(file).make(file)
        _actor, track = support(file)
        found = erasure.copies(file, COACHING_TRACK, track)
        assert (len(found.holding), len(found.sealed)) == (3, 1)
        certificate, _went = erasure.erase(file, COACHING_TRACK, track, with_sealed=False)
        assert (certificate.removed, certificate.sealed, certificate.left) == (3, 0, 1)
        # The one of before stands, the sealed one too, and there is one of now.
        assert len(Backups.of(file).all()) == 3


def test_a_backup_that_cannot_be_deleted_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "remove", lambda _self, _backup: None)
    with MissionFile.create(tmp_path / "m.entente", None) as file:
        _actor, track = support(file)
        certificate, _went = erasure.erase(file, COACHING_TRACK, track, with_sealed=True)
        assert certificate.removed == 0
        assert len(certificate.failed) == 3
