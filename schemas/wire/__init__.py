"""Marshmallow schemas: how the shapes look in JSON, where they cross a boundary."""
