"""Countries and territories: their codes, their names, and which are meant by what people write."""
