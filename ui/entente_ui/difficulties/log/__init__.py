"""The log around one difficulty: its nature, the response to it, signals waiting to be noted."""
