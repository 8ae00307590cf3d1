"""Opening a person's own data: drop, dialog, and what comes of it."""
