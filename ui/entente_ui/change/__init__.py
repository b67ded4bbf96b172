"""Change, cooperation and coaching: what a mission does besides settling difficulties."""
