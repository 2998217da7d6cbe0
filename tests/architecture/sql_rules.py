"""What a SQL file may say: one select with its grain, in the words that DuckDB and Spark share (law 4)."""

import re
from collections.abc import Callable

import sqlglot
from sqlglot import exp

GRAIN = re.compile(r"-- .*\bone row\b.*", re.IGNORECASE)
VIEW_GRAIN = re.compile(r"-- One row per .+(\n-- .+)*(?<=\.)\n")
MOST_LINES = 80

WHOLE_NUMBERS = exp.DataType.INTEGER_TYPES
WHOLE = (exp.Round, exp.Floor, exp.Ceil, exp.Count, exp.CountIf, exp.UnixDate, exp.Null, exp.Placeholder)
YES_OR_NO = (exp.Predicate, exp.Connector, exp.Not, exp.Boolean)

# What is refused, and how it is recognised in the tree that sqlglot makes.
REFUSED: dict[str, Callable[[exp.Expression], bool]] = {
    "any_value": lambda node: isinstance(node, exp.AnyValue),
    "first or last (… order by …)": lambda node: isinstance(node, exp.First | exp.Last),
    "quantiles": lambda node: isinstance(node, exp.PercentileCont | exp.PercentileDisc | exp.Quantile),
    "sum of a yes or no (use count_if)": lambda node: isinstance(node, exp.Sum) and is_yes_or_no(node.this),
    "select * replace or exclude": lambda node: isinstance(node, exp.Star) and any(node.args.values()),
    "range() or generate_series()": lambda node: isinstance(node, exp.GenerateSeries),
    "list comprehension": lambda node: isinstance(node, exp.Comprehension),
    "as materialized": lambda node: isinstance(node, exp.CTE) and node.args.get("materialized") is not None,
    "pivot": lambda node: isinstance(node, exp.Pivot),
    "asof join": lambda node: isinstance(node, exp.Join) and node.args.get("method") == "ASOF",
    "division without nullif": lambda node: isinstance(node, exp.Div) and not is_safe_divisor(node.expression),
    "date_diff (subtract unix_date)": lambda node: isinstance(node, exp.DateDiff | exp.TimestampDiff),
    "dayofweek": lambda node: isinstance(node, exp.DayOfWeek | exp.DayOfWeekIso),
    "cast to a whole number without rounding": lambda node: is_unrounded_cast(node),
    "log (say ln)": lambda node: isinstance(node, exp.Log),
    "skewness": lambda node: isinstance(node, exp.Skewness),
    "a function that one of the two does not know": lambda node: is_unknown_function(node),
    "an alias in where": lambda node: isinstance(node, exp.Select) and names_an_alias(node),
}


def is_unknown_function(node: exp.Expression) -> bool:
    """A view that asks for a moment is called like one, and stands where a table stands."""
    return type(node) is exp.Anonymous and not isinstance(node.parent, exp.Table)


def is_yes_or_no(node: exp.Expression) -> bool:
    return isinstance(node.unnest(), YES_OR_NO)


def is_safe_divisor(node: exp.Expression) -> bool:
    divisor = node.unnest()
    return isinstance(divisor, exp.Nullif) or (isinstance(divisor, exp.Literal) and float(divisor.this) != 0)


def is_unrounded_cast(node: exp.Expression) -> bool:
    """DuckDB rounds where Spark cuts off."""
    if not isinstance(node, exp.Cast) or node.to.this not in WHOLE_NUMBERS:
        return False
    return not is_whole(node.this)


def is_whole(node: exp.Expression) -> bool:
    """Whether a value is surely whole; of a column that cannot be known."""
    node = node.unnest()
    if isinstance(node, exp.Coalesce):
        return is_whole(node.this) and all(is_whole(part) for part in node.expressions)
    if isinstance(node, exp.Add | exp.Sub | exp.Mul):
        return is_whole(node.left) and is_whole(node.right)
    return isinstance(node, WHOLE) or node.is_int


def names_an_alias(select: exp.Select) -> bool:
    where = select.args.get("where")
    if where is None:
        return False
    made_here = {column.alias for column in select.expressions if isinstance(column, exp.Alias)}
    return any(not column.table and column.name in made_here for column in where.find_all(exp.Column))


def faults_in_form(sql: str, *, is_view: bool) -> list[str]:
    """Grain on line 1, one select, not too long."""
    faults = []
    if not (VIEW_GRAIN if is_view else GRAIN).match(sql):
        faults.append("line 1 does not say the grain: -- One row per …")
    if len(sql.splitlines()) > MOST_LINES:
        faults.append(f"longer than {MOST_LINES} lines")
    parsed = statements(sql)
    if len(parsed) != 1 or not isinstance(parsed[0], exp.Select | exp.SetOperation):
        faults.append("not one select")
    return faults


def statements(sql: str) -> list[exp.Expression]:
    return [statement for statement in sqlglot.parse(sql, read="duckdb") if statement is not None]


def faults_in_words(sql: str) -> list[str]:
    """Words that Spark does not know or reads in another way."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    tree.sql("spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    return [f"refused: {name}" for name, is_found in REFUSED.items() if any(is_found(node) for node in tree.walk())]


def tables_read(sql: str) -> set[str]:
    """The tables of the store (schema.table) that a select reads; its own named steps are none."""
    tables = sqlglot.parse_one(sql, read="duckdb").find_all(exp.Table)
    return {f"{table.db}.{table.this.name}" for table in tables if table.db}
