import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { TableHolder } from './table-holder.tsx';

/** A row of a table: its key, then its cells. */
export type Row = [key: string, ...cells: ReactNode[]];

/** A table that breathes and lines up its figures; on a narrow screen each row becomes a card, each cell with its heading. */
export function Rows({
  heads,
  rows,
  minWidth = 480,
  figures = [],
}: {
  heads?: string[];
  rows: Row[];
  minWidth?: number;
  /** The columns that hold counts and money, which are lined up at their last digit. */
  figures?: number[];
}) {
  const side = (column: number) => (figures.includes(column) ? 'right' : 'left');
  return (
    <TableHolder>
      <Table className={heads ? 'tabular stacks' : 'tabular stacks pairs'} highlightOnHover miw={minWidth}>
        {heads && (
          <Table.Thead>
            <Table.Tr>
              {heads.map((head, column) => (
                <Table.Th key={head} ta={side(column)}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {rows.map(([key, ...cells]) => (
            <Table.Tr key={key}>
              {cells.map((cell, column) => (
                <Table.Td
                  key={column}
                  ta={side(column)}
                  className={figures.includes(column) ? 'figure' : undefined}
                  data-head={heads?.[column] || undefined}
                >
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableHolder>
  );
}
