"""A page of description gives a kind of record all that the others have."""

import subprocess
import sys
from pathlib import Path

TOY = Path(__file__).parent / "toy"


def test_a_described_kind_has_table_register_form_import_export_history_and_search() -> None:
    # In a process of its own: the catalogue is the same for everybody once it was read.
    plugin = "tests.ui.registers.toy.described"
    command = [sys.executable, "-m", "pytest", "-q", "-p", plugin, "-p", "no:cacheprovider"]
    done = subprocess.run(  # this interpreter, our own tests
        [*command, str(TOY / "checks.py")],
        cwd=TOY.parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-6000:]
