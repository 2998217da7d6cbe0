"""What funders read: editions, and nothing but editions. Cannot reach the registrations."""
