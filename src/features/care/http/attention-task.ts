import type { Task } from '../../../ui/show/task-list.tsx';
import type { CareAttention } from '../use-cases/attention.ts';

/** The line on the first page: what care coordination asks of this municipality; undefined when it asks nothing. */
export function careTask({ gap, ended }: CareAttention, municipalityCode: string): Task | undefined {
  if (gap === 0) return undefined;
  const [stopped] = ended;
  return {
    href: `/netwerk/dekking/${municipalityCode}`,
    title: stopped ? `Zorgcoördinatie: ${stopped.organisationName} is gestopt` : 'Zorgcoördinatie heeft een gat',
    description: 'Voor een deel van de slachtoffers is hier nu niemand. Kijk voor wie, en regel het met de regio.',
    status: { kind: 'error', label: 'Niet gedekt' },
  };
}
