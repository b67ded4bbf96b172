"""What is made of cards that are put into another column, and of advice that is taken."""

from collections.abc import Sequence

from entente.domain.difficulty import DIFFICULTY
from entente.i18n import _
from entente.services.review_edits import is_note
from entente.services.reviews import Column, Said, What
from entente_ui.pane import Context
from entente_ui.sprints.review.deeds import Deeds
from entente_ui.sprints.review.lanes import ReviewLanes


class Carrying:
    """Takes cards where they are put, and shows them there."""

    def __init__(self, context: Context, lanes: ReviewLanes, deeds: Deeds) -> None:
        self._context, self._lanes, self._deeds = context, lanes, deeds

    def put(self, some: Sequence[Said], column: str) -> None:
        """Put cards into a column; what cannot be there is said, and stays."""
        if not some or self._context.document.is_presenting:
            return
        advice = [each for each in some if each.what is What.ADVICE]
        if advice and column == Column.NEXT:
            self.take(advice)
            return
        away = [each for each in some if each.column != column]
        notes = [each for each in away if each.what is What.NOTE]
        tensions = [each for each in away if each.what is What.TENSION]
        if column == Column.NEXT and (notes or tensions):
            self.act([*notes, *tensions])
        elif column == Column.TENSION and notes:
            self.tense(notes)
        elif is_note(column) and notes:
            if self._deeds.move(notes, column):
                self._lanes.reveal(notes[0].id)
        elif away:
            self._refuse(away[0])

    def further(self, some: Sequence[Said]) -> None:
        """Make of cards what usually comes next: a tension, an action, a card."""
        kinds = {each.what for each in some}
        if kinds == {What.ADVICE}:
            self.take(some)
        elif kinds == {What.NOTE}:
            self.tense(some)
        elif kinds == {What.TENSION}:
            self.act(some)
        elif some:
            self._refuse(next(each for each in some if each.what is not What.NOTE))

    def take(self, some: Sequence[Said]) -> None:
        """Take advice."""
        self.show("next:", self._deeds.take(some))

    def tense(self, some: Sequence[Said]) -> None:
        """Make tensions of notes."""
        self.show("tension:", self._deeds.to_tensions(some))

    def act(self, some: Sequence[Said]) -> None:
        """Make actions of tensions or notes; a tension has one already, or gets one."""
        open_ = [each for each in some if each.mark != "acted"]
        if not open_:
            self._context.toast(_("There is an action already."), False)
            return
        self.show("next:", self._deeds.to_actions(open_))

    def promote(self, some: Sequence[Said]) -> None:
        """Make a difficulty of a tension, the first of several, and show it."""
        if not some:
            return
        if some[0].mark == "promoted":
            self._context.toast(_("It is a difficulty already."), False)
        elif key := self._deeds.to_difficulty(some[0]):
            self._context.reveal(DIFFICULTY.name, key)

    def show(self, prefix: str, keys: Sequence[str], *, takes_focus: bool = True) -> None:
        """Show the first of the cards that were made, or say where they are.

        Args:
            prefix: What the cards of that sort begin with.
            keys: Of what they stand for.
            takes_focus: Whether the keys go there as well.
        """
        if keys and not self._lanes.reveal(f"{prefix}{keys[0]}", takes_focus=takes_focus):
            words = _("It is in the backlog: the cycle that followed this sprint is over.")
            self._context.toast(words, True)

    def _refuse(self, said: Said) -> None:
        """Say why a card stays where it is."""
        match said.what:
            case What.ITEM:
                words = _("Whether a card is done is said on the board.")
            case What.ADVICE:
                words = _("Advice is taken into the next cycle, or left.")
            case _:
                words = _("A tension stays one; it can become an action or a difficulty.")
        self._context.toast(words, False)
