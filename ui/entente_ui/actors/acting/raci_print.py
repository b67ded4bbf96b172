"""The RACI matrix on paper, for the reader one chooses."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from entente.domain import confidentiality
from entente.domain.confidentiality import Audience
from entente.i18n import _
from entente_ui.actors.acting.pages import Pages


class RaciPrint(Pages):
    """Makes the page of the matrix."""

    def ask(self, beside: QWidget, shown: Collection[str] = ()) -> None:
        """Ask for whom the matrix is; while others look on it is for everybody.

        Args:
            beside: What was pressed.
            shown: Keys of further actors to show, though they have no duty.
        """
        if self._context.document.is_presenting:
            self.make(confidentiality.PUBLIC, "public", shown)
            return
        self.ask_reader(
            _("Who does what (RACI)"),
            (
                (_("For the mediator"), confidentiality.MEDIATOR, "mediator"),
                (_("For the sponsor"), confidentiality.SPONSOR, "sponsor"),
                (_("For everybody"), confidentiality.PUBLIC, "public"),
            ),
            beside,
            lambda audience, code: self.make(audience, code, shown),
        )

    def make(self, audience: Audience, code: str, shown: Collection[str] = ()) -> None:
        """Show the matrix for one reader, once it has been audited."""
        from entente.briefs import raci  # noqa: PLC0415  # when first needed

        keys = tuple(shown)
        sheet = self._context.document.read(lambda session: raci.gather(session, audience, keys))
        name = _("RACI")
        self.show(sheet, raci.produce, _("Who does what (RACI)"), f"{name}-{code}")
