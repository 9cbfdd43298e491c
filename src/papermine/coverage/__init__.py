"""What of a collection was read, and what was not: figures from the database, and a page that shows them."""
