"""A list as projects keep them: a title above, short names, a slip in a heading, codes, a score that does not exist."""

from io import BytesIO

from openpyxl import Workbook

HEADINGS = ("Clientnr", "Wijk", "fin_t0", "fin_t1", "Huisvestng 0-meting", "Huisvesting 1-meting", "Lievelingskleur")
ROWS = (
    ("001", "Linde", 1, 3, 2, 3, "rood"),
    ("002", "Es", 2, 9, 3, 3, "blauw"),
    ("003", "Linde", 3, 4, 4, 7, "rood"),
    ("004", "Es", 2, 2, "?", 5, "groen"),
    ("005", "Linde", 9, 5, 1, 2, "rood"),
    ("006", "Es", 4, 3, 2, 2, "rood"),
)


def messy_list() -> bytes:
    """An .xlsx on whose only sheet the headings stand in row 3 and a total under the rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lijst"
    for row in (("Wijkteam De Linde, overzicht",), (), HEADINGS, *ROWS, ("Totaal", None, 21)):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()
