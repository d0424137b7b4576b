import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';

export const SUPPORT_PATH = '/ondersteuning';
export const DESK_PATH = '/ondersteuning/balie';
export const PROGRAMME_PATH = '/ondersteuning/programma';
/** Where a municipality begins, and where the desk sees who does. */
export const BEGIN_PATH = '/beginnen';
export const DESK_BEGIN_PATH = `${SUPPORT_PATH}/beginnen`;
export const requestPath = (id: string) => `${SUPPORT_PATH}/verzoeken/${id}`;
export const deskRequestPath = (id: string) => `${DESK_PATH}/${id}`;

/** What people hear about support. */
export const NOTICES = {
  asked: 'support.asked',
  moved: 'support.moved',
  followUp: 'support.follow-up',
  closed: 'support.closed',
  normPassed: 'support.norm-passed',
  begin: 'support.begin',
  stuck: 'support.stuck',
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
  [NOTICES.normPassed]: () => ({
    title: 'Een vraag om ondersteuning wacht te lang',
    description: 'Vijf werkdagen zijn voorbij en niemand nam de vraag op. Neem haar op, of bel de gemeente.',
  }),
  [NOTICES.begin]: () => ({
    title: 'Begin met In Beeld',
    description: 'VNG en CoMensha helpen u op weg: vijf stappen, met bij elke stap wat u nu doet.',
  }),
  [NOTICES.stuck]: () => ({
    title: 'Een gemeente loopt vast bij het beginnen',
    description: 'Zij staat op de bellijst, met de stap en sinds wanneer. Bel haar; het is een aanbod.',
  }),
  [NOTICES.closed]: () => ({
    title: 'Een gemeente zei wat de ondersteuning opleverde',
    description: 'Lees wat er in de scan veranderde.',
  }),
};
