"""Fixtures of the proofs: a planted mission."""

from collections.abc import Iterator

import pytest

from entente.store import schema
from entente.store.gate import Gate
from tests.conftest import FixedClock, memory_engine
from tests.proof.planting import Planted, plant


@pytest.fixture(scope="session")
def planted() -> Iterator[Planted]:
    """A mission in memory with a word of its own in every place; to be read, never changed."""
    engine = memory_engine()
    with engine.begin() as connection:
        schema.create(connection)
    yield plant(Gate(engine, clock=FixedClock()))
    engine.dispose()
