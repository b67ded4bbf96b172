"""What can be done with a cell of the map, or with a group."""

from functools import partial

from PySide6.QtWidgets import QWidget

from entente.domain.change.impact import DEPTH_MAX
from entente.i18n import _
from entente.services.impact import Group
from entente.services.impact_words import depth_words
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.kit import Menu, make_action


def cell_menu(parent: QWidget, deeds: Deeds, group: Group, dimension: str) -> Menu:
    """Return the depths and the card of a cell; for a group, its removal."""
    menu = Menu(group.name, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    if not dimension:
        remove = partial(deeds.remove_group, group)
        menu.addAction(make_action(menu, _("Remove this group"), remove, "trash"))
        return menu
    now = group.cell(dimension).depth
    for depth in (*range(1, DEPTH_MAX + 1), None):
        action = make_action(menu, depth_words(depth), partial(deeds.rate, group, dimension, depth))
        action.setCheckable(True)
        action.setChecked(depth == now)
        menu.addAction(action)
    menu.addSeparator()
    if not group.cell(dimension).item:
        make = partial(deeds.impact_to_card, group, dimension)
        menu.addAction(make_action(menu, _("Make a card"), make, "plus"))
    return menu
