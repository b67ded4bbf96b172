"""What keeps a mediation within its bounds."""
