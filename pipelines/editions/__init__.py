"""Editions: what a project published, frozen. Reading them needs no registrations, and cannot reach them."""
