"""The network read in a mediator's words, with its figures one click away."""
