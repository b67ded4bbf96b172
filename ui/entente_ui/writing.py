"""How pages write: one step with a name, refusals told in a sentence."""

from collections.abc import Callable

from entente.store.session import Session
from entente_ui.pane import Context
from entente_ui.registers import work


def do(context: Context, label: str, action: Callable[[Session], object], told: str = "") -> bool:
    """Do something as one step; say whether it was done. Nothing is while others look on.

    Args:
        context: Of the pane.
        label: The name of the step.
        action: Does it.
        told: Said afterwards, with the offer to take it back; nothing if empty.
    """
    document = context.document
    if document.is_presenting or not context.taken(work.attempt(document, label, action)):
        return False
    if told:
        context.toast(told, True)
    return True
