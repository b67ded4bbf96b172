"""What starts a mission: why it is there, the light arrangement around it, and its own hygiene."""
