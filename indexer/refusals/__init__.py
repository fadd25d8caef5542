"""What was refused, kept until it is read without fault."""
