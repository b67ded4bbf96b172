"""Skills and who gives them by who takes them over, rated from 0 to 4 by keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from entente.domain.change.spreading import SKILL_MAX
from entente.i18n import _
from entente.services.skills import Skills, Transfer
from entente_ui.change.spreading.words import NONE, level_words, skills_sentence
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale

_SEAM: Final = "\n"
#: Darker the more there is still to hand over.
_SCALE: Final = Scale(0, SKILL_MAX, lambda level: SKILL_MAX - level)


class SkillGrid(RatingGrid):
    """One line a skill of a person, one column somebody who takes it over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Skills handed over"), _SCALE, parent)
        self._found = Skills((), ())

    def show_skills(self, found: Skills, *, is_editable: bool) -> None:
        """Show how far each has come; one stays at the same cell if it is still there."""
        self._found = found
        takers = {each.taker: each.taker_name or NONE for each in found.transfers if each.taker}
        lines = tuple(
            Line(
                _SEAM.join(key),
                _named(line[0]),
                "",
                tuple(_mark(line, taker) for taker in takers),
            )
            for key, line in found.lines.items()
            if any(each.taker for each in line)
        )
        grid = Grid(tuple(takers.items()), lines)
        self.show_grid(grid, skills_sentence(found), is_editable=is_editable)

    def transfers(self, line: str, taker: str) -> list[Transfer]:
        """Return what a cell stands for; of the whole line where no column is named."""
        skill, _seam, giver = line.rpartition(_SEAM)
        held = self._found.lines.get((skill, giver), ())
        return [each for each in held if taker in {"", each.taker}]

    def told(self, line: str, taker: str) -> tuple[str, str, str]:
        """Return skill, giver and taker of a cell, as a level of it is noted."""
        held = self.transfers(line, "")
        return held[0].skill, held[0].giver, taker


def _named(one: Transfer) -> str:
    if not one.giver_name:
        return one.skill
    return _("{skill} ({giver})").format(skill=one.skill, giver=one.giver_name)


def _mark(line: Sequence[Transfer], taker: str) -> Mark:
    held = [each for each in line if each.taker == taker]
    if not held:
        return Mark(None, _("not handed over"))
    return Mark(held[-1].level, level_words(held[-1].level))
