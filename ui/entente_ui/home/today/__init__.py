"""The mission in short and what wants attention."""
