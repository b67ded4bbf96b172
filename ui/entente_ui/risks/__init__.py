"""The risks of a mission: their matrix, their register, their review."""
