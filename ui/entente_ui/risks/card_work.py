"""What the card of the selected risk asks for, done."""

from collections.abc import Mapping, Sequence

from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import risk_edits
from entente.services.risk_edits import LINKED, LinkView
from entente.services.risks import RiskView
from entente_ui.kit import ask_beside
from entente_ui.pane import Context
from entente_ui.risks.card import RiskCard
from entente_ui.risks.deeds import Deeds
from entente_ui.risks.seen import NOTHING, Seen


class CardWork:
    """Fills a card and carries out what is asked of it."""

    def __init__(self, context: Context, card: RiskCard) -> None:
        self._context = context
        self._card = card
        self._deeds = Deeds(context.document)
        self._seen: Seen = NOTHING
        self._key = ""
        card.occurred_asked.connect(self.ask_occurred)
        card.difficulty_asked.connect(lambda key: context.reveal(DIFFICULTY.name, key))
        card.links.opened.connect(context.reveal)
        card.links.wanted.connect(self._link)
        card.links.dropped.connect(self._unlink)

    def show(self, seen: Seen, key: str) -> None:
        """Show a risk; without one, or one the viewer may not see, the card goes."""
        document = self._context.document
        viewer = document.viewer
        self._seen, self._key = seen, key
        view = seen.by_key.get(key)
        sheet = document.read(lambda s: risk_edits.sheet(s, key, viewer, view)) if view else None
        self._card.setVisible(sheet is not None)
        if sheet is not None:
            locked = self._deeds.is_locked
            self._card.show_risk(seen, sheet, {} if locked else self._names(), read_only=locked)

    def ask_occurred(self, key: str) -> None:
        """Ask what was seen, let a risk have occurred, and show the difficulty."""
        view = self._seen.by_key.get(key)
        if view is None or self._deeds.is_locked:
            return
        button = self._card.occurred
        ask_beside(
            button,
            button.rect(),
            _("{ref} has occurred: what was seen?").format(ref=view.ref),
            lambda fact: self._occur(view, fact),
            placeholder=_("Petition received, delivery refused…"),
        )

    def _occur(self, view: RiskView, fact: str) -> None:
        if difficulty := self._deeds.occur(view, fact):
            self._context.reveal(DIFFICULTY.name, difficulty)

    def _link(self, record_type: RecordType, keys: Sequence[str]) -> None:
        if view := self._seen.by_key.get(self._key):
            self._deeds.link(view, record_type, keys)

    def _unlink(self, one: LinkView) -> None:
        if view := self._seen.by_key.get(self._key):
            self._deeds.unlink(view, one)

    def _names(self) -> Mapping[str, Mapping[str, str]]:
        document = self._context.document
        return {name: document.labels(kind) for name, (kind, _field) in LINKED.items()}
