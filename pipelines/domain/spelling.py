"""When two spellings are the same name: capitals, accents, spaces and signs do not count."""

import unicodedata


def bare(name: str) -> str:
    """Letters and digits only, lower case, without accents: "Werk & opleiding" → "werkopleiding".

    A name without letters or digits stays what it is.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum()) or name.strip()
