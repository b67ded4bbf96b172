"""What the program ships in two languages says the same in both."""

import tomllib
from typing import Any

import pytest

from entente.domain.catalogue import RECORD_TYPES
from entente_resources import resource

TEXTS = {field.name for kind in RECORD_TYPES.values() for field in kind.fields if field.is_text}
NAMES = ("actors", "relations", "mission", "follow", "change", *(f"k{n}" for n in range(1, 7)))
FILES = [("sample", name) for name in NAMES] + [
    ("templates", name) for name in ("two-parties", "committee")
]


def read(folder: str, language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"{folder}/{language}/{name}.toml").read_text("utf-8"))


def skeleton(value: Any, key: str = "") -> Any:  # noqa: ANN401  # a parsed document
    """Return a document with its words left out, as long as there are any."""
    match value:
        case dict():
            return {name: skeleton(each, name) for name, each in value.items()}
        case list():
            return [skeleton(each, key) for each in value]
        case str() if key in {*TEXTS, "fact"}:
            return bool(value)
        case _:
            return value


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_files_differ_in_their_words_alone(folder: str, name: str) -> None:
    assert skeleton(read(folder, "fr", name)) == skeleton(read(folder, "en", name))


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_english_has_no_french_signs(folder: str, name: str) -> None:
    text = resource(f"{folder}/en/{name}.toml").read_text("utf-8")
    assert not set(text) & set("«»\u202f\u00a0'")
