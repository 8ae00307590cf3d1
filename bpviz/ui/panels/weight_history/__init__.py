"""The panel "Weights over time", with everything that only it uses."""
