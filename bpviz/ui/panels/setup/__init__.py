"""The panel "Setup", with everything that only it uses."""
