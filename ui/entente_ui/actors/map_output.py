"""The map of relations as a file, on the clipboard, and on paper, for whom it is meant."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QWidget

from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.domain.text import safe_file_name
from entente.errors import EntenteError
from entente.i18n import N_, _, language
from entente_ui.actors.taking_out import CLIPBOARD_DPI, TakingOut
from entente_ui.background import Report
from entente_ui.folders import remember_folder, start_folder
from entente_ui.kit import Menu
from entente_ui.pane import Context

if TYPE_CHECKING:  # the page takes its time to import
    from entente.services.relation_map import RelationMap


@dataclass(frozen=True, slots=True)
class MapPaper:
    """What a map can be printed on.

    Attributes:
        name: What people see, in English; translated when shown.
        paper: `A4` or `A3`.
        portrait: Whether the sheet stands.
        tiles: Sheets across and down.
    """

    name: str
    paper: str = "A4"
    portrait: bool = False
    tiles: tuple[int, int] = (1, 1)


PAPERS: Final = (
    MapPaper(N_("A4, landscape")),
    MapPaper(N_("A4, portrait"), portrait=True),
    MapPaper(N_("A3, landscape"), "A3"),
    MapPaper(N_("A3, portrait"), "A3", portrait=True),
    MapPaper(N_("Four sheets of A4 to be glued together"), tiles=(2, 2)),
    MapPaper(N_("Four sheets of A3 to be glued together"), "A3", tiles=(2, 2)),
)


@dataclass(frozen=True, slots=True)
class MapFormat:
    """A kind of file that a map can be written to, beside PDF.

    Attributes:
        name: What people see, in English; translated when shown.
        suffix: With its dot.
        is_list: Whether it holds records in full, and not a drawing.
    """

    name: str
    suffix: str
    is_list: bool = False


FORMATS: Final = (
    MapFormat(N_("Drawing (SVG)"), ".svg"),
    MapFormat(N_("Picture (PNG)"), ".png"),
    MapFormat(N_("Graph (GraphML)"), ".graphml", is_list=True),
    MapFormat(N_("Graph (GEXF)"), ".gexf", is_list=True),
    MapFormat(N_("Lists for Kumu (Excel)"), ".xlsx", is_list=True),
    MapFormat(N_("Relations (CSV)"), ".csv", is_list=True),
)
READERS: Final = (
    (N_("For the mediator"), MEDIATOR),
    (N_("For the sponsor"), SPONSOR),
    (N_("For everybody"), PUBLIC),
)


@dataclass(frozen=True, slots=True)
class _Look:
    """Which view of which day; an empty key for everybody in the usual order."""

    view_key: str = ""
    day: dt.date | None = None


class MapOutput(TakingOut):
    """Takes the map out of the window, never with more than its reader may know.

    Attributes:
        reader: Whom it is made for; while others look on it is made for everybody.
        pseudonymised: Whether roles or initials stand for names.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._look = _Look()
        self.reader: Audience = MEDIATOR
        self.pseudonymised = False

    def export_menu(self, view_key: str = "", day: dt.date | None = None) -> Menu:
        """Return a menu of everything that can be done with a view of the map on a day."""
        self._look = _Look(view_key, day)
        menu = Menu(_("Export"), self._window)
        printed = Menu(_("Print"), menu)
        files = Menu("PDF", menu)
        for each in PAPERS:
            self._add(printed, _(each.name), partial(self._print, each))
            self._add(files, _(each.name), partial(self._ask, ".pdf", "PDF", each))
        menu.addMenu(printed)
        menu.addMenu(files)
        for chosen in FORMATS:
            action = self._add(
                menu, _(chosen.name), partial(self._ask, chosen.suffix, _(chosen.name), PAPERS[0])
            )
            # A list says more than a drawing, and is not made while others look on.
            action.setEnabled(not (chosen.is_list and self._context.document.is_presenting))
        menu.addSeparator()
        self._add(menu, _("Copy as a picture"), self._copy)
        menu.addSeparator()
        self._add_choices(menu)
        return menu

    def print_out(self, view_key: str = "", day: dt.date | None = None) -> None:
        """Show the page of a view, with the buttons to print and to save it."""
        self._look = _Look(view_key, day)
        self._print(PAPERS[0])

    def copy(self, view_key: str = "", day: dt.date | None = None) -> None:
        """Put a view on the clipboard, as a picture and as a drawing."""
        self._look = _Look(view_key, day)
        self._copy()

    def write(self, path: Path, paper: MapPaper = PAPERS[0]) -> None:
        """Write the map to a file, as its ending says."""
        drawn, code = self._drawn(), language()
        if drawn is None:
            return

        def work(report: Report) -> None:
            _write(drawn, code, path, paper, report)

        self.start(
            _("Exporting the map…"),
            work,
            lambda _none: self._context.toast(
                _("{file} is saved, not encrypted.").format(file=path.name), False
            ),
        )

    def _add(self, menu: Menu, text: str, do: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _add_choices(self, menu: Menu) -> None:
        presenting = self._context.document.is_presenting
        readers = QActionGroup(menu)
        for name, audience in READERS:
            action = self._add(menu, _(name), partial(self._read_by, audience))
            action.setCheckable(True)
            action.setChecked((PUBLIC if presenting else self.reader) == audience)
            action.setEnabled(not presenting)
            readers.addAction(action)
        roles = self._add(menu, _("Roles instead of names"), self._turn_roles)
        roles.setCheckable(True)
        roles.setChecked(self.pseudonymised or presenting)
        roles.setEnabled(not presenting)

    def _read_by(self, audience: Audience) -> None:
        self.reader = audience

    def _turn_roles(self) -> None:
        self.pseudonymised = not self.pseudonymised

    def _ask(self, suffix: str, name: str, paper: MapPaper) -> None:
        suggested = start_folder() / f"{_file_name()}{suffix}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Export the map"), str(suggested), f"{name} (*{suffix})"
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.casefold() != suffix:
                path = path.with_name(path.name + suffix)
            remember_folder(path)
            self.write(path, paper)

    def _print(self, paper: MapPaper) -> None:
        drawn, code = self._drawn(), language()
        if drawn is None:
            return

        def work(report: Report) -> bytes:
            return _pdf(drawn, code, paper, report)

        self.start(
            _("Drawing the map…"),
            work,
            lambda pdf: self.show_page(pdf, _("Map of relations"), _("Map of relations")),
        )

    def _copy(self) -> None:
        drawn, code = self._drawn(), language()
        if drawn is None:
            return

        def work(report: Report) -> tuple[bytes, bytes]:
            from entente.briefs import network  # noqa: PLC0415  # when first needed

            drawing = network.to_svg(drawn, code).encode()
            report(40)
            return network.to_png(drawn, code, dpi=CLIPBOARD_DPI), drawing

        said = _("The picture of the map is on the clipboard.")
        self.start(_("Drawing the map…"), work, lambda made: self.put_on_clipboard(*made, said))

    def _drawn(self) -> "RelationMap | None":
        """Return the map as its reader may have it; None, and say so, if the view is gone.

        While others look on it is what everybody may know, without names.
        """
        from entente.services import relation_map  # noqa: PLC0415  # after the first paint

        document = self._context.document
        wish = relation_map.Wish(
            audience=PUBLIC if document.is_presenting else self.reader,
            view_id=self._look.view_key,
            on=self._look.day,
            pseudonymised=self.pseudonymised or document.is_presenting,
        )
        try:
            return document.read(partial(relation_map.read, wish=wish))
        except EntenteError as error:
            self._context.tell(error)
            return None


def _file_name() -> str:
    return safe_file_name(_("Map of relations"))


def _pdf(drawn: "RelationMap", code: str, paper: MapPaper, report: Report) -> bytes:
    from entente.briefs import network  # noqa: PLC0415  # when first needed

    form = network.Form(network.Paper[paper.paper], paper.portrait, paper.tiles)
    return network.to_pdf(drawn, code, form, report)


def _write(drawn: "RelationMap", code: str, path: Path, paper: MapPaper, report: Report) -> None:
    from entente.briefs import network, output  # noqa: PLC0415  # when first needed
    from entente.exchange import graph_files, kumu  # noqa: PLC0415  # as above

    match path.suffix.casefold():
        case ".graphml" | ".gexf":
            graph_files.write_graph(path, drawn, code)
        case ".xlsx" | ".csv":
            kumu.write_lists(path, drawn, code)
        case ".svg":
            output.save(network.to_svg(drawn, code).encode(), path)
        case ".png":
            output.save(network.to_png(drawn, code), path)
        case _:
            output.save(_pdf(drawn, code, paper, report), path)
