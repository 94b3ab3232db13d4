import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** A row of a table: its key, then its cells. */
export type Row = [key: string, ...cells: ReactNode[]];

/** A table that breathes, scrolls sideways on a narrow screen, and lines up its figures. */
export function Rows({ heads, rows, minWidth = 480 }: { heads?: string[]; rows: Row[]; minWidth?: number }) {
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table className="tabular" highlightOnHover>
        {heads && (
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {rows.map(([key, ...cells]) => (
            <Table.Tr key={key}>
              {cells.map((cell, index) => (
                <Table.Td key={index}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
