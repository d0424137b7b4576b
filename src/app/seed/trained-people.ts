import { addDays, type PlainDate, writeDutchDate } from '../../shared-kernel/plain-date.ts';

/** A team of the demo, and how many of its people stand on the list of who is trained. */
export interface ToldTeam {
  readonly name: string;
  readonly work: string;
  readonly headcount: number;
  readonly trained: number;
}

const FIRST_NAMES = ['Bo', 'Jip', 'Noor', 'Sam', 'Kim', 'Robin', 'Charlie', 'Puck', 'Luca', 'Senna'] as const;
const COURSES = [
  ['E-learning mensenhandel (voorbeeld)', 'CCV'],
  ['Basistraining signaleren (voorbeeld)', 'Mensenhandel Academy'],
  ['Training eigen trainer (voorbeeld)', 'Eigen trainer'],
] as const;

/** The list as it would come from Excel: everybody is called fictional, at an address that does not exist. */
export function trainedPeople(teams: readonly ToldTeam[], today: PlainDate): readonly (readonly string[])[] {
  const people = teams.flatMap(({ name, work, trained }) =>
    Array.from({ length: trained }, (_, index) => ({ team: name, work, index })),
  );
  return [
    ['Naam', 'E-mail', 'Functie', 'Team', 'Cursus', 'Aanbieder', 'Gevolgd op', 'Begonnen op'],
    ...people.map(({ team, work, index }, number) => {
      const [course, provider] = COURSES[number % COURSES.length]!;
      const name = `${FIRST_NAMES[number % FIRST_NAMES.length]} Fictief ${number + 1}`;
      const isNew = index === 0;
      const followed = addDays(today, isNew ? -60 : -(60 + ((number * 37) % 300)));
      return [
        name,
        `medewerker${number + 1}@voorbeeld.invalid`,
        work,
        team,
        course,
        provider,
        writeDutchDate(followed),
        isNew ? writeDutchDate(addDays(followed, -30)) : '',
      ];
    }),
  ];
}
