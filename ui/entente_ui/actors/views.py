"""The ways to look at the actors, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

REGISTER: Final = "register"
LENSES: Final = "lenses"

VIEWS: Final = (
    ViewEntry(
        REGISTER,
        N_("Register"),
        "entente_ui.actors.registers_view:RegistersView",
        ("actor", "organisation", "relation"),
    ),
    ViewEntry(
        "map",
        N_("Map"),
        "entente_ui.actors.map.view:MapView",
        ("map_view", "map_note"),
        has_past=True,
    ),
    ViewEntry(
        LENSES,
        N_("Positions"),
        "entente_ui.actors.lenses.view:LensesView",
        ("criterion", "choice"),
        has_past=True,
    ),
    ViewEntry(
        "network", N_("Network"), "entente_ui.actors.network.view:NetworkView", has_past=True
    ),
    ViewEntry(
        "mactor",
        N_("Forces"),
        "entente_ui.actors.mactor.view:MactorView",
        ("objective", "influence", "stance"),
        has_past=True,
    ),
    ViewEntry(
        "acting",
        N_("To act"),
        "entente_ui.actors.acting.view:ActingView",
        (
            *("interaction", "presence", "deliverable", "responsibility"),
            *("common_cause", "supporter"),
        ),
    ),
)
