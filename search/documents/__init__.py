"""What both engines store of an article and its statements, and by which fields it is found."""
