"""What can be done with steps of a checklist, as a menu."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _
from entente.services.stages import LINKS, Step
from entente_ui.checklists.words import link_words
from entente_ui.kit import Menu, make_action

if TYPE_CHECKING:
    from entente_ui.checklists.page import ChecklistPage


def step_menu(page: "ChecklistPage") -> Menu:
    """Return what can be done with the steps selected on a page."""
    menu, some = Menu(_("Steps of the mission"), page), page.tree.selected
    links = [(step, link) for step in some[:1] for link in step.links]
    for _tied, link in links:
        words = _("Go to {record}").format(record=link_words(link))
        reveal = partial(page.context.reveal, link.record_type.name, link.key)
        menu.addAction(make_action(menu, words, reveal, "arrow-right"))
    if some:
        show = partial(page.run, "open")
        icon = "layout-sidebar-right"
        menu.addAction(make_action(menu, _("Show in the inspector"), show, icon))
    if not page.context.document.is_presenting:
        _add_writing(page, menu, some)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def kinds_menu(page: "ChecklistPage", step: Step, parent: QWidget) -> Menu:
    """Return the kinds of record that may show a step."""
    menu = Menu(_("Shown by…"), parent)
    for kind in LINKS:
        words = _(RECORD_TYPES[kind].label)
        menu.addAction(make_action(menu, words, partial(page.ask_record, step, kind)))
    return menu


def _add_writing(page: "ChecklistPage", menu: Menu, some: Sequence[Step]) -> None:
    menu.addSeparator()
    if some:
        today = page.context.document.read(lambda s: s.today)
        is_done = all(step.done_on for step in some)
        words = _("Not taken after all") if is_done else _("Taken today")
        day = None if is_done else today
        menu.addAction(make_action(menu, words, partial(page.deeds.tick, some, day), "check"))
        for words, name in (
            (_("Taken on another day…") + "\tD", "day"),
            (_("Reword") + "\tF2", "edit"),
        ):
            menu.addAction(make_action(menu, words, partial(page.run, name)))
    if len(some) == 1:
        menu.addMenu(kinds_menu(page, some[0], menu))
        for link in some[0].links:
            words = _("No longer shown by {record}").format(record=link_words(link))
            act = partial(page.deeds.untie, some[0], link.record_type.name)
            menu.addAction(make_action(menu, words, act, "link-off"))
    menu.addSeparator()
    menu.addAction(make_action(menu, _("Add a step") + "\tN", page.begin_step, "plus"))
    if some:
        menu.addAction(make_action(menu, _("Delete"), partial(page.run, "delete"), "trash"))
