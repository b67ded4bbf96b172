"""What the mission is, what it presses on, its checklists, and the arrangement around it."""
