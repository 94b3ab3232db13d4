import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep lake blue-green. Shade 7 carries text on white at 7:1. */
const lake: MantineColorsTuple = [
  '#eaf6f6',
  '#d3e9ea',
  '#a6d2d4',
  '#76babd',
  '#4fa4a9',
  '#2f8d93',
  '#1a7a81',
  '#0b5c63',
  '#084a50',
  '#05373c',
];

/** Neutral greys with a trace of the accent, ink to paper. */
const ink: MantineColorsTuple = [
  '#f6f8f8',
  '#eceff0',
  '#dde2e3',
  '#c5cccd',
  '#a3adaf',
  '#7c888a',
  '#5f6b6e',
  '#475255',
  '#2e3739',
  '#182022',
];

/** The library's names of colours, in our meanings: what it makes of them by itself is too pale to be read. */
const meaningOf: Readonly<Record<string, string>> = { green: 'good', yellow: 'waits', red: 'bad', violet: 'unknown' };

/** One type scale (12, 14, 16, 20, 28), space in fours, targets of 44 pixels in forms. */
export const theme = createTheme({
  fontFamily: '"Source Sans 3", system-ui, sans-serif',
  headings: {
    fontFamily: '"Source Sans 3", system-ui, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.25' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '40px' },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 5 },
  colors: { lake, gray: ink },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Alert: {
      vars: (_theme: unknown, { color }: { color?: string }) => {
        const meaning = meaningOf[color ?? ''];
        return {
          root: meaning ? { '--alert-bg': `var(--${meaning}-soft)`, '--alert-color': `var(--${meaning})` } : {},
        };
      },
    },
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Table: { defaultProps: { fz: 'sm', verticalSpacing: '10px', horizontalSpacing: 'md' } },
  },
});

/** Colours with a meaning, for light and dark; each is always shown with a word or a shape beside it. */
export const tokens: CSSVariablesResolver = () => ({
  variables: { '--page-width': '1200px', '--side-width': '320px' },
  light: {
    '--paper': '#fbfcfc',
    '--raised': '#ffffff',
    '--line': '#dde2e3',
    '--good': '#1d6b3a',
    '--good-soft': '#e6f3ea',
    '--waits': '#8a5a00',
    '--waits-soft': '#fdf2dc',
    '--bad': '#a3231c',
    '--mantine-color-error': '#a3231c',
    '--bad-soft': '#fbe9e7',
    '--unknown': '#5b3f9e',
    '--unknown-soft': '#efeafa',
    '--mantine-color-body': '#fbfcfc',
    '--mantine-color-text': '#182022',
    '--mantine-color-dimmed': '#5f6b6e',
  },
  dark: {
    '--paper': '#12181a',
    '--raised': '#1a2224',
    '--line': '#2e3739',
    '--good': '#7fd19c',
    '--good-soft': '#173322',
    '--waits': '#f0be5c',
    '--waits-soft': '#3a2c10',
    '--bad': '#f39a92',
    '--mantine-color-error': '#f39a92',
    '--bad-soft': '#41201d',
    '--unknown': '#bda7f2',
    '--unknown-soft': '#2b2347',
    '--mantine-color-body': '#12181a',
    '--mantine-color-text': '#e7eced',
    '--mantine-color-dimmed': '#a3adaf',
  },
});
