"""The panel "Branches", with everything that only it uses."""
