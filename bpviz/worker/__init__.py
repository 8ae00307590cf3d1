"""The only place where threads meet: a mailbox, and the trainer behind it."""
