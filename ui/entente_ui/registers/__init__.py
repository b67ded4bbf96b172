"""One table and one form for every kind of record, made from its description."""
