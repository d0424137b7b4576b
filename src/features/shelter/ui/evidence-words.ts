import type { Quarter, SoughtType, Wait } from '../domain/evidence.ts';
import { regionWord, TYPE_WORDS } from './shelter-words.ts';

export const QUARTER_WORDS: Readonly<Record<Quarter, string>> = {
  '1': 'januari tot en met maart',
  '2': 'april tot en met juni',
  '3': 'juli tot en met september',
  '4': 'oktober tot en met december',
};

/** What is counted as waiting, on screen and on paper. */
export const WAIT_MEANS =
  'Wachten telt van de dag van de aanvraag tot de dag waarop iemand in een opvang aankwam. Een ja die niet doorging, telt niet. Van wie aankwam zonder dat de opvang dit meldde, weten wij het niet.';

export const WAIT_WORDS: Readonly<Record<Wait, string>> = {
  'same-day': 'Dezelfde dag binnen',
  'within-week': 'Binnen een week',
  'within-month': 'Binnen een maand',
  longer: 'Langer dan een maand',
  'none-yet': 'Niet of nog niet aangekomen',
};

export const soughtWord = (type: SoughtType): string =>
  type === 'none' ? 'Geen recht gevonden, of positie onbekend' : TYPE_WORDS[type].label;

export const soughtRegion = (region: string): string => (region === 'unknown' ? 'Maakte niet uit' : regionWord(region));

/** A count as it is said: hidden, nought, or about so many. */
export const aboutWord = (count: number | undefined): string =>
  count === undefined ? 'te weinig om te tonen' : String(count);
