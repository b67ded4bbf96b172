"""The ways to look at the actors, in the order of their tabs. A new one is a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtWidgets import QWidget

from entente.i18n import N_
from entente_ui.actors.view import ActorsView
from entente_ui.pane import Context


@dataclass(frozen=True, slots=True)
class Entry:
    """One view.

    Attributes:
        name: Of the view, in settings and states.
        title: Words of its tab, in English; translated when shown.
        maker: Module and class, imported when it is first opened.
        kinds: Names of the kinds of record looked for here before anywhere else.
        has_past: Whether it can show the mission as it stood on a day.
    """

    name: str
    title: str
    maker: str
    kinds: tuple[str, ...] = ()
    has_past: bool = True

    def make(self, context: Context, parent: QWidget) -> ActorsView:
        """Return the view, made now."""
        module, _dot, name = self.maker.partition(":")
        made = getattr(import_module(f"entente_ui.actors.{module}"), name)(context, parent)
        return cast("ActorsView", made)


REGISTER: Final = "register"
LENSES: Final = "lenses"

VIEWS: Final = (
    Entry(
        REGISTER,
        N_("Register"),
        "registers_view:RegistersView",
        ("actor", "organisation", "relation"),
        has_past=False,
    ),
    Entry("map", N_("Map"), "map.view:MapView", ("map_view", "map_note")),
    Entry(LENSES, N_("Positions"), "lenses.view:LensesView", ("criterion", "choice")),
    Entry("network", N_("Network"), "network.view:NetworkView"),
    Entry("mactor", N_("Forces"), "mactor.view:MactorView", ("objective", "influence", "stance")),
    Entry(
        "acting",
        N_("To act"),
        "acting.view:ActingView",
        (
            *("interaction", "presence", "deliverable", "responsibility"),
            *("common_cause", "supporter"),
        ),
        has_past=False,
    ),
)
