"""No code that could talk to a network, whatever asks for it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = ("urllib.request", "urllib3", "requests", "httpx", "PySide6.QtNetwork", "socketserver")
SOURCES = sorted(
    path for folder in ("desktop", "ui", "resources") for path in (ROOT / folder).rglob("*.py")
)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_nothing_that_reaches_a_network(path: Path) -> None:
    names = imported(path)
    assert not [name for name in names if name.startswith(FORBIDDEN)]
