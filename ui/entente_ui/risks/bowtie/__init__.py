"""One risk as a bow-tie."""
