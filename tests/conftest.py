"""Fixtures shared by every test."""

import datetime as dt
import gc
from collections.abc import Callable, Generator, Iterator
from functools import cache, partial
from typing import Any, Final

import pytest
from hypothesis import settings
from sqlalchemy import Dialect, Engine, create_engine, event, pool
from sqlcipher3 import dbapi2 as driver

from entente.i18n import use_language
from entente.services import sample
from entente.store import schema
from entente.store.gate import Gate

# How long an example takes is for the benchmarks: a busy machine proves nothing wrong.
settings.register_profile("entente", deadline=None)
settings.load_profile("entente")

#: Statements in SQL: a test need not word again what one before it has.
_WORDED: Final[dict[Any, Any]] = {}


def memory_engine() -> Engine:
    """Return an engine over an empty database in memory, by the driver of the real files."""
    connection = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connection,
        poolclass=pool.StaticPool,
        execution_options={"compiled_cache": _WORDED},
    )
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    engine.dialect = _dialect()
    return engine


@cache
def _dialect() -> Dialect:
    """Return what the engines of all tests share: each word of SQL is kept for one alone."""
    engine = create_engine("sqlite://", module=driver)
    engine.connect().close()
    return engine.dialect


def copy_of(engine: Engine) -> Engine:
    """Return an engine over a copy in memory of all that another one holds."""
    copied = memory_engine()
    source, copy = (each.raw_connection() for each in (engine, copied))
    source.driver_connection.backup(copy.driver_connection)  # type: ignore[union-attr]  # is open
    copy.close()
    source.close()
    return copied


@cache
def _empty() -> Engine:
    engine = memory_engine()
    with engine.begin() as connection:
        schema.create(connection)
    return engine


def mission_engine() -> Engine:
    """Return an engine over the tables of a mission, empty: copied, not described anew."""
    return copy_of(_empty())


@cache
def _confluent(language: str) -> Engine:
    engine = mission_engine()
    load = partial(sample.load, language=language)
    Gate(engine, clock=FixedClock()).run("Load the sample", load)
    return engine


def confluent_gate(clock: Callable[[], dt.datetime], language: str = "fr") -> Gate:
    """Return a sample mission in memory, of the caller's own: copied, not loaded anew."""
    return Gate(copy_of(_confluent(language)), clock=clock)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep ten thousand tests, and what they import, out of every search for garbage to come.

    They stay until the end; to go through them time and again took a quarter of all there is.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


class FixedClock:
    """A clock that stands still until told otherwise."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 6, 10, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))

    def __call__(self) -> dt.datetime:
        """Return the time it was set to."""
        return self.now


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak the language of the sources, whatever a test before this one spoke."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(scope="module")
def quick_keys() -> Iterator[None]:
    """Let a passphrase cost a thousandth; what it costs in earnest is tested with the keys."""
    from argon2 import low_level  # noqa: PLC0415  # for whoever asks for it

    in_earnest = low_level.hash_secret_raw
    cheap = {"time_cost": 1, "memory_cost": 256}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(low_level, "hash_secret_raw", lambda *a, **k: in_earnest(*a, **k | cheap))
        yield


@pytest.fixture
def empty_engine() -> Engine:
    """An engine over a database without tables.

    It is not closed: a widget that outlives the test by an event may still read from it.
    """
    return memory_engine()


@pytest.fixture
def clock() -> FixedClock:
    """10 June 2026, nine in the morning in Paris."""
    return FixedClock()


@pytest.fixture
def gate(clock: Callable[[], dt.datetime]) -> Gate:
    """An empty mission in memory.

    Its engine is not closed: a widget that outlives the test by an event may still read from it.
    """
    return Gate(mission_engine(), clock=clock)
