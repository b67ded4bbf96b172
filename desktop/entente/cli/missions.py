"""Commands on whole missions: make, describe, check."""

import json
from argparse import Namespace
from collections.abc import Callable

from entente.cli.console import Refusal, create_mission, open_mission, say, shown
from entente.domain.text import shorten
from entente.i18n import DEFAULT_LANGUAGE, _, ngettext
from entente.services import mission, sample, summary
from entente.store.session import Session


def new(options: Namespace) -> None:
    """Make an empty mission."""
    name = options.name or options.file.stem
    _make(options, _("Begin the mission"), lambda session: mission.start(session, {"name": name}))


def example(options: Namespace) -> None:
    """Make the sample mission; it takes place in French unless asked otherwise."""
    language = options.lang or DEFAULT_LANGUAGE
    _make(options, _("Load the sample"), lambda session: sample.load(session, language))


def info(options: Namespace) -> None:
    """Say what is in a mission."""
    with open_mission(options, read_only=True) as file:
        counts = file.gate.read(summary.counts)
        if options.json:
            known = {"schema": file.schema_version, "encrypted": file.encrypted, "counts": counts}
            say(json.dumps(known, ensure_ascii=False, indent=2))
            return
        name = file.gate.read(mission.read)["name"]
        say(shorten(name or file.name, 200))
        say(_("encrypted") if file.encrypted else _("not encrypted: anybody can read this file"))
        say(_("schema {number}").format(number=file.schema_version))
        for line in count_lines(counts):
            say(line)


def check(options: Namespace) -> None:
    """Look whether a file is whole."""
    with open_mission(options, read_only=True, examine=False) as file:
        problems = file.check()
        for problem in problems:
            say(f"{problem.part.value}: {shown(problem.detail)}")
    if problems:
        said = ngettext(
            "“{name}” has {count} problem: keep it as it is and open the latest backup.",
            "“{name}” has {count} problems: keep it as it is and open the latest backup.",
            len(problems),
        )
        raise Refusal(said.format(name=shown(options.file.name), count=len(problems)))
    say(_("“{name}” is whole.").format(name=shown(options.file.name)))


def count_lines(counts: dict[str, int]) -> list[str]:
    """Return how many records there are of each kind, one line a kind."""
    line = _("{register}: {count}")
    return [
        line.format(register=_(kind.plural), count=counts[name])
        for name, kind in summary.REGISTERS.items()
    ]


def _make(options: Namespace, label: str, action: Callable[[Session], None]) -> None:
    file = create_mission(options)
    try:
        with file:
            file.gate.found(label, action)
    except BaseException:
        # Nobody asked for a mission without its beginning.
        options.file.unlink(missing_ok=True)
        raise
    say(_("“{name}” is made.").format(name=shown(options.file.name)))
