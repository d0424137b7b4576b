import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Task } from '../../../ui/show/task-list.tsx';
import type { CareAttention } from '../use-cases/attention.ts';

/** The line on the first page: what care coordination asks of this municipality; undefined when it asks nothing. */
export function careTask({ gap, ended, ending }: CareAttention, municipalityCode: string): Task | undefined {
  const [next] = ending;
  if (gap === 0)
    return (
      next && {
        href: `/netwerk/dekking/${municipalityCode}`,
        title: `Zorgcoördinatie: ${next.organisationName} stopt na ${writeDutchDate(next.last)}`,
        description: `Het gaat om «${next.name}». Regel met de regio wie het daarna doet.`,
        status: { kind: 'warning', label: 'Stopt' },
      }
    );
  const [stopped] = ended;
  return {
    href: `/netwerk/dekking/${municipalityCode}`,
    title: stopped ? `Zorgcoördinatie: ${stopped.organisationName} is gestopt` : 'Zorgcoördinatie heeft een gat',
    description: 'Voor een deel van de slachtoffers is hier nu niemand. Kijk voor wie, en regel het met de regio.',
    status: { kind: 'error', label: 'Niet gedekt' },
  };
}
