/** The words of importing a file. */
export const importsWords = {
  title: {
    en: 'Import a file of households',
    pt: 'Importar um ficheiro de agregados',
    fr: 'Importer un fichier de ménages',
  },
  line: {
    en: 'CSV in UTF-8, one row for each person. A wrong row leaves its household out; all others are taken.',
    pt: 'CSV em UTF-8, uma linha por pessoa. Uma linha errada deixa de fora o seu agregado; os outros entram.',
    fr: 'CSV en UTF-8, une ligne par personne. Une ligne fausse écarte son ménage ; tous les autres sont pris.',
  },
  file: { en: 'File', pt: 'Ficheiro', fr: 'Fichier' },
  choose: { en: 'Choose a file', pt: 'Escolher ficheiro', fr: 'Choisir un fichier' },
  send: { en: 'Import', pt: 'Importar', fr: 'Importer' },
  rows: { en: 'Rows read', pt: 'Linhas lidas', fr: 'Lignes lues' },
  taken: { en: 'Households taken', pt: 'Agregados recebidos', fr: 'Ménages pris' },
  unchanged: { en: 'Already there', pt: 'Já existentes', fr: 'Déjà présents' },
  refused: { en: 'Left out', pt: 'Deixados de fora', fr: 'Écartés' },
  errors: {
    en: 'Download what is wrong, row by row',
    pt: 'Descarregar os erros, linha a linha',
    fr: 'Télécharger les erreurs, ligne par ligne',
  },
  leave: {
    en: 'You may leave this page; the import goes on.',
    pt: 'Pode sair desta página; a importação continua.',
    fr: 'Vous pouvez quitter cette page ; l’import continue.',
  },
  another: { en: 'Import another file', pt: 'Importar outro ficheiro', fr: 'Importer un autre fichier' },
} as const;
