"""Figures: what a panel shows, drawn for reports and slides as SVG, PDF or PNG."""
