"""Whose change can be followed: functional groups and people who are not followed yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.i18n import _
from entente.services import adkar
from entente_ui.document import Document
from entente_ui.kit import Menu, make_action


def who_menu(parent: QWidget, document: Document, add: Callable[[str, str], object]) -> Menu:
    """Return groups and people, each in a menu of its own; empty without any.

    Args:
        parent: The widget it opens over.
        document: The open mission.
        add: Called with the key and the name of the one chosen.
    """
    menu = Menu(_("Add a person or a group"), parent)
    menu.aboutToHide.connect(menu.deleteLater)
    groups = set(document.labels(FUNCTIONAL_GROUP))
    offered = document.read(adkar.not_yet)
    for title, is_group in ((_("Functional groups"), True), (_("People"), False)):
        part = Menu(title, menu)
        for key, name in offered:
            if (key in groups) is is_group:
                part.addAction(make_action(part, name, partial(add, key, name)))
        if not part.isEmpty():
            menu.addMenu(part)
    return menu
