"""What to do next: who should meet, what took place, who does what, what is not known."""
