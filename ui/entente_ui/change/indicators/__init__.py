"""Indicators of a change, whether tools are used, and how fast they are taken up."""
