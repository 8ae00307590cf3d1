"""What several panels say of breakpoints: conditions, their values, and a list of them."""
