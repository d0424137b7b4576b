import type { CallBranch, CallConsent, CallOutcome, CallTask, StillToAsk } from '../domain/call.ts';

export const CALLS_TITLE = 'Gesprekken';

/** What the pages of each task say, and where they are. */
export const CALL_TASK_WORDS: Readonly<
  Record<CallTask, { readonly path: string; readonly lead: string; readonly other: string; readonly alsoFor: string }>
> = {
  registration: {
    path: '/gesprekken',
    lead: 'Er belt iemand. Begin met één zin; de rest vraagt u tijdens het gesprek. Wat u bewaart, raakt niet kwijt.',
    other: 'plaatsing',
    alsoFor: 'Is er ook opvang of hulp nodig? Kies onderaan «Geef ook door aan plaatsing».',
  },
  placement: {
    path: '/hulpvragen/gesprekken',
    lead: 'Er belt iemand over opvang of hulp. Begin met één zin; de rest vraagt u tijdens het gesprek.',
    other: 'registratie',
    alsoFor: 'Moet iemand ook worden geregistreerd? Kies onderaan «Geef ook door aan registratie».',
  },
};

/** What a deed did with a call that goes on, by the word in the address after it. */
export const CALL_DONE_WORDS: Readonly<Record<string, (task: CallTask) => string>> = {
  bewaard: () => 'Bewaard. U kunt verder vragen.',
  doorgegeven: (task) =>
    `Bewaard en doorgegeven aan ${CALL_TASK_WORDS[task].other}. Daar staat nu werk klaar, met wie belt, het nummer en de code. Noem de code aan de beller.`,
};

export const BRANCH_WORDS: Readonly<Record<CallBranch, string>> = {
  open: 'Nog niet duidelijk',
  registration: 'Registratie: iemand in beeld brengen',
  shelter: 'Opvang of hulp zoeken',
  advice: 'Informatie en advies',
};

export const OUTCOME_WORDS: Readonly<
  Record<CallOutcome | 'going-on', { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  'going-on': { kind: 'warning', label: 'loopt nog' },
  registered: { kind: 'ok', label: 'geregistreerd' },
  'help-request': { kind: 'ok', label: 'hulpvraag genoteerd' },
  'passed-on': { kind: 'neutral', label: 'doorgegeven' },
  advised: { kind: 'neutral', label: 'afgerond' },
  'hung-up': { kind: 'warning', label: 'lijn viel weg' },
};

export const STILL_TO_ASK_WORDS: Readonly<Record<StillToAsk, string>> = {
  caller: 'De beller',
  'care-coordinator': 'De zorgcoördinator',
  police: 'De politie',
  shelter: 'De opvang',
  colleague: 'Een collega',
};

export const CALL_CONSENT_WORDS: Readonly<Record<CallConsent, string>> = {
  'not-asked': 'Nog niet gevraagd',
  signed: 'Ja, de persoon heeft getekend; de beller heeft het papier',
  'vital-interest': 'Nee, maar het is een noodgeval en het kan nu niet worden gevraagd',
};
