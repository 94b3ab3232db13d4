/** What a colour means, always with a word and a shape: good ✓, waits ◷, bad ✕, unknown ?, plain. */
export type Meaning = 'good' | 'waits' | 'bad' | 'unknown' | 'plain';
