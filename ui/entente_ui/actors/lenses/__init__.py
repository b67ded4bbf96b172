"""The lenses: places where moving an actor is rating them."""
