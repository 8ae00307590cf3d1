"""What menus, keys and the palette do."""
