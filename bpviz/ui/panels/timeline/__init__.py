"""The panel "Timeline", with everything that only it uses."""
