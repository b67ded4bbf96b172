"""Agreements: drafted clause by clause, signed, followed."""
