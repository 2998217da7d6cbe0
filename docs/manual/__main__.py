"""Writes the manual's pages that come from the product's own data: `python -m docs.manual`."""

from docs.manual.reference import pages

for file, text in pages().items():
    file.write_text(text, encoding="utf-8")
