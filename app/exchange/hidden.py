"""The hidden sheet of a workbook: the exact values behind the visible cells, as records of JSON.

JSON in brackets or quotation marks is never taken for a formula, and no spreadsheet program changes it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from app.exchange.records import Meta, Record, meta_of, meta_values
from app.intake.cells import Row, Sheet, Table

SHEET = "blesna"
MARK = "blesna-estimate"
_CHUNK = 30_000
_UNFIT = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_TABLE, _NAMES = "table", "names"


def rows_of(meta: Meta, records: Sequence[Record]) -> Iterator[list[str]]:
    """Yield the rows of the sheet: the mark, then a kind, a name and the values of each record."""
    yield [MARK]
    yield [_TABLE, '""', *_chunks(meta_values(meta))]
    yield [_NAMES, '""', *_chunks(meta.names)]
    for record in records:
        yield [record.kind, _json(record.name), *_chunks(record.values)]


def _json(value: object) -> str:
    """Return JSON in plain letters; characters that no cell can hold are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _chunks(values: Mapping[str, str]) -> list[str]:
    text = _json(dict(values))
    return [text[i : i + _CHUNK] for i in range(0, len(text), _CHUNK)]


def is_ours(table: Table) -> bool:
    """Tell whether a workbook has our hidden sheet."""
    return any(one.name == SHEET and _is_marked(one) for one in table.sheets)


def read_hidden(table: Table) -> tuple[Meta, list[Record]] | None:
    """Return what the hidden sheet of a workbook of ours holds, None where there is no such sheet."""
    sheet = next((one for one in table.sheets if one.name == SHEET and _is_marked(one)), None)
    if sheet is None:
        return None
    texts: dict[str, Mapping[str, str]] = {}
    records = []
    for row in sheet.rows[1:]:
        kind, name, values = _read(row)
        if kind in (_TABLE, _NAMES):
            texts[kind] = values
        elif kind:
            records.append(Record(kind, name, values))
    meta = meta_of(texts.get(_TABLE, {}), texts.get(_NAMES, {}))
    return None if meta is None else (meta, records)


def _is_marked(sheet: Sheet) -> bool:
    return bool(sheet.rows) and bool(sheet.rows[0].cells) and sheet.rows[0].cells[0].value == MARK


def _read(row: Row) -> tuple[str, str, Mapping[str, str]]:
    cells = {cell.column: cell.value for cell in row.cells}
    text = "".join(str(cells[column]) for column in sorted(cells) if column > 2)
    try:
        name, values = json.loads(str(cells.get(2, '""'))), json.loads(text or "{}")
    except ValueError:
        return "", "", {}
    if not isinstance(name, str) or not isinstance(values, dict):
        return "", "", {}
    return str(cells.get(1, "")), name, {str(key): str(value) for key, value in values.items()}
