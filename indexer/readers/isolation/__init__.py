"""Reading in a process that can be ended: `supervisor` starts it and ends it, `child` is what it does."""
