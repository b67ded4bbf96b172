"""How far a change has come: Kotter's steps, what holds people back, the ICAP barometer."""
