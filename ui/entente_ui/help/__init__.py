"""The help: pages shipped with the program, shown without any link to the outside."""
