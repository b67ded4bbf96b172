"""The place one starts from: the mission in short and what wants attention."""
