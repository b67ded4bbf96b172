"""Rules of the field: pure functions and values; no SQL, no files, no clock."""
