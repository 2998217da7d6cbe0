"""Statistics: estimates and their intervals, from numbers alone. Knows no registrations and no editions."""
