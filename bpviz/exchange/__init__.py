"""What bpviz knows, in the formats of others: written and read without a screen."""
