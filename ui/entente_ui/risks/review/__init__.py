"""The review of the risks: one at a time, for a room that looks on."""
