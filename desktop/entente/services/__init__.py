"""What a mediator can do: functions that take a session and never commit."""
