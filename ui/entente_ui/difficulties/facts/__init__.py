"""What happened, as each party tells it, side by side."""
