"""The panel "Hidden units", with everything that only it uses."""
