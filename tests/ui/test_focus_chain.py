"""What the code of the window must leave alone."""

from pathlib import Path

import entente_ui


def test_nobody_walks_the_chain_of_focus() -> None:
    """Whoever asks Qt for it holds widgets that are gone later: the next walk then crashed.

    An import, an undo and one click to another tab with a register were enough.
    """
    folder = Path(entente_ui.__file__).parent
    walking = [
        path.relative_to(folder)
        for path in folder.rglob("*.py")
        if "InFocusChain(" in path.read_text(encoding="utf-8")
    ]
    assert walking == []
