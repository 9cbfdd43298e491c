"""Many machines: the same road per file as tasks of Dask, a Parquet folder for each pack, and one database from all of them."""
