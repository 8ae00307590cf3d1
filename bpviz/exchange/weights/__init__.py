"""The weights of a network in the formats of others, written and read without their libraries."""
