"""Tables: text tables (CSV, TSV) and what is made of any table."""
