import { z } from 'zod';
import { carriedTableForm, tableForm } from '../../../platform/spreadsheets/table-form.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { TeamRefusal } from '../domain/team.ts';
import { PROVIDERS, type Provider, TRAINED_WORKS, type TrainingRefusal } from '../domain/training.ts';
import { date, optionalDate, people, text, version } from './form-fields.ts';

/** Who works in a municipality and may meet trafficking there. */
export const LEARNERS: readonly Role[] = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
];
/** Who keeps the register; a team leader also sees until when her people are trained. */
export const KEEPERS: readonly Role[] = ['teamleider', 'aandachtsfunctionaris'];
/** Who sees the share trained by work. */
export const WATCHERS: readonly Role[] = [...KEEPERS, 'beleidsmedewerker', 'bestuurder'];

const work = z.enum(TRAINED_WORKS, 'Kies het werk uit de lijst.');
type Elsewhere = Exclude<Provider, 'in-beeld'>;
const ELSEWHERE = PROVIDERS.filter((provider): provider is Elsewhere => provider !== 'in-beeld') as [
  Elsewhere,
  ...Elsewhere[],
];

export const TeamForm = z.object({
  naam: text('Geef het team een naam.', 100),
  werk: work,
  mensen: people('Vul in hoeveel mensen dit werk hier doen.', 1, 10_000),
  teamleider: z
    .union([z.literal(''), z.uuid()], 'Kies een teamleider uit de lijst, of niemand.')
    .transform((id) => id || undefined),
  versie: version,
});

export const JoinForm = z.object({ team: z.uuid('Kies uw team uit de lijst.') });

export const OwnTrainingForm = z.object({
  werk: work,
  cursus: text('Vul in hoe de training heet.'),
  aanbieder: z.enum(ELSEWHERE, 'Kies wie de training gaf.'),
  gevolgdOp: date('Vul in wanneer u de training volgde.'),
  geldigTot: optionalDate,
});

/** What is typed by hand for a colleague: read in the same way as a row of a table. */
export const ColleagueForm = z.object({
  naam: z.string().trim(),
  email: z.string().trim(),
  cursus: z.string().trim(),
  aanbieder: z.enum(ELSEWHERE, 'Kies wie de training gaf.'),
  gevolgdOp: z.string().trim(),
  geldigTot: z.string().trim(),
  begonnenOp: z.string().trim(),
});

/** As much as somebody pastes; a file may hold more. */
export const TableForm = tableForm(40_000);
export const CarriedTableForm = carriedTableForm(400_000);

export const TEAM_REFUSED: Readonly<
  Record<TeamRefusal['code'] | 'edit-conflict', { readonly field: string; readonly text: string }>
> = {
  'team-name-taken': { field: 'naam', text: 'Zo heet al een team. Kies een andere naam.' },
  'no-such-leader': { field: 'teamleider', text: 'Deze teamleider werkt hier niet meer. Kies iemand anders.' },
  'edit-conflict': {
    field: 'naam',
    text: 'Uw collega wijzigde dit team zojuist. Kijk het na en bewaar opnieuw.',
  },
};

export const TRAINING_REFUSED: Readonly<
  Record<TrainingRefusal['code'] | 'recorded-before', { readonly field: string; readonly text: string }>
> = {
  'followed-in-future': { field: 'gevolgdOp', text: 'Deze dag komt nog. Vul een dag in die voorbij is.' },
  'valid-before-followed': { field: 'geldigTot', text: 'Deze dag moet na de dag van de training liggen.' },
  'valid-too-long': { field: 'geldigTot', text: 'Een training telt hoogstens 24 maanden. Kies een eerdere dag.' },
  'training-lapsed': {
    field: 'gevolgdOp',
    text: 'Deze training telt niet meer. Volg het leerpad, of vul een nieuwere training in.',
  },
  'recorded-before': { field: 'cursus', text: 'Deze training van die dag staat er al.' },
};
