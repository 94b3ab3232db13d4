import { Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

import { Guarded } from './guarded.tsx';

/** A part of a page, with a heading of its own that screen readers can jump to; if it breaks, the rest stays. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" className="panel" gap="md" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Guarded>{children}</Guarded>
    </Stack>
  );
}
