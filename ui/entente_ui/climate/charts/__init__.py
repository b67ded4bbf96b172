"""What people answered, in charts."""
