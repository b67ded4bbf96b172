"""Texts of a conflict brief as cells, each with the word for how far it may travel."""

from reportlab.lib.styles import ParagraphStyle

from entente.briefs import text
from entente.briefs.conflict.values import ConflictBrief, Text, level_words
from entente.briefs.levels import LEVEL_COLOURS, code
from entente.briefs.tables import Block, Cell, cell
from entente.domain.confidentiality import AudienceKind, Level
from entente.i18n import _


def marked(
    brief: ConflictBrief, told: Text, style: ParagraphStyle, width: float, lead: str = ""
) -> Cell:
    """Return a text as a cell `width` points wide.

    The mediator's copy says of every text who may read it; a party's copy says which texts
    nobody else at the table has.
    """
    label = _label(brief, told)
    if not label and not lead:
        return cell(told.words, style, width)
    colour = code(LEVEL_COLOURS[told.level])
    return Block(text.paragraphs(told.words, style, lead=lead, label=label, colour=colour))


def _label(brief: ConflictBrief, told: Text) -> str:
    if brief.audience is AudienceKind.MEDIATOR:
        return level_words(told.level, told.caucus_of)
    if told.level is Level.CAUCUS:
        return _("your caucus")
    return ""
