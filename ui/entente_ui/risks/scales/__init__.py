"""What probability, impact and levels mean in a mission."""
