"""The panel "Loss", with everything that only it uses."""
