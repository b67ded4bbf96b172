"""The registers of the actors, their organisations and their relations."""

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.relation import RELATION
from entente_ui.registers import register_view


class RegistersView(register_view.RegistersView):
    """One register at a time."""

    name = "register"
    kinds = (ACTOR, ORGANISATION, RELATION)
