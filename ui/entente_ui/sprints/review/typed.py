"""What a line typed below a column of a review says."""

from entente.domain.card_line import CardLine, read_card
from entente.domain.line_words import split_marks
from entente.services.reviews import Column, Review


def read_line(found: Review, column: str, text: str) -> CardLine:
    """Return what a line says: of a note who and which themes, of a tension who, else a card.

    What means nothing in that column stays among the words.
    """
    if column == Column.NEXT:
        return read_card(text, found.today, found.people, {})
    labels: list[str] = []

    def take(label: str) -> bool:
        if column == Column.TENSION:
            return False
        labels.append(label)
        return True

    marked = split_marks(text, found.people, take)
    return CardLine(
        marked.text.strip(),
        owner=marked.people[0] if marked.people else "",
        labels=tuple(dict.fromkeys(labels)),
        unknown=marked.unknown,
    )
