"""The panel "Decision boundary", with everything that only it uses."""
