"""The sheet of a meeting, for the mediator, for one of the two or for everybody."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from entente.domain import confidentiality
from entente.domain.confidentiality import Audience
from entente.i18n import _
from entente.services.matchmaking import Meeting, Person
from entente_ui.actors.acting.pages import Pages


class SheetMenu(Pages):
    """Makes the sheet of a meeting for the mediator or for one of the two."""

    def ask(self, meeting: Meeting, beside: QWidget, on: dt.date | None = None) -> None:
        """Ask for whom the sheet is, below what was pressed."""
        pair = meeting.first, meeting.second
        readers: list[tuple[str, Audience, str]] = [
            (_("For the mediator"), confidentiality.MEDIATOR, "mediator"),
            *(
                (_("For {name}").format(name=each.name), confidentiality.party(each.id), each.ref)
                for each in pair
            ),
            (_("For everybody"), confidentiality.PUBLIC, "public"),
        ]
        self.ask_reader(
            _("Meeting sheet"),
            readers,
            beside,
            lambda audience, code: self.make(pair, audience, code, on),
        )

    def make(
        self,
        pair: tuple[Person, Person],
        audience: Audience,
        code: str,
        on: dt.date | None = None,
    ) -> None:
        """Show the sheet of two for one reader, once it has been audited."""
        from entente.briefs import meeting  # noqa: PLC0415  # when first needed

        keys = (pair[0].id, pair[1].id)
        sheet = self._context.document.read(lambda s: meeting.gather(s, keys, audience, on))
        # Its name travels further than the file: references, no names.
        stem = "-".join((_("meeting"), sheet.first.ref, sheet.second.ref, code))
        self.show(sheet, meeting.produce, _("Meeting sheet"), stem)
