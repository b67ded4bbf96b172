"""Records on their way from one pane to another."""

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData

#: A JSON object: the name of a kind of record and the keys dragged. Never mission text.
RECORDS_MIME: Final = "application/x-entente-records"


def pack_records(kind: str, keys: Sequence[str]) -> QMimeData:
    """Return what is dragged for records of a kind."""
    data = QMimeData()
    data.setData(RECORDS_MIME, json.dumps({"kind": kind, "keys": list(keys)}).encode())
    return data


def dragged_records(data: QMimeData) -> tuple[str, list[str]]:
    """Return the kind and keys of the records dragged; nothing for anything else."""
    if not data.hasFormat(RECORDS_MIME):
        return "", []
    try:
        payload = json.loads(bytes(data.data(RECORDS_MIME).data()))
    except ValueError:
        return "", []
    if not isinstance(payload, dict) or not isinstance(payload.get("keys"), list):
        return "", []
    return str(payload.get("kind", "")), [str(key) for key in payload["keys"]]
