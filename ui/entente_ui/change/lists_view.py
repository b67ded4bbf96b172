"""The lists of everything a change is made of."""

from entente.domain.catalogue import RECORD_TYPES
from entente_ui.change.views import LISTED
from entente_ui.registers.register_view import RegistersView


class ListsView(RegistersView):
    """One list at a time."""

    name = "lists"
    kinds = tuple(RECORD_TYPES[name] for name in LISTED)
