"""The panel "Find steps", with everything that only it uses."""
