import json
import sys
from pathlib import Path

import pytest

from entente.store import location
from entente.store.location import Danger, Hazard

MOUNTINFO = """\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 22 0:35 / /mnt/client\\040A rw,relatime shared:20 - cifs //serveur/client rw,vers=3.1.1
41 22 0:36 / /home/anne/usb rw - vfat /dev/sdb1 rw
bad line
"""
MOUNT = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//anne@serveur/partage (2) on /Volumes/partage (2) (smbfs, nodev, nosuid, mounted by anne)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive/Missions", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-anne@example.org/Mon Drive", "GoogleDrive"),
        ("Dropbox", "Dropbox"),
        ("Documents", None),
        ("OneDriveLocal", None),
    ],
)
def test_usual_folders_of_sync_services_are_known(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    path = tmp_path / folder / "m.entente"
    assert location.sync_service(path, {}, tmp_path) == service


def test_onedrive_is_known_by_its_environment(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Client SA")}
    path = tmp_path / "Client SA" / "m.entente"
    assert location.sync_service(path, environment, tmp_path / "home") == "OneDrive"


def test_dropbox_is_known_by_its_settings(tmp_path: Path) -> None:
    settings = tmp_path / "Roaming" / "Dropbox"
    settings.mkdir(parents=True)
    info = settings / "info.json"
    info.write_text(json.dumps({"business": {"path": str(tmp_path / "Boîte")}}))
    path, environment = tmp_path / "Boîte" / "m.entente", {"APPDATA": str(tmp_path / "Roaming")}
    assert location.sync_service(path, environment, tmp_path / "home") == "Dropbox"
    for broken in ("", "[]", '{"business": 1}', "{"):
        info.write_text(broken)
        assert location.sync_service(path, environment, tmp_path / "home") is None


def test_a_sync_client_is_known_by_what_it_leaves(tmp_path: Path) -> None:
    (tmp_path / "partage" / ".stfolder").mkdir(parents=True)
    path = tmp_path / "partage" / "2026" / "m.entente"
    assert location.sync_service(path, {}, tmp_path / "home") == "Syncthing"


def test_the_settings_of_a_service_in_the_home_folder_are_no_sign(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert location.sync_service(tmp_path / "Documents" / "m", {}, tmp_path) is None


def test_network_drives_of_linux_are_known() -> None:
    mounts = list(location.parse_mountinfo(MOUNTINFO))
    assert location.system_of(Path("/mnt/client A/m.entente"), mounts) == "cifs"
    assert location.system_of(Path("/home/anne/usb/m.entente"), mounts) == "vfat"
    assert location.system_of(Path("/home/anne/m.entente"), mounts) == "ext4"


def test_network_drives_of_macos_are_known() -> None:
    mounts = list(location.parse_mount(MOUNT))
    assert location.system_of(Path("/Volumes/partage (2)/m.entente"), mounts) == "smbfs"
    assert location.system_of(Path("/Volumes/STICK/m.entente"), mounts) == "msdos"
    assert location.system_of(Path("/Users/anne/m.entente"), mounts) == "apfs"


def test_a_path_to_another_computer_is_on_the_network() -> None:
    assert location.on_network(Path("//serveur/partage/m.entente"))


def test_an_ordinary_folder_is_no_hazard(tmp_path: Path) -> None:
    assert location.hazard_of(tmp_path / "m.entente") is None


def test_a_hazard_names_its_service(own_folders: Path) -> None:
    found = location.hazard_of(own_folders / "OneDrive" / "m.entente")
    assert found == Hazard(Danger.SYNCED, "OneDrive")


@pytest.mark.skipif(sys.platform != "linux", reason="the variables of Linux")
def test_folders_of_the_user_follow_the_environment(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert location.data_folder() == own_folders / "entente"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert location.data_folder() == own_folders / ".local/share/entente"
    assert location.config_folder() == own_folders / ".config/entente"


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("win32", "AppData/Local/Entente"), ("darwin", "Library/Application Support/Entente")],
)
def test_folders_of_the_user_are_where_each_system_wants_them(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("LOCALAPPDATA")
    assert location.data_folder() == own_folders / expected
