import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';

export const SUPPORT_PATH = '/ondersteuning';
export const DESK_PATH = '/ondersteuning/balie';
export const PROGRAMME_PATH = '/ondersteuning/programma';
export const requestPath = (id: string) => `${SUPPORT_PATH}/verzoeken/${id}`;
export const deskRequestPath = (id: string) => `${DESK_PATH}/${id}`;

/** What people hear about support. */
export const NOTICES = {
  asked: 'support.asked',
  moved: 'support.moved',
  followUp: 'support.follow-up',
  closed: 'support.closed',
} as const;

export const SUPPORT_TEXTS: DeadlineTexts = {
  [NOTICES.asked]: () => ({
    title: 'Een gemeente vraagt ondersteuning',
    description: 'Neem het op. De gemeente hoort binnen vijf werkdagen wie haar helpt.',
  }),
  [NOTICES.moved]: () => ({
    title: 'Er is nieuws over uw vraag om ondersteuning',
    description: 'Lees wie u helpt, wat er komt en wanneer.',
  }),
  [NOTICES.followUp]: (_parameters, isOverdue) => ({
    title: 'Wat veranderde de ondersteuning bij u?',
    description: isOverdue
      ? 'De hulp is drie maanden geleden. Zeg wat het opleverde; daarna is de vraag afgerond.'
      : 'Drie maanden na de hulp vragen wij wat het opleverde.',
    overdueLabel: 'Vertel het nu',
  }),
  [NOTICES.closed]: () => ({
    title: 'Een gemeente zei wat de ondersteuning opleverde',
    description: 'Lees wat er in de scan veranderde.',
  }),
};
