"""The pages of the help, in the language in use."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from entente.i18n import N_, _, language
from entente_resources import resource
from entente_ui.actions import COMMANDS, MENUS
from entente_ui.shell.places import known_places

KEYS: Final = "keys"
CHANGES: Final = "changes"


@dataclass(frozen=True, slots=True)
class Topic:
    """One page.

    Attributes:
        name: Of its file, and what F1 asks for.
        title: In English; translated when shown.
    """

    name: str
    title: str


TOPICS: Final = (
    Topic("start", N_("First steps")),
    Topic("home", N_("Today")),
    Topic("mission", N_("Mission")),
    Topic("actors", N_("Actors")),
    Topic("network", N_("Relations and network")),
    Topic("difficulties", N_("Difficulties")),
    Topic("knowledge", N_("Knowledge")),
    Topic("risks", N_("Risks")),
    Topic("sprints", N_("Sprints")),
    Topic("climate", N_("Climate")),
    Topic("change", N_("Change")),
    Topic("documents", N_("Documents")),
    Topic("import", N_("Importing lists")),
    Topic("privacy", N_("Who may read what")),
    Topic("file", N_("The file, its passphrase, its copies")),
    Topic(KEYS, N_("Keyboard shortcuts")),
    Topic(CHANGES, N_("What is new")),
)

#: Keys that panes and fields understand by themselves.
_OTHER_KEYS: Final = (
    (N_("Change the selected record"), "F2"),
    (N_("Delete the selected records"), "Delete"),
    (N_("Duplicate"), "Ctrl+D"),
    (N_("Open the menus"), "F10"),
    (N_("Move an actor on the grid by half a point"), "Arrow keys"),
)


def text_of(name: str) -> str:
    """Return a page as Markdown; an unknown name gives the first steps."""
    if name == KEYS:
        return _keys()
    if name == CHANGES:
        changes = resource("CHANGELOG.md")
        return changes.read_text("utf-8") if changes.is_file() else ""
    known = {topic.name for topic in TOPICS}
    page = resource(f"help/{language()}/{name if name in known else 'start'}.md")
    return page.read_text("utf-8")


def _keys() -> str:
    """Return the table of shortcuts, from the commands themselves."""
    lines = ["# " + _("Keyboard shortcuts"), ""]
    for title, entries in MENUS:
        rows = [(_(COMMANDS[e].text), COMMANDS[e].keys) for e in entries if e in COMMANDS]
        rows = [(words, keys) for words, keys in rows if keys]
        if title == N_("&Go"):
            rows = [(_(place.label), (f"Ctrl+{place.key[0]}",)) for place in known_places()] + rows
        lines += _table(_(title).replace("&", ""), rows)
    lines += _table(_("In lists and drawings"), [(_(words), (key,)) for words, key in _OTHER_KEYS])
    return "\n".join(lines)


def _table(title: str, rows: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    if not rows:
        return []
    lines = [f"## {title}", "", "| " + _("Command") + " | " + _("Keys") + " |", "|---|---|"]
    lines += [f"| {words} | {_spelled(keys)} |" for words, keys in rows]
    return [*lines, ""]


def _spelled(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    shown = [QKeySequence(key).toString(native) or _(key) for key in keys]
    return " · ".join(shown)
