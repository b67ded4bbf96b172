"""Keeping the cards of a list in step with its rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

Card = TypeVar("Card", bound=QWidget)


def keep_in_step(
    cards: dict[str, Card],
    rows: Sequence[Mapping[str, Any]],
    make: Callable[[str], Card],
    layout: QBoxLayout,
) -> None:
    """Take away the cards whose rows are gone and make those that are missing.

    Cards that stay are not touched, so that what is being typed on them stays as well.

    Args:
        cards: By the key of their row; changed in place.
        rows: In the order the cards are to stand.
        make: Makes the card for a key.
        layout: Where the cards stand, with equal shares of the room.
    """
    keys = [str(row["id"]) for row in rows]
    for key in [key for key in cards if key not in keys]:
        card = cards.pop(key)
        card.hide()
        card.deleteLater()
    for place, key in enumerate(keys):
        if key not in cards:
            cards[key] = make(key)
            layout.insertWidget(place, cards[key], 1)
