"""What is known of a speaker or an organisation beside what it said: names, offices, and who is called like it."""
