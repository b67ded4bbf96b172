"""How confidentiality looks on paper: a colour, and always a word beside it."""

from typing import Final

from reportlab.lib.colors import Color

from entente.briefs.type import ACCENT, CAUCUS, FAINT, INFO, PRIVATE
from entente.domain.confidentiality import AudienceKind, Level

LEVEL_COLOURS: Final[dict[Level, Color]] = {
    Level.MEDIATOR: PRIVATE,
    Level.CAUCUS: CAUCUS,
    Level.PARTIES: ACCENT,
    Level.SPONSOR: INFO,
    Level.PUBLIC: FAINT,
}

AUDIENCE_COLOURS: Final[dict[AudienceKind, Color]] = {
    AudienceKind.MEDIATOR: PRIVATE,
    AudienceKind.PARTY: CAUCUS,
    AudienceKind.SPONSOR: INFO,
    AudienceKind.PUBLIC: FAINT,
}


def code(colour: Color) -> str:
    """Return a colour as `#rrggbb`, for markup."""
    return f"#{colour.hexval()[2:]}"
