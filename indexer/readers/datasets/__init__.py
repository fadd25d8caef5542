"""Files of many articles whose fields have names: NDJSON, JSON, tables, GDELT's quotations."""
