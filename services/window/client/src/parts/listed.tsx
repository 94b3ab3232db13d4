import type { Page } from '@janela/contracts';
import { Button, Group, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useWords } from '../language/language.tsx';
import { Asked } from './asked.tsx';
import { partsWords } from './parts.words.ts';
import { Failed } from './states.tsx';

/** A list of a service that says whether this is all of it, and shows more on demand. */
export function Listed<Item>({
  of,
  none,
  rows = 3,
  children,
}: {
  of: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  /** What stands here while there is nothing. */
  none: ReactNode;
  rows?: number;
  children: (items: Item[]) => ReactNode;
}) {
  const say = useWords(partsWords);
  return (
    <Asked of={of} rows={rows}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return none;
        return (
          <>
            {children(items)}
            <Group gap="md" mt="sm">
              <Text fz="sm" c="dimmed" role="status">
                {say(of.hasNextPage ? 'shown' : 'inAll', { count: items.length })}
              </Text>
              {of.hasNextPage && (
                <Button
                  variant="default"
                  size="sm"
                  loading={of.isFetchingNextPage}
                  onClick={() => void of.fetchNextPage()}
                >
                  {say('more')}
                </Button>
              )}
            </Group>
            {of.isFetchNextPageError && <Failed error={of.error} retry={() => void of.fetchNextPage()} />}
          </>
        );
      }}
    </Asked>
  );
}
