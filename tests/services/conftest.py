"""The sample mission, copied once for all who only read it."""

import pytest

from entente.store.gate import Gate
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture(scope="session")
def confluent() -> Gate:
    """The sample mission on 10 June 2026; for reading alone."""
    return confluent_gate(FixedClock())


@pytest.fixture
def own_confluent(clock: FixedClock) -> Gate:
    """A sample mission of one's own, to be changed."""
    return confluent_gate(clock)
