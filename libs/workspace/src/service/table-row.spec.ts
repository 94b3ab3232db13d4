import { describe, expect, it } from '@jest/globals';

import { withRow } from './table-row.mjs';

const readme = `# Janela

<!-- services -->

| Service | Port | Publishes |
| --- | --- | --- |
| registry | 8101 | households |

<!-- /services -->

| Service | Port |
| --- | --- |
`;

describe('a row of the table of services', () => {
  it('comes last in its own table, its cells under the right heads', () => {
    const row = '| registry | 8101 | households |\n';

    expect(withRow(readme, 'services', { port: '8106', service: 'appeals' })).toBe(
      readme.replace(row, `${row}| appeals | 8106 | – |\n`),
    );
  });

  it.each([
    ['no such table', readme.replaceAll('services', 'libraries')],
    ['no end', readme.replace('<!-- /services -->', '')],
    ['no head', '<!-- services -->\n\n<!-- /services -->\n'],
  ])('is not added where there is %s', (_what, markdown) => {
    expect(withRow(markdown, 'services', { service: 'appeals' })).toBe(markdown);
  });
});
