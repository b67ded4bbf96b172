"""What keys, menus and the palette can ask of the notes page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from entente.domain.confidentiality import LEVEL_LABELS, Level
from entente.domain.note import NOTE_LABELS, NoteKind
from entente.i18n import _, ngettext
from entente.services.notes import Note, Voice
from entente_ui.difficulties.notes.arrange import NOBODY, sentence, voice_name
from entente_ui.difficulties.notes.deeds import Deeds
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import Menu, make_action, with_keys
from entente_ui.pane import Context

_LETTERS = {
    Level.MEDIATOR: "M",
    Level.CAUCUS: "A",
    Level.PARTIES: "P",
    Level.SPONSOR: "C",
    Level.PUBLIC: "U",
}


@dataclass(frozen=True, slots=True)
class Hands:
    """What the page lets commands do to itself.

    Attributes:
        selected: The notes selected.
        voices: Who a note may come from.
        edit, link, escape, new: Begin editing, begin linking, leave it, begin a note.
    """

    selected: Callable[[], Sequence[Note]]
    voices: Callable[[], Sequence[Voice]]
    edit: Callable[[], object]
    link: Callable[[], object]
    escape: Callable[[], object]
    new: Callable[[], object]


class Commands:
    """Runs what is asked by name."""

    def __init__(self, context: Context, veil: Veil, deeds: Deeds, hands: Hands) -> None:
        self._context = context
        self._veil = veil
        self._deeds = deeds
        self._hands = hands

    def run(self, name: str) -> None:
        """Do what is called `name`; while others look at the screen, only what changes nothing."""
        if name == "copy":
            self.copy()
        elif name == "escape":
            self._hands.escape()
        elif not self._context.document.is_presenting:
            self._change(name)

    def _change(self, name: str) -> None:
        some = self._hands.selected()
        match name.split("-"):
            case ["new"]:
                self._hands.new()
            case ["level", "next"]:
                self._deeds.next_level(some)
            case ["level", level]:
                self._deeds.set_level(some, level)
            case ["strike"]:
                self._deeds.strike(some)
            case ["delete"]:
                self._deeds.remove(some)
            case ["edit"]:
                self._hands.edit()
            case ["link"]:
                self._hands.link()

    def copy(self) -> None:
        """Copy the texts of the notes selected; what is covered is left out."""
        some = self._hands.selected()
        seen = [note.text for note in some if not self._veil.hides(note)]
        if seen:
            QGuiApplication.clipboard().setText("\n".join(seen))
        left = len(some) - len(seen)
        if left:
            told = ngettext(
                "{count} covered caucus note was not copied.",
                "{count} covered caucus notes were not copied.",
                left,
            )
            self._context.toast(told.format(count=left), False)

    def offered(self, owner: QWidget) -> Sequence[QAction]:
        """Return what can be done to the notes selected."""
        some = self._hands.selected()
        if not some:
            return ()
        struck = all(note.is_struck for note in some)
        words: tuple[tuple[str, str, str], ...] = (
            (_("Edit"), "edit", "pencil"),
            (_("Restore") if struck else _("Strike"), "strike", "minus"),
            (_("Link to another note…"), "link", "link"),
            (_("Copy the text"), "copy", "copy"),
            (_("Delete"), "delete", "trash"),
        )
        if self._context.document.is_presenting:
            words = words[3:4]
        return [
            make_action(owner, text, partial(self.run, name), icon_name)
            for text, name, icon_name in words
        ]

    def open_menu(self, owner: QWidget, at: QPoint) -> Menu:
        """Open the menu of the notes selected."""
        menu = self.make_menu(owner)
        menu.popup(at)
        return menu

    def make_menu(self, owner: QWidget) -> Menu:
        """Return the menu of the notes selected."""
        menu = Menu(_("Notes"), owner)
        keys = {"edit": "Enter", "strike": "S", "link": "L", "copy": "Ctrl+C", "delete": "Del"}
        names: tuple[str, ...] = ("edit", "strike", "link", "copy", "delete")
        if self._context.document.is_presenting:
            names = ("copy",)
        for name, action in zip(names, self.offered(menu), strict=False):
            action.setText(with_keys(action.text(), keys[name]))
            menu.addAction(action)
        if not self._context.document.is_presenting:
            menu.addSeparator()
            menu.addMenu(self._levels(menu))
            menu.addMenu(self._kinds(menu))
            menu.addMenu(self._people(menu))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _levels(self, parent: QWidget) -> Menu:
        menu = Menu(_("Who may read it"), parent)
        now = {note.level for note in self._hands.selected()}
        for level, letter in _LETTERS.items():
            words = f"{sentence(_(LEVEL_LABELS[level]))}\t{letter}"
            _check(menu, words, partial(self.run, f"level-{level.value}"), on=now == {level.value})
        return menu

    def _kinds(self, parent: QWidget) -> Menu:
        menu = Menu(_("Kind"), parent)
        some = self._hands.selected()
        now = {note.kind for note in some}
        for kind in NoteKind:
            words = sentence(_(NOTE_LABELS[kind]))
            act = partial(self._deeds.change, some, {"kind": kind.value}, words)
            _check(menu, words, act, on=now == {kind.value})
        return menu

    def _people(self, parent: QWidget) -> Menu:
        menu = Menu(_("Said by"), parent)
        some = self._hands.selected()
        now = {note.actor for note in some}
        people = [(voice.id, voice_name(voice)) for voice in self._hands.voices()]
        for key, name in (*people, (NOBODY, _("Nobody in particular"))):
            act = partial(self._deeds.give_to, some, key, name)
            _check(menu, name, act, on=now == {key})
        return menu


def _check(menu: Menu, words: str, act: Callable[[], object], *, on: bool) -> None:
    action = make_action(menu, words, act)
    action.setCheckable(True)
    action.setChecked(on)
    menu.addAction(action)
