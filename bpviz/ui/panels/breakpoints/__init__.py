"""The panel "Breakpoints", with everything that only it uses."""
