"""Real encrypted files for the benchmarks, opened with the settings of the product."""

from pathlib import Path

from sqlalchemy import Engine

from entente.store.connection import Access, connect, engine_over
from entente.store.key import Key


def new_engine(path: Path) -> Engine:
    """Return an engine over a new encrypted file without tables."""
    path.touch(0o600)
    opened = connect(path, Key(bytes(32), bytes(16)), Access.EDIT)
    return engine_over(lambda: opened, Access.EDIT)
