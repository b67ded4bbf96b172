"""No text of a mission makes the window open a file or a connection; seen from outside."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.proof.canary import MARK, watch

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None,
    reason="only strace sees what a program opens",
)


def test_the_trap_catches_a_label_that_reads_html(tmp_path: Path) -> None:
    touched = "\n".join(watch("bait", tmp_path))
    assert f"{MARK}-file.png" in touched
    assert f"{MARK}-url.png" in touched
    assert f"//{MARK}.invalid/share" in touched


def test_the_window_touches_no_canary(tmp_path: Path) -> None:
    assert watch("walk", tmp_path) == []
