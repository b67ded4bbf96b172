"""Difficulties and conflicts: how far escalated, what each party says, what comes next."""
