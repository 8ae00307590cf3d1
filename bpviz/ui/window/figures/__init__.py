"""Pictures that leave the window: figures of panels, all of the window, animations."""
