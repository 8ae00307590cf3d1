"""What one step computes, and the places inside it."""
