"""How much the risks weigh over time, and what they may cost together."""
