"""The panel "Draw", with everything that only it uses."""
