"""The only room that speaks to an engine: one Engine interface, and elastic/ and embedded/ behind it."""
