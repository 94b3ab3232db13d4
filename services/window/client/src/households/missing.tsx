import type { MissingFact } from '@janela/contracts';
import { List, Text } from '@mantine/core';

import { useQuestionnaire, type Questionnaire } from '../api/country.ts';
import { useNames } from '../api/people-names.ts';
import { useWords } from '../language/language.tsx';
import type { Sentence } from '../language/words.ts';
import { householdsWords } from './households.words.ts';

/** What is not known, by the questions that would answer it and of whom they are asked. */
export function Missing({ facts }: { facts: readonly MissingFact[] }) {
  const say = useWords(householdsWords);
  const { data } = useQuestionnaire();
  const names = useNames({ personIds: facts.map(({ personId }) => personId) });
  if (facts.length === 0) return null;
  return (
    <div>
      <Text fz="sm" fw={600}>
        {say('missingAnswers')}
      </Text>
      <List size="sm">
        {facts.map((missing, index) => (
          <List.Item key={index}>
            {[
              names.person(missing.personId),
              questionsFor(missing, data)
                .map((label) => say.of(label))
                .join(', ') || say('someAnswer'),
            ]
              .filter(Boolean)
              .join(': ')}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** The questions of the country that answer a fact, in its own words. */
function questionsFor({ paths }: MissingFact, questionnaire: Questionnaire | undefined): Sentence[] {
  const questions = questionnaire?.sections.flatMap((section) => section.questions) ?? [];
  return questions.filter(({ path }) => paths.includes(path)).map(({ label }) => label);
}
