"""The pages of a difficulty, in the order of their tabs. A new one is a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.difficulties.page import DifficultyPage, HeadTool
from entente_ui.pane import Context


@dataclass(frozen=True, slots=True)
class Entry:
    """One page.

    Attributes:
        name: Of the page, in settings and states.
        title: Words of its tab, in English; translated when shown.
        maker: Module and class, imported when it is first opened.
        shows: Names of the tables whose change it has to show.
        kinds: Names of the kinds of record that are looked for here.
    """

    name: str
    title: str
    maker: str
    shows: frozenset[str]
    kinds: tuple[str, ...] = ()

    def make(self, context: Context, parent: QWidget) -> DifficultyPage:
        """Return the page, made now."""
        module, _dot, name = self.maker.partition(":")
        made = getattr(import_module(f"entente_ui.difficulties.{module}"), name)(context, parent)
        return cast("DifficultyPage", made)


OVERVIEW: Final = "overview"

PAGES: Final = (
    Entry(
        OVERVIEW,
        N_("Overview"),
        "overview.page:OverviewPage",
        frozenset(
            {
                "difficulty",
                "difficulty_rating",
                "difficulty_cause",
                "conflict_family",
                "actor",
                "party",
                "osbd",
                "note",
                "interest",
                "option",
                "step",
                "agreement",
                "clause",
                "decision",
                "commitment",
                "commitment_rating",
                "term",
                "term_link",
            }
        ),
        ("step", "difficulty_cause", "conflict_family"),
    ),
    Entry(
        "parties",
        N_("Parties"),
        "parties.page:PartiesPage",
        frozenset({"actor", "party", "party_rating", "osbd"}),
        ("party", "osbd"),
    ),
    Entry(
        "notes",
        N_("Notes"),
        "notes.page:NotesPage",
        frozenset({"actor", "party", "note", "note_link", "mediation_session"}),
        ("note", "note_link"),
    ),
    Entry(
        "facts",
        N_("Facts"),
        "facts.page:FactsPage",
        frozenset({"actor", "party", "note", "note_link", "mediation_session"}),
    ),
    Entry(
        "sessions",
        N_("Sessions"),
        "sessions.page:SessionsPage",
        frozenset({"actor", "party", "mediation_session", "agenda_item", "attendance"}),
        ("mediation_session", "agenda_item", "attendance"),
    ),
    Entry(
        "ways_out",
        N_("Ways out"),
        "ways_out.page:WaysOutPage",
        frozenset(
            {"actor", "party", "note", "interest", "option", "option_score", "standard", "offer"}
        ),
        ("option", "interest", "option_score", "standard", "offer"),
    ),
    Entry(
        "agreement",
        N_("Agreement"),
        "agreement.page:AgreementPage",
        frozenset(
            {"mission", "actor", "party", "agreement", "clause"}
            | {"clause_template", "commitment", "commitment_rating", "origin"}
        ),
        ("agreement", "clause"),
    ),
    Entry(
        "guard",
        N_("Guard rails"),
        "guard.page:GuardPage",
        frozenset(
            {
                *("actor", "difficulty", "party", "mission"),
                *("safety_check", "declaration", "exhibit"),
                *("mediation_session", "attendance", "interaction", "presence"),
            }
        ),
        ("safety_check", "declaration", "exhibit"),
    ),
)

#: Module and class of each small tool beside the title of a difficulty, from left to right.
#: Each is a `page.HeadTool`, made with the workspace.
HEAD_TOOLS: Final[tuple[str, ...]] = ("ways_out.course:CourseTool",)


def page_exists(name: str) -> bool:
    """Return whether there is a page of this name."""
    return any(entry.name == name for entry in PAGES)


def make_tool(maker: str, context: Context, parent: QWidget) -> HeadTool:
    """Return a tool of the head, made now."""
    module, _dot, name = maker.partition(":")
    made = getattr(import_module(f"entente_ui.difficulties.{module}"), name)(context, parent)
    return cast("HeadTool", made)
