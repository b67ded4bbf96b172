"""Organisations that cooperate: five factors, gaps, triggers, fears, conventions."""
