import { words, type Sentence } from '../../language/words.ts';
import { notHere } from './shared.words.ts';

/** What registry refuses of files, and of their forms that wait for a decision. */
export const importsRefusals: Record<string, Sentence> = {
  'registry.waiting_own': words(
    'Another person must decide: you sent the file yourself.',
    'Outra pessoa tem de decidir: foi você que enviou o ficheiro.',
    'Une autre personne doit décider : vous avez envoyé le fichier vous-même.',
  ),
  'registry.import_not_found': words(
    'There is no such import.',
    'Esta importação não existe.',
    'Cet import n’existe pas.',
  ),
  'registry.import_empty': words('The file has no rows.', 'O ficheiro não tem linhas.', 'Le fichier n’a aucune ligne.'),
  'registry.import_binary': words(
    'The file is not text. Save the spreadsheet as CSV (UTF-8) and choose that file.',
    'O ficheiro não é texto. Guarde a folha como CSV (UTF-8) e escolha esse ficheiro.',
    'Le fichier n’est pas du texte. Enregistrez la feuille en CSV (UTF-8) et choisissez ce fichier.',
  ),
  'registry.import_header_unreadable': words(
    'The first line of the file must name its columns.',
    'A primeira linha do ficheiro tem de nomear as colunas.',
    'La première ligne du fichier doit nommer ses colonnes.',
  ),
  'registry.import_columns_missing': words(
    'Columns that every file must have are missing.',
    'Faltam colunas obrigatórias.',
    'Il manque des colonnes obligatoires.',
  ),
  'registry.import_columns_unknown': words(
    'The file has columns that are not known.',
    'O ficheiro tem colunas desconhecidas.',
    'Le fichier a des colonnes inconnues.',
  ),
  'registry.import_columns_repeated': words(
    'The file has a column twice.',
    'O ficheiro tem uma coluna repetida.',
    'Le fichier a deux fois la même colonne.',
  ),
  'registry.import_too_many_columns': words(
    'The file has more columns than a file of households can have.',
    'O ficheiro tem colunas a mais.',
    'Le fichier a trop de colonnes.',
  ),
  'registry.import_given_up': words(
    'It stopped after several tries. Import the same file again: what was taken is not taken twice.',
    'Parou depois de várias tentativas. Importe o mesmo ficheiro de novo: o que entrou não entra duas vezes.',
    'Il s’est arrêté après plusieurs essais. Importez le même fichier : ce qui est pris ne l’est pas deux fois.',
  ),
  'registry.import_csv_broken': words(
    'From some line on the file cannot be read: a quote is not closed.',
    'A partir de uma linha o ficheiro não pode ser lido: falta fechar aspas.',
    'À partir d’une ligne, le fichier est illisible : un guillemet n’est pas fermé.',
  ),
  'registry.import_too_many_rows': words(
    'The file has more rows than are read at once. Divide it and send the parts.',
    'O ficheiro tem demasiadas linhas. Divida-o e envie as partes.',
    'Le fichier a trop de lignes. Divisez-le et envoyez les parties.',
  ),
  'registry.import_too_large': words(
    'The file is too large. Divide it and send the parts.',
    'O ficheiro é demasiado grande. Divida-o e envie as partes.',
    'Le fichier est trop gros. Divisez-le et envoyez les parties.',
  ),
  'registry.waiting_not_found': notHere,
  'registry.waiting_decided': words(
    'This form was decided on already.',
    'Alguém já decidiu sobre este formulário.',
    'Quelqu’un a déjà décidé de ce formulaire.',
  ),
};
