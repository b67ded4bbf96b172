"""The pages of a difficulty, in the order of their tabs. A new one is a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.difficulties.page import DifficultyPage
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
        frozenset({"difficulty", "difficulty_rating", "actor", "party", "note", "option", "step"}),
        ("party", "note", "option", "step"),
    ),
)
