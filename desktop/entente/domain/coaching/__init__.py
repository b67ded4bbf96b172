"""Support of one person, private to this person and the mediator."""
