"""Commitments hung elsewhere: that says what became of them."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente.services.commitment_wall import Place, Promise
from entente_ui.formats import labelled
from entente_ui.kit import Menu, ask_beside, ask_day_beside, make_action, with_keys
from entente_ui.kit.cards import Lanes
from entente_ui.sprints.commitments.deeds import Deeds, named
from entente_ui.sprints.commitments.words import PLACE_LABELS


class Hanging:
    """Hangs commitments elsewhere and asks what has to be known of that.

    Attributes:
        today: The day it is.
    """

    def __init__(self, owner: QWidget, wall: Lanes[Promise], deeds: Deeds) -> None:
        self._owner, self._wall, self._deeds = owner, wall, deeds
        self.today = dt.date.min

    def hang(self, some: Sequence[Promise], place: str) -> None:
        """Hang commitments in a lane; under a moved date only once that is known."""
        away = [each for each in some if each.place != place]
        if not away:
            return
        if place == Place.RENEGOTIATED:
            self._ask_day(away)
        elif self._deeds.settle(away, place):
            self._wall.reveal(away[0].id)
            self._ask_more(away, place)

    def _ask_day(self, some: Sequence[Promise]) -> None:
        def answer(day: dt.date | None) -> None:
            if day is not None and self._deeds.renegotiate(some, day):
                self._wall.reveal(some[0].id)

        question = labelled(_("New date agreed on"), named(some))
        target = self._rect_of(some[0].id)
        ask_day_beside(self._owner, target, question, self.today, answer, some[0].due_on)

    def _ask_more(self, some: Sequence[Promise], place: str) -> None:
        """Ask what shows it, or why; nobody has to say."""
        target = self._rect_of(some[0].id)
        if place == Place.KEPT:
            question = _("What shows it? {cards}").format(cards=named(some))
            ask_beside(self._owner, target, question, partial(self._deeds.prove, some))
        elif place in {Place.BROKEN, Place.RELEASED}:
            question = _("Why? {move}").format(move=labelled(named(some), _(PLACE_LABELS[place])))
            ask_beside(self._owner, target, question, partial(self._deeds.explain, some))

    def _rect_of(self, key: str) -> QRect:
        """Return where a card is to be seen, in the coordinates of the owner."""
        for lane in self._wall.lanes:
            view = lane.view
            row = view.cards.row_of(key)
            if row >= 0:
                rect = view.visualRect(view.cards.index(row)) & view.viewport().rect()
                return QRect(view.viewport().mapTo(self._owner, rect.topLeft()), rect.size())
        return self._owner.rect()


def menu_of(owner: QWidget, run: Callable[[str], None], *, is_written: bool) -> Menu:
    """Return the menu of the commitments selected.

    Args:
        owner: What it belongs to.
        run: Does what is chosen, by its name.
        is_written: Whether anything may be changed.
    """
    menu = Menu(_("Commitments"), owner)
    menu.addAction(
        make_action(menu, _("Show in the inspector"), partial(run, "open"), "layout-sidebar-right")
    )
    if is_written:
        menu.addAction(make_action(menu, _("Reword") + "\tF2", partial(run, "edit"), "pencil"))
        menu.addSeparator()
        for place, words in PLACE_LABELS.items():
            said = with_keys(_(words), _KEYS.get(place, ""))
            menu.addAction(make_action(menu, said, partial(run, place)))
        menu.addSeparator()
        menu.addAction(make_action(menu, _("Delete"), partial(run, "delete"), "trash"))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


_KEYS = {Place.KEPT.value: "K", Place.BROKEN.value: "B", Place.RENEGOTIATED.value: "R"}
