"""The sheet of a meeting: choose its reader, see the very bytes, print or save them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from entente.domain import confidentiality
from entente.domain.confidentiality import Audience
from entente.domain.text import safe_file_name
from entente.i18n import _, language
from entente.services.matchmaking import Meeting, Person
from entente_ui.background import Report, was_cancelled
from entente_ui.kit import Menu
from entente_ui.pane import Context
from entente_ui.paper.dialog import PreviewDialog

if TYPE_CHECKING:  # the page takes its time to import
    import datetime as dt

    from entente.briefs.meeting import MeetingSheet


class SheetMenu(QObject):
    """Makes the sheet of a meeting for the mediator or for one of the two.

    Attributes:
        preview: The last sheet shown, None before there is one.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.preview: PreviewDialog | None = None

    def ask(self, meeting: Meeting, beside: QWidget, on: "dt.date | None" = None) -> None:
        """Ask for whom the sheet is, below what was pressed."""
        menu = Menu(_("Meeting sheet"), self._window)
        first, second = meeting.first, meeting.second
        readers: list[tuple[str, Audience, str]] = [
            (_("For the mediator"), confidentiality.MEDIATOR, "mediator"),
            *(
                (_("For {name}").format(name=each.name), confidentiality.party(each.id), each.ref)
                for each in (first, second)
            ),
            (_("For everybody"), confidentiality.PUBLIC, "public"),
        ]
        for words, audience, code in readers:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, audience=audience, code=code: self.make(
                    (first, second), audience, code, on
                )
            )
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def make(
        self,
        pair: tuple[Person, Person],
        audience: Audience,
        code: str,
        on: "dt.date | None" = None,
    ) -> None:
        """Show the sheet of two for one reader, once it has been audited."""
        from entente.briefs import meeting  # noqa: PLC0415  # when first needed

        keys = (pair[0].id, pair[1].id)
        sheet = self._context.document.read(lambda s: meeting.gather(s, keys, audience, on))
        spoken = language()

        def work(report: Report) -> bytes:
            return meeting.produce(sheet, spoken, report)

        self._context.background.start(
            _("Preparing the document…"),
            work,
            done=lambda pdf: self._show(pdf, sheet, code),
            failed=self._failed,
        )

    def _show(self, pdf: bytes, sheet: "MeetingSheet", code: str) -> None:
        context = self._context
        # Its name travels further than the file: references, no names.
        stem = "-".join((_("meeting"), sheet.first.ref, sheet.second.ref, code))
        self.preview = PreviewDialog(
            pdf,
            _("Meeting sheet"),
            f"{safe_file_name(stem)}.pdf",
            context.background,
            context.tell,
            self._window.window(),
        )
        self.preview.open()

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error):
            self._context.tell(error)
