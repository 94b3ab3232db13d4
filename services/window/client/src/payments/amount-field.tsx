import { TextInput } from '@mantine/core';

import { useFormat, useLanguage, useWords } from '../language/language.tsx';
import { minorOf } from './amount.ts';
import { fundsWords } from './funds.words.ts';

/** A field for an amount in the reader's notation; below it stands the amount as it was understood, while it is typed. */
export function AmountField({
  label,
  currency,
  typed,
  onChange,
}: {
  label: string;
  /** Absent where the form does not know it. */
  currency: string | undefined;
  typed: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}) {
  const say = useWords(fundsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const amountMinor = minorOf(typed, language);
  const amount = amountMinor === undefined ? '' : format.amount({ amountMinor, currency });
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed}
      maxLength={30}
      onChange={onChange}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={amount && say('amountUnderstood', { amount })}
      error={typed.trim() !== '' && amountMinor === undefined && say('amountUnreadable')}
    />
  );
}

/** Reads what was typed into such a field. */
export function useMinorOf(): (typed: string) => number | undefined {
  const { language } = useLanguage();
  return (typed) => minorOf(typed, language);
}
