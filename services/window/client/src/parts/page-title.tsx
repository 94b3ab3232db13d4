import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** The head of a page: what it is, one line about it, and what can be done here. */
export function PageTitle({ title, line, children }: { title: string; line?: ReactNode; children?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg">
      <title>{`${title} · Janela`}</title>
      <Stack gap={4}>
        <Title order={1}>{title}</Title>
        {line && (
          <Text c="dimmed" component="div" className="unbroken">
            {line}
          </Text>
        )}
      </Stack>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
