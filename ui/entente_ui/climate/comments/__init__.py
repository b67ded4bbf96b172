"""What people wrote, and what was done about it."""
