"""MACTOR: who can weigh on whom, what each wants, and what follows from it."""
