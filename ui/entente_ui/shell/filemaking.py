"""Making missions off the GUI thread: new, from a template, the example, one received."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from entente.i18n import _, language
from entente_ui.background import Report

if TYPE_CHECKING:
    from entente.services.mission import Template
    from entente.store.gate import Action
    from entente.store.mission_file import MissionFile


@dataclass(frozen=True, slots=True)
class Plan:
    """A mission to be made.

    Attributes:
        path: Where; nothing is there yet.
        passphrase: None to leave it readable by anybody.
        values: What is said of the mission at once.
        template: What it begins with.
    """

    path: Path
    passphrase: str | None
    values: Mapping[str, str]
    template: "Template"


def create(plan: Plan, report: Report) -> "MissionFile":
    """Make a mission and open it.

    Raises:
        EntenteError: If it cannot be written; nothing is left behind.
    """
    from entente.services import mission  # noqa: PLC0415  # after the first paint

    label = _("Begin the mission")
    return _make(
        plan.path,
        plan.passphrase,
        label,
        lambda session: mission.start(session, plan.values, plan.template),
        report,
    )


def make_example(path: Path, report: Report) -> "MissionFile":
    """Make a copy of the sample mission and open it; invented, so it needs no passphrase.

    Raises:
        EntenteError: If it cannot be written; nothing is left behind.
    """
    from entente.services import sample  # noqa: PLC0415  # after the first paint

    spoken = language()
    label = _("Open the example")
    return _make(path, None, label, lambda session: sample.load(session, spoken), report)


def receive(
    source: Path, passphrase: str, target: Path, new_passphrase: str | None, report: Report
) -> "MissionFile":
    """Take over what a file from somebody else holds into a new one, and open that.

    Raises:
        EntenteError: If it holds anything a mission never holds; nothing is left behind.
    """
    from entente.store import key, received, unlock  # noqa: PLC0415  # after the first paint
    from entente.store.mission_file import MissionFile  # noqa: PLC0415  # after the first paint

    report(0)
    source_key = unlock.find_key(source, passphrase or None)
    target_key = None if new_passphrase is None else key.new_key(new_passphrase)
    report(40)
    received.receive(source, source_key, target, target_key)
    report(90)
    return MissionFile.open(target, target_key)


def _make(
    path: Path, passphrase: str | None, label: str, fill: "Action", report: Report
) -> "MissionFile":
    from entente.store import key  # noqa: PLC0415  # after the first paint
    from entente.store.mission_file import MissionFile  # noqa: PLC0415  # after the first paint

    report(0)
    new_key = None if passphrase is None else key.new_key(passphrase)
    report(60)
    file = MissionFile.create(path, new_key)
    try:
        file.gate.found(label, fill)
    except BaseException:
        file.close()
        with suppress(OSError):
            path.unlink()
        raise
    return file
