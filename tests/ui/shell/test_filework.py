"""Making, opening and looking after files, as the worker does it."""

from dataclasses import replace
from pathlib import Path

import pytest

from entente.domain.actor import ACTOR
from entente.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from entente.services import records
from entente.services.mission import TEMPLATES, read
from entente.store.mission_file import MissionFile
from entente_ui.shell import filecare, filemaking, filework
from entente_ui.shell.filemaking import Plan
from entente_ui.shell.filework import Ways

pytestmark = pytest.mark.usefixtures("quick_keys")


def report(_percent: int) -> None:
    """Take no notice."""


def actors(file: MissionFile) -> int:
    return file.gate.read(lambda session: records.count(session, ACTOR))


def test_a_new_mission_has_its_name_and_its_template(tmp_path: Path) -> None:
    path = tmp_path / "Neuve.entente"
    plan = Plan(path, None, {"name": "Fusion", "organisation": "Clinique"}, TEMPLATES[1])
    with filemaking.create(plan, report) as file:
        values = file.gate.read(read)
        assert (values["name"], values["organisation"]) == ("Fusion", "Clinique")
        assert actors(file) == 3
        assert len(file.gate.steps()) == 1


def test_a_mission_that_cannot_begin_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "Neuve.entente"
    with pytest.raises(ValueError, match="Name"):
        filemaking.create(Plan(path, None, {"name": ""}, TEMPLATES[0]), report)
    assert list(tmp_path.glob("Neuve*")) == []


def test_a_mission_never_replaces_another(sample_file: MissionFile) -> None:
    plan = Plan(sample_file.path, None, {"name": "Fusion"}, TEMPLATES[0])
    with pytest.raises(FileExistsAlreadyError):
        filemaking.create(plan, report)


def test_the_example_is_a_whole_mission(tmp_path: Path) -> None:
    with filemaking.make_example(tmp_path / "CONFLUENT.entente", report) as file:
        assert actors(file) == 18
        assert not file.encrypted


def test_passphrase_sheet_versions_and_change_belong_together(tmp_path: Path) -> None:
    path = tmp_path / "Secrète.entente"
    plan = Plan(path, "un deux trois", {"name": "Fusion"}, TEMPLATES[1])
    file = filemaking.create(plan, report)
    sheet = file.recovery_text()
    filework.make_backup(file, report)
    filework.close_mission(file, report)

    assert filework.needs_passphrase(path, report)
    with pytest.raises(WrongPassphraseError):
        filework.open_mission(path, "faux", "", Ways(), report)
    with pytest.raises(WrongRecoveryError):
        filework.open_mission(path, "", "ABCD", Ways(), report)
    file = filework.open_mission(path, "", sheet, Ways(), report)

    versions = filecare.versions(file, report)
    (version,) = versions.listed
    assert version.contents is not None
    assert version.contents.counts["actor"] == 3
    restored = filecare.restore(versions, version, "", report)
    assert restored.parent == path.parent
    assert restored != path

    with pytest.raises(WrongPassphraseError):
        filecare.change_passphrase(file, "faux", "autre", report)
    filecare.change_passphrase(file, "un deux trois", None, report)
    assert not file.encrypted
    versions = filecare.versions(file, report)
    (older,) = versions.listed
    assert older.contents is None
    again = filecare.restore(versions, older, "un deux trois", report)
    assert again not in {path, restored}
    assert filecare.find_faults(file, report) == []
    copy = filecare.save_copy(file, tmp_path / "Copie.entente", report)
    file.close()
    assert not filework.needs_passphrase(copy, report)


@pytest.mark.parametrize("spared", [8_192, 4_096])
def test_a_damaged_mission_leads_to_its_versions(tmp_path: Path, spared: int) -> None:
    """Whether or not enough is left of it to say which mission it is."""
    path = tmp_path / "Secrète.entente"
    plan = Plan(path, "un deux trois", {"name": "Fusion"}, TEMPLATES[1])
    other = filemaking.create(replace(plan, path=tmp_path / "Autre.entente"), report)
    file = filemaking.create(plan, report)
    for each in (other, file):
        filework.make_backup(each, report)
        filework.close_mission(each, report)
    content = path.read_bytes()
    path.write_bytes(content[:spared] + bytes(len(content) - spared))
    with pytest.raises(DamagedFileError):
        filework.open_mission(path, "un deux trois", "", Ways(), report)

    damaged = filecare.Damaged(path, "un deux trois")
    versions = filecare.versions_of_damaged(damaged, report)
    (version,) = versions.listed
    assert version.contents is not None
    restored = filecare.restore(versions, version, "", report)
    with filework.open_mission(restored, "un deux trois", "", Ways(), report) as again:
        assert actors(again) == 3


def test_a_damaged_mission_without_backup_has_no_versions(
    sample_file: MissionFile, tmp_path: Path
) -> None:
    copy = filecare.save_copy(sample_file, tmp_path / "Copie.entente", report)
    content = copy.read_bytes()
    copy.write_bytes(content[:4_096] + bytes(len(content) - 4_096))
    assert filecare.versions_of_damaged(filecare.Damaged(copy), report).listed == []


def test_a_received_file_becomes_a_new_mission(sample_file: MissionFile, tmp_path: Path) -> None:
    source = filecare.save_copy(sample_file, tmp_path / "Reçue.entente", report)
    target = tmp_path / "À moi.entente"
    with filemaking.receive(source, "", target, None, report) as file:
        assert actors(file) == 18
        assert file.path == target
