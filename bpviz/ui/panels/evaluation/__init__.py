"""The panel "Evaluation", with everything that only it uses."""
