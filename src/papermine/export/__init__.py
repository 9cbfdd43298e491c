"""What goes out: records and tables as files."""
