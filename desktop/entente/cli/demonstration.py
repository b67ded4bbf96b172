"""Commands that show or try out the whole program on a mission of its own."""

from argparse import Namespace
from functools import partial
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from entente.cli.console import Refusal, say
from entente.cli.documents import write_brief
from entente.cli.lists import import_into
from entente.cli.maps import draw_map, write_grid
from entente.cli.missions import count_lines
from entente.domain.actor import ACTOR
from entente.i18n import DEFAULT_LANGUAGE, _
from entente.services import mission, records, sample, summary
from entente.store import key, passphrase
from entente.store.gate import Gate
from entente.store.mission_file import MissionFile
from entente_resources import resource

#: A list of contacts as a mediator is handed one.
CONTACTS: Final = "sample/contacts.csv"

_READERS: Final = {
    "mediator": "mediator",
    "A02": "party:A02",
    "A11": "party:A11",
    "sponsor": "sponsor",
    "public": "public",
}
_GRIDS: Final = ("grid.svg", "grid.png", "grid.pdf")
_MAPS: Final = ("map.svg", "map.png", "map.pdf", "map.graphml", "map.xlsx")


def demo(options: Namespace) -> None:
    """Do the main work on the sample: import a list, write the briefs and the map."""
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sample.FILE_NAME
    _forget(path)
    lines = []
    with MissionFile.create(path, None) as file:
        language = options.lang or DEFAULT_LANGUAGE
        file.gate.found(_("Load the sample"), partial(sample.load, language=language))
        with as_file(resource(CONTACTS)) as contacts:
            lines += import_into(file, ACTOR, contacts)
        for name, reader in _READERS.items():
            lines.append(write_brief(file, "K1", reader, folder / f"K1-{name}.pdf"))
        for name in _GRIDS:
            lines.append(write_grid(file, folder / name))
        for name in _MAPS:
            lines.append(draw_map(file, folder / name))
        lines += ["", *_describe(file.gate)]
    text = "\n".join(lines)
    (folder / "summary.txt").write_text(text + "\n", encoding="utf-8")
    say(text)
    say(_("Everything is in {folder}.").format(folder=folder.resolve()))


def self_test(options: Namespace) -> None:
    """Try the program out: an encrypted mission is made, changed, undone, printed, checked.

    Raises:
        Refusal: If anything is not as it must be.
    """
    del options  # it needs nothing to be told
    secret = key.new_key(passphrase.suggest())
    with TemporaryDirectory(prefix="entente-") as folder:
        path = Path(folder) / sample.FILE_NAME
        with MissionFile.create(path, secret) as file:
            file.gate.found(_("Load the sample"), sample.load)
        _expect("made", path.stat().st_size > 0)
        with MissionFile.open(path, secret) as file:
            _try_change(file.gate)
            target = path.with_name("K1.pdf")
            say(write_brief(file, "K1", "party:A11", target))
            _expect("printed", target.read_bytes().startswith(b"%PDF-"))
            _expect("checked", not file.check())
    say(_("Everything works."))


def _try_change(gate: Gate) -> None:
    names = partial(records.titles, record_type=ACTOR)
    before = gate.read(names)
    someone = next(iter(before))
    changed = {"name": "Blanche Orvet"}
    gate.run(_("Rename"), lambda session: records.change(session, ACTOR, someone, changed))
    _expect("changed", gate.read(names)[someone] == changed["name"])
    gate.undo()
    _expect("undone", gate.read(names) == before)


def _expect(step: str, as_it_must: bool) -> None:
    say(f"{step}: {'ok' if as_it_must else 'FAILED'}")
    if not as_it_must:
        raise Refusal(_("The self-test failed: this installation is not sound."))


def _describe(gate: Gate) -> list[str]:
    values = gate.read(mission.read)
    attention = gate.read(summary.attention)
    return [
        str(values["name"]),
        *count_lines(gate.read(summary.counts)),
        _("Steps overdue: {count}").format(count=len(attention.overdue)),
        _("Assessments grown old: {count}").format(count=len(attention.stale)),
    ]


def _forget(path: Path) -> None:
    """Remove what an earlier demonstration made, the file's own companions with it."""
    for old in (path, *path.parent.glob(f"{path.name}-*"), *path.parent.glob(f"{path.name}.*")):
        if old.is_file():
            old.unlink()
