"""The menu of the cards of a review."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from entente.domain.confidentiality import LEVEL_LABELS, Level
from entente.domain.review import GAP_MAX
from entente.i18n import N_, _
from entente.services.reviews import Column, Said, What
from entente_ui.formats import number
from entente_ui.kit import Menu, make_action, with_keys
from entente_ui.sprints.board.words import sentence
from entente_ui.sprints.review.words import column_words

#: Levels that notes and tensions may have; a caucus has its own pages.
LEVELS: Final = tuple(level for level in Level if level is not Level.CAUCUS)
#: Name, words, icon and key of what each kind of card can become or be given.
_NOTE: Final = (
    ("more", N_("One vote more"), "star", "+"),
    ("less", N_("One vote less"), "minus", "−"),
    ("further", N_("Make it a tension"), "arrows-maximize", "T"),
    ("act", N_("Make it an action of the next cycle"), "arrow-right", ""),
)
_TENSION: Final = (
    ("further", N_("Make it an action"), "arrow-right", "T"),
    ("difficulty", N_("Make it a difficulty"), "alert-triangle", "D"),
)
#: How a tension stands that something was made of.
_MADE: Final = {"further": "acted", "difficulty": "promoted"}
_ADVICE: Final = (("further", N_("Take the advice"), "plus", "T"),)
_NOTE_COLUMNS: Final = (Column.SHIPPED, Column.LIKE, Column.DISLIKE)


def menu_of(
    owner: QWidget, some: Sequence[Said], run: Callable[[str], None], *, is_written: bool
) -> Menu:
    """Return the menu of the cards selected.

    Args:
        owner: What it belongs to.
        some: The cards.
        run: Does what is chosen, by its name.
        is_written: Whether anything may be changed.
    """
    menu = Menu(_("Cards of the review"), owner)
    menu.aboutToHide.connect(menu.deleteLater)
    kinds = {each.what for each in some}
    if kinds != {What.ADVICE} or all(each.key for each in some):
        _add(menu, run, "open", _("Show in the inspector"), "layout-sidebar-right", "Enter")
    if not is_written or not some:
        return menu
    if kinds == {What.ADVICE}:
        _add_all(menu, run, _ADVICE)
        return menu
    _add(menu, run, "reword", _("Reword"), "pencil", "F2")
    if kinds == {What.NOTE}:
        menu.addSeparator()
        _add_all(menu, run, _NOTE)
        menu.addSeparator()
        for column in _NOTE_COLUMNS:
            on = all(each.column == column for each in some)
            _check(menu, column_words(column), partial(run, column.value), on=on)
    if kinds == {What.TENSION}:
        menu.addSeparator()
        menu.addMenu(_gaps(menu, some, run))
        done = {each.mark for each in some} if len(some) == 1 else set()
        _add_all(menu, run, [entry for entry in _TENSION if _MADE[entry[0]] not in done])
        settled = all(each.mark == "settled" for each in some)
        _check(
            menu,
            _("Settled"),
            partial(run, "status-open" if settled else "status-settled"),
            on=settled,
        )
    if kinds <= {What.NOTE, What.TENSION}:
        menu.addSeparator()
        menu.addMenu(_levels(menu, some, run))
        _add(menu, run, "delete", _("Delete"), "trash", "Del")
    return menu


def _gaps(parent: QWidget, some: Sequence[Said], run: Callable[[str], None]) -> Menu:
    menu = Menu(_("Gap"), parent)
    for gap in range(1, GAP_MAX + 1):
        on = all(each.gap == gap for each in some)
        _check(menu, number(gap), partial(run, f"gap-{gap}"), on=on)
    return menu


def _levels(parent: QWidget, some: Sequence[Said], run: Callable[[str], None]) -> Menu:
    menu = Menu(_("Who may read it"), parent)
    for level in LEVELS:
        on = all(each.level == level for each in some)
        _check(menu, sentence(_(LEVEL_LABELS[level])), partial(run, f"level-{level}"), on=on)
    return menu


def _add_all(
    menu: Menu, run: Callable[[str], None], entries: Sequence[tuple[str, str, str, str]]
) -> None:
    for name, words, icon, key in entries:
        _add(menu, run, name, _(words), icon, key)


def _add(
    menu: Menu, run: Callable[[str], None], name: str, words: str, icon: str, key: str
) -> None:
    menu.addAction(make_action(menu, with_keys(words, key), partial(run, name), icon))


def _check(menu: Menu, words: str, act: Callable[[], object], *, on: bool) -> None:
    action = make_action(menu, words, act)
    action.setCheckable(True)
    action.setChecked(on)
    menu.addAction(action)
