"""The vocabulary of Tel en Vertel: frozen models, one noun a file. See GLOSSARY.md."""
