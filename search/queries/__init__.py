"""What both engines work out of a query before they are asked, and of what they found."""
