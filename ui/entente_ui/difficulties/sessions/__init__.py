"""The sessions of a difficulty: planned, led, and put into a calendar."""
