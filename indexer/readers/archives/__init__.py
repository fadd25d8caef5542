"""What holds other files: archives, compressed files, crawls; unpacked in bounded memory and time."""
