"""Everything that can be done on the map, for its menus, its buttons and the palette."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from entente.domain.alignment import Side
from entente.domain.relation import KIND_LABELS
from entente.i18n import N_, _
from entente_ui.actors.map.arranging import ARRANGEMENTS
from entente_ui.actors.map.filters import Sign
from entente_ui.kit import Menu, make_action, make_switch

if TYPE_CHECKING:
    from entente_ui.actors.map.view import MapView

_SIDES: Final = {
    Side.LEFT: N_("Align the left edges"),
    Side.CENTRE: N_("Align in a column"),
    Side.RIGHT: N_("Align the right edges"),
    Side.TOP: N_("Align the upper edges"),
    Side.MIDDLE: N_("Align in a row"),
    Side.BOTTOM: N_("Align the lower edges"),
}
_SIGNS: Final = {
    Sign.GOOD: N_("good or trusting"),
    Sign.NEUTRAL: N_("neutral"),
    Sign.BAD: N_("tense or broken"),
    Sign.UNRATED: N_("not rated"),
}


class MapActions(QObject):
    """The actions of the map; single keys are shown here, the canvas itself listens to them.

    Attributes:
        boxes, strip, legend, minimap, table: Switches of what is shown.
    """

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        work, choices, canvas = view.work, view.choices, view.canvas
        make = partial(make_action, self)
        self.add = make(_("Add an actor…"), work.ask_actor, "user-plus")
        self.paste = make(_("Paste a list of names"), work.paste, "clipboard", "Ctrl+V")
        self.relate = make(_("Draw a relation from here"), work.begin_relation, "link", "R")
        self.rate = make(_("Rate the relation…"), work.ask_rating, "scale")
        self.open = make(_("Show in the inspector"), work.open_inspector, "user", "Enter")
        self.focus = make(_("Show only the neighbours"), choices.toggle_focus, "target", "F")
        self.whole = make(_("Show everybody around again"), choices.end_focus, "users-group")
        self.pin = make(_("Pin or unpin"), work.toggle_pin, "map-pin", "P")
        self.hide = make(_("Hide on this view"), work.remove, "eye-off", "Del")
        self.show_all = make(_("Show everybody hidden"), work.show_all, "eye", "H")
        self.note = make(_("Add a note"), work.notes.add, "note", "N")
        self.frame = make(_("Add a frame"), work.notes.add_frame, "square")
        self.fold = make(_("Fold or unfold the organisation"), choices.toggle_fold, "building")
        self.delete_note = make(_("Remove the note"), work.remove, "trash", "Del")
        self.edit_note = make(_("Change the words"), work.open_picked, "pencil", "Enter")
        self.delete_relation = make(_("Remove the relation"), work.remove, "trash", "Del")
        self.everybody = make(_("Select everybody on the map"), work.select_all, "", "Ctrl+A")
        self.fit = make(_("Show the whole map"), canvas.fit, "arrows-maximize", "0")
        self.plain = make(_("Show at 100 %"), canvas.zoom_plain, "zoom-reset", "1")
        self.copy, self.print, self.export = self._outputs()
        self.keys = make(_("Keys of the map"), work.show_keys, "keyboard", "?")
        self.new_view = make(_("New view of the map…"), choices.ask_new_view, "plus")
        self.rename_view = make(_("Rename this view…"), choices.ask_view_name, "pencil")
        self.remove_view = make(_("Remove this view"), choices.remove_view, "trash")
        self.clear = make(_("Clear the filters"), choices.clear_filters, "filter-off")
        self._make_switches()
        self.aligning, self.spreading = self._alignments()
        self.arranging = [
            make(_(each.label), partial(work.arrange, each), each.icon) for each in ARRANGEMENTS
        ]

    def _make_switches(self) -> None:
        work, choices, switch = self._view.work, self._view.choices, partial(make_switch, self)
        self.boxes = switch(_("Show the organisations"), choices.show_boxes, "building")
        self.strip = switch(_("Show the difficulties"), work.show_strip, "flag")
        self.legend = switch(_("Show what the lines mean"), work.show_legend, "list")
        self.minimap = switch(_("Show the whole map in small"), work.show_minimap, "map-2")
        self.table = switch(_("Show as a table"), work.show_table, "table")

    def _alignments(self) -> tuple[list[QAction], list[QAction]]:
        work, make = self._view.work, partial(make_action, self)
        return [make(_(label), partial(work.align, side)) for side, label in _SIDES.items()], [
            make(_("Distribute across"), partial(work.distribute, across=True)),
            make(_("Distribute downwards"), partial(work.distribute, across=False)),
        ]

    def _outputs(self) -> tuple[QAction, QAction, QAction]:
        view, make = self._view, partial(make_action, self)
        return (
            make(_("Copy the map"), view.work.copy, "copy", "Ctrl+C"),
            make(_("Print the map…"), view.print_out, "printer", "Ctrl+P"),
            make(_("Export the map…"), view.bar.open_export, "file-export"),
        )

    @property
    def offered(self) -> Sequence[QAction]:
        """What the command palette shows."""
        about = (self.add, self.paste, self.relate, self.focus, self.whole, self.pin, self.hide)
        more = (self.show_all, self.note, self.frame, self.fit, self.plain, self.clear, self.keys)
        views = (self.new_view, self.rename_view, self.remove_view)
        shown = (self.boxes, self.strip, self.legend, self.minimap, self.table)
        moves = (*self.arranging, *self.aligning, *self.spreading)
        return (*about, *more, self.copy, self.print, self.export, *views, *shown, *moves)

    def menu(self) -> Menu:
        """Return the context menu for what is selected."""
        menu = self._new_menu()
        picks = self._view.canvas.picks
        if picks.actors:
            menu.addActions([self.open, self.relate, self.focus])
            menu.addSeparator()
            if len(picks.actors) > 1:
                menu.addActions(self.aligning)
                menu.addActions(self.spreading if len(picks.actors) > 2 else [])
                menu.addSeparator()
            menu.addActions([self.frame, self.pin, self.hide])
            menu.addSeparator()
            menu.addMenu(self._parties_menu(menu))
        elif picks.relations:
            menu.addActions([self.rate, self.open])
            menu.addSeparator()
            menu.addAction(self.delete_relation)
        elif picks.notes:
            menu.addActions([self.edit_note, self.delete_note])
        elif picks.boxes:
            menu.addActions([self.open, self.fold])
        else:
            menu.addActions([self.add, self.paste, self.note, self.frame])
            menu.addSeparator()
            menu.addActions([self.everybody, self.show_all, self.fit, self.plain])
            menu.addSeparator()
            menu.addActions([self.boxes, self.legend, self.minimap, self.strip, self.table])
            menu.addSeparator()
            menu.addActions([self.copy, self.print, self.keys])
        return menu

    def _parties_menu(self, parent: Menu) -> Menu:
        """Return the difficulties of which those selected can become a party."""
        menu = Menu(_("Make a party of"), parent)
        canvas = self._view.canvas
        for each in canvas.chart.data.difficulties:
            action = menu.addAction(f"{each.ref} {each.title}".replace("&", "&&"))
            action.triggered.connect(partial(self._link, each.id))
        menu.setEnabled(canvas.writable and not menu.isEmpty())
        return menu

    def _link(self, difficulty: str, _on: bool = False) -> None:
        self._view.work.link(difficulty, self._view.canvas.picks.actors)

    def views_menu(self) -> Menu:
        """Return the menu of the named views."""
        menu = self._new_menu()
        data = self._view.canvas.chart.data
        for view in data.views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(view.id == data.view.id)
            action.triggered.connect(partial(self._go_to, view.id))
        if data.views:
            menu.addSeparator()
        menu.addActions([self.new_view, self.rename_view, self.remove_view])
        return menu

    def filter_menu(self) -> Menu:
        """Return the menu of what is shown."""
        menu = self._new_menu()
        choices, chosen = self._view.choices, self._view.canvas.chart.shown.filter
        menu.addSection(_("Relations"))
        for sign, label in _SIGNS.items():
            toggle = partial(choices.toggle_sign, sign)
            self._check(menu, _(label), toggle, on=sign in chosen.signs)
        menu.addSeparator()
        for kind, label in KIND_LABELS.items():
            self._check(menu, _(label), partial(choices.toggle_kind, kind), on=kind in chosen.kinds)
        menu.addSeparator()
        self._check(menu, _("only where little is sure"), choices.toggle_unsure, on=chosen.unsure)
        self._check(menu, _("only actors with relations"), choices.toggle_tied, on=chosen.tied)
        menu.addAction(self.boxes)
        menu.addSeparator()
        menu.addActions([self.show_all, self.clear])
        return menu

    def arrange_menu(self) -> Menu:
        """Return the menu of arrangements."""
        menu = self._new_menu()
        menu.addActions(self.arranging)
        menu.addSeparator()
        menu.addActions(self.aligning)
        menu.addActions(self.spreading)
        return menu

    def export_menu(self) -> Menu:
        """Return the menu of what can be made of the map as it is shown."""
        view = self._view
        view.canvas.keys.settle()
        menu = view.output.export_menu(view.canvas.chart.data.view.id, view.day)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def offer(self, *, writable: bool) -> None:
        """Enable what makes sense for what is selected.

        Args:
            writable: Whether the map may be changed.
        """
        picks, data = self._view.canvas.picks, self._view.canvas.chart.data
        several = len(picks.actors) > 1
        for action in self.aligning:
            action.setEnabled(writable and several)
        for action in self.spreading:
            action.setEnabled(writable and len(picks.actors) > 2)
        for action in (
            *(self.add, self.paste, self.note, self.frame, self.rate, self.fold, self.new_view),
            *(self.edit_note, self.delete_note, self.delete_relation, *self.arranging),
        ):
            action.setEnabled(writable)
        for action in (self.relate, self.pin, self.hide):
            action.setEnabled(writable and bool(picks.actors))
        self.focus.setEnabled(bool(picks.actors))
        self.whole.setEnabled(bool(self._view.canvas.chart.shown.focus))
        self.rename_view.setEnabled(writable and bool(data.view.id))
        self.remove_view.setEnabled(writable and len(data.views) > 1)
        hidden = any(place.hidden for place in data.places.values())
        self.show_all.setEnabled(writable and hidden)

    def _go_to(self, key: str, _on: bool = False) -> None:
        self._view.show_view(key)

    def _new_menu(self) -> Menu:
        menu = Menu("", self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @staticmethod
    def _check(menu: Menu, text: str, on_trigger: Callable[[], object], *, on: bool) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: on_trigger())
