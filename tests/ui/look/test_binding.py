import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.usefixtures("qapp")
def test_calls_into_qt_leave_none_its_references() -> None:
    # PySide6 6.12.0 lost one per call on Python 3.11, which ends the program after a while.
    thing = QObject()
    before = sys.getrefcount(None)
    for _call in range(20_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
