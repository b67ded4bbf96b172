"""What the page of a RACI matrix shows, free of the session and of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from entente.domain.confidentiality import AudienceKind
from entente.services.disclosure import NO_TEXTS, Head, Texts
from entente.services.raci import Matrix


@dataclass(frozen=True, slots=True)
class RaciSheet:
    """What one reader may know of who does what.

    Attributes:
        head: What stands at the head of each page.
        matrix: The matrix; whoever the reader may not know has a reference for a name.
        texts: For the audit, found apart from the fields above.
    """

    head: Head
    matrix: Matrix
    texts: Texts = NO_TEXTS

    @property
    def for_mediator(self) -> bool:
        """Whether the mediator alone reads it."""
        return self.head.audience is AudienceKind.MEDIATOR

    def shown_texts(self) -> Iterator[str]:
        """Yield every text of somebody's the page is made from."""
        yield from self.head.texts()
        yield from (line.name for line in self.matrix.lines)
        yield from (head.name for head in self.matrix.heads)


def emptied(sheet: RaciSheet) -> RaciSheet:
    """Return a sheet of the same shape and dates without anybody's words or names."""
    matrix = replace(
        sheet.matrix,
        lines=tuple(replace(line, name="–") for line in sheet.matrix.lines),
        heads=tuple(replace(head, name=head.ref) for head in sheet.matrix.heads),
    )
    return RaciSheet(sheet.head.emptied(), matrix)
