"""The sample mission, loaded once for all who only read it."""

from collections.abc import Iterator

import pytest

from entente.services import sample
from entente.store.gate import Gate
from tests.conftest import FixedClock, confluent_gate, mission_engine


@pytest.fixture(scope="session")
def confluent() -> Iterator[Gate]:
    """The sample mission on 10 June 2026; for reading alone."""
    engine = mission_engine()
    gate = Gate(engine, clock=FixedClock())
    gate.run("Sample", sample.load)
    yield gate
    engine.dispose()


@pytest.fixture
def own_confluent(clock: FixedClock) -> Gate:
    """A sample mission of one's own, to be changed."""
    return confluent_gate(clock)
