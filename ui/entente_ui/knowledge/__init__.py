"""What the mission knows: its words, its decisions, what was promised."""
