"""Papers → records, one theme a file. Stages never import each other; the pipeline joins them."""
