import subprocess
import sys

MODULES = "readers, mapping, preview, plan, export, writers"
HEAVY = ("sqlalchemy", "vobject", "python_calamine", "xlsxwriter", "defusedxml", "babel", "PySide6")


def test_reading_and_planning_load_nothing_heavy_beforehand() -> None:
    code = (
        f"import sys; from entente.exchange import {MODULES}; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
