"""Pictures: files, folders of them, and their pixels."""
