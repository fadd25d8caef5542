"""From articles as read to an index: which are new, who splits them, how they are stored; `pipeline` is the run."""
