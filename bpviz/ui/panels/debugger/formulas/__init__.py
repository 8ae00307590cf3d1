"""A step's formulas: typeset in general, and with the numbers of one row or entry put in."""
