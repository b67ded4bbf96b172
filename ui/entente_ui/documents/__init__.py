"""Documents: choosing what to print and for whom, and seeing it before it leaves."""
