import { tableProblemText } from '../../../ui/forms/table-form.tsx';
import { PROVIDERS_ELSEWHERE, type Provider, TRAINED_WORK_NAMES, TRAINED_WORKS } from '../domain/training.ts';
import { type ImportColumn, type ImportProblem, MOST_ROWS, type RowProblem } from '../domain/training-import.ts';

export const TRAINING_TITLE = 'Uw training';
export const TRAINING_PATH = '/leren/training';
export const TEAMS_TITLE = 'Trainingsregister';
export const TEAMS_PATH = '/leren/teams';

export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  'in-beeld': 'In Beeld',
  'mensenhandel-academy': 'Mensenhandel Academy (CoMensha)',
  ccv: 'CCV',
  'police-academy': 'Politieacademie',
  'own-trainer': 'Een eigen trainer',
  other: 'Iemand anders',
};

export const WORK_CHOICES = TRAINED_WORKS.map((value) => ({ value, label: TRAINED_WORK_NAMES[value] }));
export const PROVIDER_CHOICES = PROVIDERS_ELSEWHERE.map((value) => ({ value, label: PROVIDER_NAMES[value] }));

/** What each column of a table is called on screen. */
export const COLUMN_NAMES: Readonly<Record<ImportColumn, string>> = {
  naam: 'Naam',
  email: 'E-mail',
  functie: 'Functie',
  team: 'Team',
  cursus: 'Cursus',
  aanbieder: 'Aanbieder',
  gevolgdOp: 'Gevolgd op',
  geldigTot: 'Geldig tot',
  begonnenOp: 'Begonnen op',
};

/** What each column holds, for whoever makes the table. */
export const COLUMN_HELP: Readonly<Record<ImportColumn, string>> = {
  naam: 'van de medewerker',
  email: 'het adres op het werk; zo herkennen wij iemand de volgende keer',
  functie: `een uit deze lijst: ${TRAINED_WORKS.map((work) => TRAINED_WORK_NAMES[work]).join(', ')}`,
  team: 'alleen nodig als er van deze functie meer teams zijn',
  cursus: 'hoe de training heet',
  aanbieder: 'wie de training gaf, zoals CCV; leeg mag',
  gevolgdOp: 'de dag van de training',
  geldigTot: 'leeg is 24 maanden',
  begonnenOp: 'wanneer iemand hier begon; leeg mag. Zo blijkt of nieuwe mensen worden getraind',
};

/** What is wrong with a row or a field, and what to do. */
export const PROBLEM_TEXTS: Readonly<Record<RowProblem, string>> = {
  'name-missing': 'Vul de naam in.',
  'text-too-long': 'Gebruik hoogstens 200 tekens.',
  'email-missing': 'Vul het e-mailadres op het werk in.',
  'email-unreadable': 'Dit is geen e-mailadres. Schrijf er één, zoals naam@gemeente.nl.',
  'work-missing': 'Vul de functie in.',
  'work-unknown': 'Deze functie kennen wij niet. Gebruik er een uit de lijst.',
  'team-unknown': 'Dit team is er niet bij deze functie. Maak eerst het team, of kijk de naam na.',
  'team-missing': 'Van deze functie zijn er meer teams. Vul in welk team.',
  'in-other-team': 'Dit e-mailadres hoort al bij een ander team. Kijk na wie u bedoelt.',
  'course-missing': 'Vul in hoe de training heet.',
  'date-missing': 'Vul in wanneer de training was.',
  'date-unreadable': 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
  'started-in-future': 'Deze dag komt nog. Vul een dag in die voorbij is, of laat het leeg.',
  'followed-in-future': 'Deze dag komt nog. Vul een dag in die voorbij is.',
  'valid-before-followed': 'Deze dag moet na de dag van de training liggen.',
  'valid-too-long': 'Een training telt hoogstens 24 maanden. Kies een eerdere dag.',
  'training-lapsed': 'Deze training telt niet meer. Haal de rij weg.',
  'row-double': 'Deze training van deze persoon staat al eerder in de tabel.',
};

/** Why a table cannot be read at all. */
export const importProblemText = (problem: ImportProblem): string => tableProblemText(problem, COLUMN_NAMES, MOST_ROWS);
