"""Finished pages on the screen and out of the printer: always the very bytes of the file."""
