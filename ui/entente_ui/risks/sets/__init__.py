"""Risks to begin a register with."""
