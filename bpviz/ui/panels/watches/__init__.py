"""The numbers of the run that somebody follows."""
