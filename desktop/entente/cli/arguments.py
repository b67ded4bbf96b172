"""What can be typed after the name of the program."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from entente import __version__
from entente.cli import analyses, climate, demonstration, documents, duties, lists, maps, missions
from entente.i18n import LANGUAGES, N_, _, ngettext

_Commands: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"  # noqa: SLF001  # it has no other name

#: What argparse itself says, so that the catalogue knows of it.
_OF_ARGPARSE: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("expected one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


def build_parser() -> ArgumentParser:
    """Return the parser, in the language in use.

    What it returns carries in `carry_out` the function that does the work.
    """
    # argparse asks the gettext domain of the whole process, and ours is not that one.
    vars(argparse).update(_=_, ngettext=ngettext)
    parser = ArgumentParser(
        "entente",
        description=_("The offline workbench of project mediators."),
        epilog=_("Without a command, “entente [FILE]” opens the window."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Entente {__version__}",
        help=_("show the version of the program"),
    )
    commands = parser.add_subparsers(required=True, metavar=_("COMMAND"), dest="command")
    _add_missions(commands)
    _add_lists(commands)
    _add_documents(commands)
    _add_analyses(commands)
    _add_checks(commands)
    return parser


def _add_missions(commands: _Commands) -> None:
    new = _add(commands, "new", _("make an empty mission"), missions.new)
    new.add_argument("--name", help=_("name of the mission; by default that of the file"))
    example = _add(commands, "example", _("make the sample mission"), missions.example)
    for made in (new, example):
        made.add_argument("--unencrypted", action="store_true", help=_("let anybody read the file"))
    info = _add(commands, "info", _("say what is in a mission"), missions.info)
    info.add_argument("--json", action="store_true", help=_("answer in JSON"))


def _add_lists(commands: _Commands) -> None:
    importable = (*lists.IMPORTED, *lists.GRIDS, duties.RACI, maps.GRAPH, climate.ANSWERS)
    taken = _add(commands, "import", _("take over a list"), lists.import_list)
    taken.add_argument("kind", choices=importable, metavar=_("KIND"), help=", ".join(importable))
    taken.add_argument(
        "source",
        type=Path,
        metavar=_("SOURCE"),
        help=_("a CSV, XLSX, ODS, vCard, GraphML or GEXF file"),
    )
    taken.add_argument("--wave", metavar="P9", help=_("answers: the wave they belong to"))
    taken.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=_("HEADING=CODE"),
        help=_("answers: which question a column answers; “group” for the group, “-” for none"),
    )
    given = _add(
        commands,
        "export",
        _("write out a list, the map, the grid or everything"),
        lists.export_list,
    )
    given.add_argument(
        "kind", choices=tuple(lists.EXPORTED), metavar=_("KIND"), help=", ".join(lists.EXPORTED)
    )
    given.add_argument(
        "target",
        type=Path,
        metavar=_("TARGET"),
        help=_(
            "ends in .csv or .xlsx; for the grid in .svg, .png or .pdf; for the map in any of "
            "these, .graphml or .gexf; for sessions in .ics; for everything in .zip"
        ),
    )
    maps.add_options(given)


def _add_documents(commands: _Commands) -> None:
    brief = _add(commands, "brief", _("write a document as PDF or for Word"), documents.brief)
    brief.add_argument(
        "kind",
        choices=tuple(documents.BRIEFS),
        metavar=_("KIND"),
        help=", ".join(documents.BRIEFS),
    )
    brief.add_argument("target", type=Path, metavar=_("TARGET"), help=_("ends in .pdf or .docx"))
    brief.add_argument(
        "--ref",
        metavar="K1",
        help=_("what it is about: a difficulty, a session M1, an agreement PA1"),
    )
    brief.add_argument("--full", action="store_true", help=_("tell long lists to their end"))
    brief.add_argument("--pair", metavar="A02,A11", help=_("the two who meet"))
    brief.add_argument(
        "--for",
        dest="audience",
        default="mediator",
        metavar=_("READER"),
        help=_("mediator, party:A02, parties, sponsor or public; mediator by default"),
    )
    brief.add_argument("--on", metavar=_("DATE"), help=_("the day whose state is shown"))


def _add_analyses(commands: _Commands) -> None:
    asked = _add(commands, "analyse", _("tell the figures that the panes show"), analyses.analyse)
    asked.add_argument(
        "topic", choices=tuple(analyses.TOPICS), metavar=_("TOPIC"), help=", ".join(analyses.TOPICS)
    )
    asked.add_argument("--json", action="store_true", help=_("answer in JSON"))
    asked.add_argument("--on", metavar=_("DATE"), help=_("the day whose state is shown"))
    asked.add_argument(
        "--simulate",
        type=int,
        metavar="100000",
        help=_("risks: let chance play so often what they cost together"),
    )
    asked.add_argument(
        "--seed", type=int, metavar="1", help=_("the same seed gives the same result")
    )
    asked.add_argument(
        "--recommend",
        action="store_true",
        help=_("sprints: say which activities would help now, and why"),
    )
    asked.add_argument(
        "--by",
        metavar=_("GROUP"),
        help=_("climate: tell of one group of respondents, or of each by what parts them"),
    )


def _add_checks(commands: _Commands) -> None:
    _add(commands, "check", _("look whether a file is whole"), missions.check)
    _add(
        commands,
        "self-test",
        _("try out this installation on a mission of its own"),
        demonstration.self_test,
        file=False,
    )
    demo = _add(
        commands,
        "demo",
        _("show the whole work on the sample mission, without a window"),
        demonstration.demo,
        file=False,
    )
    demo.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where to write"))


def _add(
    commands: _Commands,
    name: str,
    meaning: str,
    carry_out: Callable[[Namespace], Any],
    *,
    file: bool = True,
) -> ArgumentParser:
    parser = commands.add_parser(
        name, help=meaning, description=_sentence(meaning), allow_abbrev=False
    )
    parser.set_defaults(carry_out=carry_out)
    if file:
        parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the mission"))
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=_("FILE"),
        help=_("holds the passphrase on its one line"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=_("language of answers and documents"))
    return parser


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
