"""The parties of a difficulty side by side, and what they have to say to one another."""
