"""Which pair a step trains on: drawn, or made by a person."""
