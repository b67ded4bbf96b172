"""The grid as a file, as a picture on the clipboard, and on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from entente.domain.text import safe_file_name
from entente.i18n import N_, _, language
from entente_ui.actors import sheet_page
from entente_ui.actors.lenses.axes import PAIRS
from entente_ui.actors.taking_out import CLIPBOARD_DPI, TakingOut
from entente_ui.background import Report
from entente_ui.pane import Context
from entente_ui.paper.dialog import FOLDER_SETTING

if TYPE_CHECKING:  # the page takes its time to import
    from entente.briefs.grid import GridChart
    from entente_ui.actors.grid_tab import GridTab
    from entente_ui.actors.sheet_page import Page


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file the grid can be written to.

    Attributes:
        name: What people see, in English; translated when shown.
        suffix: With its dot.
        draw: Makes the file of the grid from what is shown and the code of a language.
        picture: Makes the file of another lens.
    """

    name: str
    suffix: str
    draw: Callable[["GridChart", str], bytes]
    picture: Callable[["Page"], bytes]


def _pdf_a4(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_pdf(chart, code)


def _pdf_a3(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_pdf(chart, code, grid.Paper.A3)


def _svg(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_svg(chart, code).encode()


def _png(chart: "GridChart", code: str) -> bytes:
    from entente.briefs import grid  # noqa: PLC0415  # when first needed

    return grid.to_png(chart, code)


FORMATS: Final = (
    Format(N_("PDF, A4"), ".pdf", _pdf_a4, sheet_page.to_pdf),
    Format(N_("PDF, A3"), ".pdf", _pdf_a3, partial(sheet_page.to_pdf, size=sheet_page.A3)),
    Format(N_("Drawing (SVG)"), ".svg", _svg, sheet_page.to_svg),
    Format(N_("Picture (PNG)"), ".png", _png, sheet_page.to_png),
)


class Output(TakingOut):
    """Takes the grid out of the window, always as the viewer may see it."""

    def __init__(self, context: Context, tab: "GridTab") -> None:
        super().__init__(context, tab)
        self._tab = tab

    def save(self, chosen: Format) -> None:
        """Ask for a name and write the grid there."""
        folder = Path(str(self._context.settings.value(FOLDER_SETTING, "") or Path.home()))
        suggested = folder / f"{self._file_name()}{chosen.suffix}"
        kinds = f"{_(chosen.name)} (*{chosen.suffix})"
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Export the grid"), str(suggested), kinds
        )
        if name:
            path = Path(name)
            if path.suffix.casefold() != chosen.suffix:
                path = path.with_name(path.name + chosen.suffix)
            self.write(chosen, path)

    def write(self, chosen: Format, path: Path) -> None:
        """Write the grid to a file."""
        if self._is_private():
            return
        chart, code = self._chart(), language()
        drawn = None if self._is_grid else chosen.picture(self._page(chart))
        self._context.settings.setValue(FOLDER_SETTING, str(path.parent))

        def work(report: Report) -> None:
            from entente.briefs.output import save  # noqa: PLC0415  # when first needed

            data = drawn or chosen.draw(chart, code)
            report(80)
            save(data, path)

        self.start(
            _("Exporting the grid…"),
            work,
            lambda _none: self._context.toast(_("Saved: {file}").format(file=path.name), False),
        )

    def copy(self) -> None:
        """Put the grid on the clipboard, as a picture and as a drawing."""
        if self._is_private():
            return
        chart, code = self._chart(), language()
        said = _("The picture of the grid is on the clipboard.")
        if not self._is_grid:
            page = self._page(chart)
            picture = sheet_page.to_png(page, CLIPBOARD_DPI)
            self.put_on_clipboard(picture, sheet_page.to_svg(page), said)
            return

        def work(report: Report) -> tuple[bytes, bytes]:
            from entente.briefs import grid  # noqa: PLC0415  # when first needed

            drawing = _svg(chart, code)
            report(40)
            return grid.to_png(chart, code, dpi=CLIPBOARD_DPI), drawing

        self.start(_("Drawing the grid…"), work, lambda made: self.put_on_clipboard(*made, said))

    def print_out(self) -> None:
        """Show the page of the grid, with the buttons to print and to save it."""
        if self._is_private():
            return
        chart, code = self._chart(), language()
        if not self._is_grid:
            self._show(sheet_page.to_pdf(self._page(chart)))
            return
        self.start(_("Drawing the grid…"), lambda _report: _pdf_a4(chart, code), self._show)

    def _show(self, pdf: bytes) -> None:
        self.show_page(pdf, self._tab.lens.title, self._tab.lens.title)

    def _chart(self) -> "GridChart":
        from entente.briefs import grid  # noqa: PLC0415  # when first needed

        document = self._context.document
        return document.read(partial(grid.gather, audience=document.viewer))

    @property
    def _is_grid(self) -> bool:
        """Whether it is the grid of power and interest of today, which has a page of its own."""
        return self._tab.lens.fields == PAIRS[0] and self._tab.day is None

    def _is_private(self) -> bool:
        """Return whether this is for the mediator's eyes alone, and say so."""
        if self._tab.lens.is_private:
            self._context.toast(_("The sociogram is for you alone: it is not printed."), False)
        return self._tab.lens.is_private

    def _page(self, chart: "GridChart") -> "Page":
        from entente.briefs.levels import (  # noqa: PLC0415  # when first needed
            confidential_words,
            legal_note,
        )

        tab = self._tab
        return sheet_page.Page(
            tab.lens,
            tab.data.placed,
            tab.view.board.trails.mode,
            " · ".join(part for part in (chart.head.mission, chart.head.organisation) if part),
            confidential_words(chart.head.audience),
            legal_note(chart.head.audience),
            tab.day or chart.head.on,
        )

    def _file_name(self) -> str:
        return safe_file_name(self._tab.lens.title)
