"""Common causes among what there is to do about the actors."""

from entente_ui.actors.acting.part import Part
from entente_ui.common_causes.page import CausesPage


class CausesPart(Part, CausesPage):
    """The common causes, as of any day."""
