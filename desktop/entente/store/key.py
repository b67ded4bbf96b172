"""The key of a mission file: from a passphrase, or from the printed recovery sheet."""

import base64
import binascii
import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from typing import Final

SALT_BYTES: Final = 16
_SECRET_BYTES: Final = 32
_CHECK_BYTES: Final = 3
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What it costs to try one passphrase (Argon2id).

    Attributes:
        number: Names the set; a number is never given to other values.
        passes: How often the memory is gone through.
        memory_kib: Memory one try needs, in KiB.
        lanes: How many processor cores it keeps busy.
    """

    number: int
    passes: int
    memory_kib: int
    lanes: int


#: Newest first. A file does not say which set it was made with: they are tried in order.
PARAMETER_SETS: Final = (KdfParameters(1, passes=3, memory_kib=256 * 1024, lanes=4),)


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one encrypted file. Never printed, logged or written in the clear.

    Attributes:
        secret: The raw key of the cipher.
        salt: The first bytes of the file, with which the secret was derived.
    """

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def pragma(self) -> str:
        """Return the key as SQLCipher reads it: raw, so that it derives nothing itself."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"

    def is_same(self, other: "Key") -> bool:
        """Return whether both keys are one, in a time that says nothing about them."""
        mine, theirs = self.secret + self.salt, other.secret + other.salt
        return hmac.compare_digest(mine, theirs)


def derive(passphrase: str, salt: bytes, parameters: KdfParameters = PARAMETER_SETS[0]) -> Key:
    """Return the key a passphrase gives with the salt of a file; takes a second or two.

    Keyboards differ in how they compose accents: the passphrase is brought to one form.
    """
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  # after first paint

    secret = hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=parameters.passes,
        memory_cost=parameters.memory_kib,
        parallelism=parameters.lanes,
        hash_len=_SECRET_BYTES,
        type=Type.ID,
    )
    return Key(secret, salt)


def new_key(passphrase: str, parameters: KdfParameters = PARAMETER_SETS[0]) -> Key:
    """Return a key for a new file, or for a new passphrase; takes a second or two."""
    return derive(passphrase, os.urandom(SALT_BYTES), parameters)


def recovery_text(key: Key) -> str:
    """Return the key as printed on the recovery sheet: groups of four letters and digits.

    The sheet opens the file without the passphrase, for as long as that is not changed.
    """
    code = base64.b32encode(key.secret + _checksum(key.secret)).decode()
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_recovery(text: str, salt: bytes) -> Key | None:
    """Return the key a recovery sheet stands for, or None if it is mistyped.

    Spaces, dashes and case do not matter; a zero is the letter O, as the sheet has none.

    Args:
        text: What was typed from the sheet.
        salt: The first bytes of the file to open.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    code = "".join(letter for letter in plain if letter.isalnum())
    try:
        decoded = base64.b32decode(code)
    except (binascii.Error, ValueError):
        return None
    secret, check = decoded[:_SECRET_BYTES], decoded[_SECRET_BYTES:]
    if not hmac.compare_digest(_checksum(secret), check):
        return None
    return Key(secret, salt)


#: Digits the code never uses, and the letters they are taken for.
_MISREAD: Final = str.maketrans("018", "OIB")


def _checksum(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()[:_CHECK_BYTES]
