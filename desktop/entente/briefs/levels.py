"""How confidentiality looks and reads on paper: a colour, and always words beside it."""

from typing import Final

from reportlab.lib.colors import Color

from entente.briefs.type import ACCENT, CAUCUS, FAINT, INFO, PRIVATE
from entente.domain.confidentiality import AudienceKind, Level
from entente.i18n import _

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


def confidential_words(audience: AudienceKind, recipient: str = "") -> str:
    """Return what the head of a page says of its reader, in the language in use.

    Args:
        audience: The kind of reader.
        recipient: Name of the party it is for.
    """
    match audience:
        case AudienceKind.MEDIATOR:
            return _("Confidential — mediator only")
        case AudienceKind.PARTY if not recipient:
            return _("Confidential — for the parties")
        case AudienceKind.PARTY:
            return _("Confidential — for {name}").format(name=recipient)
        case AudienceKind.SPONSOR:
            return _("Confidential — for the sponsor")
        case AudienceKind.PUBLIC:
            return _("Public")


def legal_note(audience: AudienceKind) -> str:
    """Return what the foot of a page says of its standing, in the language in use."""
    if audience is AudienceKind.PUBLIC:
        return _("Drawn up by the mediator of the project.")
    return _(
        "Drawn up in mediation: confidential unless the parties agree otherwise "
        "(French code of civil procedure, art. 1528-3)."
    )
