"""One pair (x, y): its pixels, and what the network answers."""
