"""The panel "Debugger", with everything that only it uses."""
