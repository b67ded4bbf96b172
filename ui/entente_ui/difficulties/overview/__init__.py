"""Where a difficulty stands, at a glance."""
