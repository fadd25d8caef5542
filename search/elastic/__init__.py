"""Elasticsearch 9 behind the engine contract, for what outgrows one machine."""
