"""What a session mentions that is for somebody else: the word, whom to turn to, a referral."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from entente.domain.guard_rails import DANGER_LABELS
from entente.i18n import _
from entente.services import guard_rails
from entente.services.coaching import Raised
from entente_ui.change.coaching.deeds import Deeds
from entente_ui.formats import long_date, quoted
from entente_ui.kit import Card, Pill, PlainLabel, SecondaryButton, ask_beside, spaced
from entente_ui.pane import Context


class RaisedCard(Card):
    """Proposes a referral; whether there is need for one is for people to say.

    Attributes:
        refer_button: Asks to whom.
    """

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        raised: Raised,
        open_session: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._context, self._deeds, self._raised = context, deeds, raised
        danger = _(DANGER_LABELS[raised.mention.danger])
        said = _("{word}, in the session of {day}").format(
            word=quoted(raised.mention.word), day=long_date(raised.held_on)
        )
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(Pill(danger, "critical", self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(said, "strong", self, wrap=True), 1)
        self.body.addLayout(line)
        guidance = guard_rails.guidance(raised.mention.danger)
        self.body.addWidget(PlainLabel(guidance, "small", self, wrap=True))
        self.refer_button = SecondaryButton(_("Note a referral…"), self.ask, self)
        foot = spaced(QHBoxLayout(), (0, 4, 0, 0), 8)
        foot.addWidget(self.refer_button)
        show = partial(open_session, raised.session)
        foot.addWidget(SecondaryButton(_("Show the session"), show, self))
        foot.addStretch(1)
        self.body.addLayout(foot)

    def ask(self) -> None:
        """Ask to whom the person was referred."""
        ask_beside(
            self.refer_button,
            self.refer_button.rect(),
            _("Referred to whom?"),
            self.refer,
            placeholder=_("Occupational physician, human resources, psychologist, lawyer…"),
        )

    def refer(self, whom: str) -> None:
        """Note a referral of today."""
        _key, problem = self._deeds.refer(self._raised.mention.danger, whom)
        self._context.taken(problem)
