"""What every document about risks shares: how they are gathered, reckoned, worded and drawn."""
