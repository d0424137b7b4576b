import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { readLogSearch } from '../domain/log-search.ts';

const day = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
  return z.NEVER;
});

/** What may be asked of the logs about one dossier, person or trace. */
export const SearchForm = z.object({
  zoek: z.string().transform((typed, context) => {
    const search = readLogSearch(typed);
    if (search) return search;
    context.addIssue({ code: 'custom', message: 'Vul een dossiercode of een kenmerk in, zonder spaties.' });
    return z.NEVER;
  }),
  van: day,
  tot: day,
});

const OUTCOMES = { '': undefined, toegestaan: 'allowed', geweigerd: 'refused' } as const;

/** What may be asked of the list of everything that was done. */
export const DeedsForm = z.object({
  van: day,
  tot: day,
  uitkomst: z.enum(['', 'toegestaan', 'geweigerd'], 'Kies uit de lijst.').transform((word) => OUTCOMES[word]),
});
