"""What the whole interface shares and shows nothing itself: panel, theme, selection, frames."""
