import { Alert, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';

import { useWords } from '../language/language.tsx';
import { partsWords } from './parts.words.ts';

/** A part of a page that may break without taking the rest with it. */
export class Guarded extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

/** The words that something cannot be shown, and that the rest can. */
export function Broken() {
  const say = useWords(partsWords);
  return (
    <Alert color="gray" title={say('pageBroke')} role="alert">
      <Text>{say('pageBrokeText')}</Text>
    </Alert>
  );
}
