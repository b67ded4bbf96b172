"""Where things are kept: the user's own folders, and places a mission is not safe in."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

_PROGRAM: Final = "Entente"

#: Environment variables in which OneDrive names its folders.
_ONEDRIVE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

#: What a sync client leaves at the top of the folder it keeps, and whose it is.
_MARKS: Final = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".seafile-data": "Seafile",
    ".tmp.driveupload": "Google Drive",
}

_NETWORK_SYSTEMS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "afs", "ncpfs", "ceph"}
)

#: A line of `mount` on macOS: //anne@server/share on /Volumes/share (smbfs, nodev)
_MACOS_MOUNT: Final = re.compile(r".* on (?P<point>/.*) \((?P<system>[^,)]+)")

#: How /proc writes a blank, tab, line end or backslash in a name.
_OCTAL: Final = re.compile(r"\\([0-7]{3})")

_DRIVE_REMOTE: Final = 4  # what Windows calls a drive of the network


class Danger(Enum):
    """What may go wrong where a mission is kept."""

    SYNCED = "synced"  # another computer may replace the file while it is open
    NETWORK = "network"  # locks and finished writes cannot be relied on


@dataclass(frozen=True, slots=True)
class Hazard:
    """Why a folder is a bad place to edit a mission in.

    Attributes:
        danger: What may go wrong.
        service: Name of the service that syncs it, empty if unknown.
    """

    danger: Danger
    service: str = ""


def data_folder() -> Path:
    """Return the folder for what the program keeps for this user, as backups."""
    return _user_folder("XDG_DATA_HOME", ".local/share")


def config_folder() -> Path:
    """Return the folder for the settings of this user on this computer."""
    return _user_folder("XDG_CONFIG_HOME", ".config")


def _user_folder(variable: str, usual: str) -> Path:
    if sys.platform == "win32":
        # Local, not roaming: a company must not copy it from computer to computer.
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / _PROGRAM
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _PROGRAM
    base = Path(os.environ.get(variable, ""))
    return (base if base.is_absolute() else Path.home() / usual) / _PROGRAM.lower()


def hazard_of(path: Path) -> Hazard | None:
    """Return why a mission should not be edited where it is, None if nothing is known."""
    path = path.absolute()
    service = sync_service(path, os.environ, Path.home())
    if service is not None:
        return Hazard(Danger.SYNCED, service)
    return Hazard(Danger.NETWORK) if on_network(path) else None


def sync_service(path: Path, environment: Mapping[str, str], home: Path) -> str | None:
    """Return the name of the service that keeps a path in sync, None if none is known."""
    for root, service in _synced_roots(environment, home):
        if path.is_relative_to(root):
            return service
    cloud = home / "Library" / "CloudStorage"  # macOS: OneDrive-Personal, GoogleDrive-…
    if path.is_relative_to(cloud) and path != cloud:
        return path.relative_to(cloud).parts[0].partition("-")[0]
    for folder in path.parents:
        if folder == home:
            break  # what stands in the home folder itself marks only settings
        for mark, service in _MARKS.items():
            if (folder / mark).exists():
                return service
    return None


def _synced_roots(environment: Mapping[str, str], home: Path) -> Iterator[tuple[Path, str]]:
    for variable in _ONEDRIVE:
        if environment.get(variable):
            yield Path(environment[variable]), "OneDrive"
    yield home / "OneDrive", "OneDrive"
    yield home / "Library" / "Mobile Documents", "iCloud"
    yield home / "iCloudDrive", "iCloud"
    yield home / "Dropbox", "Dropbox"
    settings = [home / ".dropbox"]
    settings += [
        Path(environment[v]) / "Dropbox" for v in ("APPDATA", "LOCALAPPDATA") if environment.get(v)
    ]
    for folder in settings:
        for root in _dropbox_roots(folder / "info.json"):
            yield root, "Dropbox"


def _dropbox_roots(info: Path) -> list[Path]:
    """Return the folders Dropbox names in its settings, one for each account."""
    try:
        accounts = json.loads(info.read_bytes())
        return [Path(account["path"]) for account in accounts.values()]
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return []


def on_network(path: Path) -> bool:
    """Return whether a path leads to another computer, as far as the system tells."""
    if path.as_posix().startswith("//"):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # Windows only

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return kind == _DRIVE_REMOTE
    mounts = _macos_mounts() if sys.platform == "darwin" else _linux_mounts()
    return system_of(path, mounts) in _NETWORK_SYSTEMS


def system_of(path: Path, mounts: Iterable[tuple[Path, str]]) -> str:
    """Return the kind of file system a path is on, given mount points and their kinds."""
    depth, system = -1, ""
    for point, kind in mounts:
        if path.is_relative_to(point) and len(point.parts) >= depth:
            depth, system = len(point.parts), kind
    return system


def _linux_mounts() -> list[tuple[Path, str]]:
    try:
        return list(parse_mountinfo(Path("/proc/self/mountinfo").read_text(errors="replace")))
    except OSError:
        return []


def parse_mountinfo(text: str) -> Iterator[tuple[Path, str]]:
    """Yield the mount points of Linux and their kinds."""
    for line in text.splitlines():
        place, _, source = line.partition(" - ")
        if source:
            point = _OCTAL.sub(lambda code: chr(int(code[1], 8)), place.split()[4])
            yield Path(point), source.split()[0]


def _macos_mounts() -> list[tuple[Path, str]]:
    try:
        told = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=2, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return list(parse_mount(told.stdout))


def parse_mount(text: str) -> Iterator[tuple[Path, str]]:
    """Yield the mount points of macOS and their kinds."""
    for line in text.splitlines():
        match = _MACOS_MOUNT.match(line)
        if match:
            yield Path(match["point"]), match["system"]
