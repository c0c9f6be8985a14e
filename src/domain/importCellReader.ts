// Finds the cell of a field in a row, freed of what spreadsheets and databases put around it.

import { areAllDecimal, isPlaceholder, unwrapCell, unwrapNumber } from './importCells';
import type { ImportField } from './importColumnNames';
import type { ImportColumn } from './importColumns';
import type { ListRow } from './importTable';

/** The cell of a field in a row, unwrapped; '' where there is none. */
export type CellReader = (row: ListRow) => string;

const noCell: CellReader = () => '';

/** The reader of one field; for a column that is nowhere it finds nothing. */
export function cellReader(
  columns: readonly ImportColumn[],
  rows: readonly ListRow[],
  field: ImportField,
): CellReader {
  const column = columns.find((each) => each.field === field && !each.isSecret);
  if (!column) return noCell;
  const { index } = column;
  const isName = field === 'firstName' || field === 'lastName' || field === 'fullName';
  const isNumber = field === 'employeeId' || field === 'phone' || field === 'lineManager';
  const unwrap = isNumber ? unwrapNumber : unwrapCell;
  const plain: CellReader = (row) => unwrap(row.cells[index] ?? '');
  if (field === 'employeeId' || field === 'lineManager') {
    const isDecimal = areAllDecimal(rows.slice(0, 1000).map(plain)) && areAllDecimal(rows.map(plain));
    const id: CellReader = isDecimal ? (row) => plain(row).replace(/\.0$/, '') : plain;
    return (row) => (isPlaceholder(id(row)) ? '' : id(row));
  }
  // "Null" is a last name, and a dash alone is none.
  if (isName) return (row) => plain(row).replace(/^[-–—.]+$/, '');
  return (row) => {
    const cell = plain(row);
    return isPlaceholder(cell) ? '' : cell;
  };
}
