"""Lanes of cards: thousands of them, painted, to select, carry, tie and write over."""

from entente_ui.kit.cards.carrying import carried, take_up
from entente_ui.kit.cards.delegate import CardDelegate
from entente_ui.kit.cards.editor import CardEditor, finish_editing
from entente_ui.kit.cards.face import Face, Faces, Mark
from entente_ui.kit.cards.handling import NO_KEYS, Handling
from entente_ui.kit.cards.lane import Lane, LaneHead
from entente_ui.kit.cards.lanes import Lanes, Looks
from entente_ui.kit.cards.model import CardModel
from entente_ui.kit.cards.texts import CardTexts, Index
from entente_ui.kit.cards.view import CardView
from entente_ui.kit.cards.words import CardWords

__all__ = [
    "NO_KEYS",
    "CardDelegate",
    "CardEditor",
    "CardModel",
    "CardTexts",
    "CardView",
    "CardWords",
    "Face",
    "Faces",
    "Handling",
    "Index",
    "Lane",
    "LaneHead",
    "Lanes",
    "Looks",
    "Mark",
    "carried",
    "finish_editing",
    "take_up",
]
