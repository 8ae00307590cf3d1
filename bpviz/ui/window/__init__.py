"""The main window: docks, layouts, menus, status, preferences."""
