import { dutchDay, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById } from '../domain/framework.ts';
import { type Action, isOngoing, leftOn, type Member } from '../domain/plan.ts';
import { missingIn } from '../domain/reporting-route.ts';
import type { DocumentFacts } from './document-facts.ts';
import { adoptedPolicy, known, leavingOf, sayAdoption, sayMeans } from './document-parts.ts';
import { currentFramework } from './framework-editions.ts';

/** One thing a document is made of. */
export interface Need {
  readonly title: string;
  /** What is recorded of it, in a sentence with its date; undefined when it is missing. */
  readonly recorded: (facts: DocumentFacts) => string | undefined;
  /** What is missing, in a sentence. */
  readonly lack: (facts: DocumentFacts) => string;
  readonly mend: { readonly href: string; readonly label: string };
}

const LEVELS: Need = {
  title: 'Stand per onderdeel',
  recorded: ({ facts }) => {
    const last = facts
      .map(({ reportedAt }) => reportedAt.getTime())
      .sort((a, b) => a - b)
      .at(-1);
    if (last === undefined) return undefined;
    const count = new Set(facts.map(({ element }) => element)).size;
    return `Van ${count} onderdelen is iets vastgelegd, het laatst op ${writeDutchDate(dutchDay(new Date(last)))}.`;
  },
  lack: () => 'Van geen enkel onderdeel is vastgelegd hoe het ervoor staat.',
  mend: { href: '/aanpak/scan', label: 'Doe de scan' },
};

const PLAN: Need = {
  title: 'Plan',
  recorded: ({ plan }) =>
    plan && `“${plan.title}”, het laatst gewijzigd op ${writeDutchDate(dutchDay(plan.changedAt))}.`,
  lack: () => 'Er is nog geen plan.',
  mend: { href: '/aanpak/plan', label: 'Maak het plan' },
};

const ACTIONS: Need = {
  title: 'Acties',
  recorded: ({ actions }) =>
    actions.length === 0 ? undefined : `${actions.length} ${actions.length === 1 ? 'actie' : 'acties'} in het plan.`,
  lack: () => 'In het plan staan nog geen acties.',
  mend: { href: '/aanpak/plan/voorstellen', label: 'Kies acties uit de voorstellen' },
};

const lacksSomebody = ({ actions, leaving, today }: DocumentFacts) => {
  const isThere = (member: Member | undefined) => member !== undefined && !leftOn(member, leaving, today);
  const isCarried = ({ owner, substitute, dueOn }: Action) => isThere(owner) && isThere(substitute) && dueOn;
  return actions.filter((action) => isOngoing(action) && !isCarried(action)).length;
};

const CARRIED: Need = {
  title: 'Wie en wanneer',
  recorded: (facts) =>
    facts.actions.length > 0 && lacksSomebody(facts) === 0
      ? 'Elke lopende actie heeft een eigenaar, een vervanger en een termijn.'
      : undefined,
  lack: (facts) => {
    const count = lacksSomebody(facts);
    if (count === 0) return 'Zonder acties is er ook geen eigenaar of termijn.';
    return `${count} lopende ${count === 1 ? 'actie heeft' : 'acties hebben'} nog geen eigenaar, vervanger of termijn.`;
  },
  mend: { href: '/aanpak/plan', label: 'Vul de acties aan' },
};

const MEANS: Need = {
  title: 'Geld en uren',
  recorded: (facts) => (facts.totals.budgetEuro > 0 && facts.totals.hours > 0 ? sayMeans(facts) : undefined),
  lack: ({ plan }) =>
    plan ? 'Bij de acties staan nog geen geld en uren.' : 'Er is nog geen plan, en dus ook geen geld en uren daarin.',
  mend: { href: '/aanpak/plan', label: 'Zet geld en uren bij de acties' },
};

const ADOPTION: Need = {
  title: 'Besluit',
  recorded: (facts) => (adoptedPolicy(facts) ? sayAdoption(facts) : undefined),
  lack: sayAdoption,
  mend: { href: '/aanpak/vaststelling', label: 'Leg het besluit vast' },
};

const FOCAL_POINT: Need = {
  title: 'Aandachtsfunctionaris en vervanger',
  recorded: (facts) => {
    const { focalPoint, today } = facts;
    const isHeld = focalPoint && focalPoint.validUntil > today && !leavingOf(facts).some(({ isGone }) => isGone);
    return isHeld ? `Vastgelegd op ${writeDutchDate(dutchDay(focalPoint.changedAt))}.` : undefined;
  },
  lack: (facts) => {
    const { focalPoint, today } = facts;
    if (!focalPoint) return 'Er is nog geen aandachtsfunctionaris vastgelegd.';
    if (focalPoint.validUntil <= today) return `Dit verviel op ${writeDutchDate(focalPoint.validUntil)}.`;
    return leavingOf(facts)
      .filter(({ isGone }) => isGone)
      .map(({ what }) => what)
      .join(' ');
  },
  mend: { href: `/aanpak/${FOCAL_POINT_ELEMENT}`, label: 'Leg vast wie het doet' },
};

const REPORTING_ROUTE: Need = {
  title: 'Meldroute per situatie',
  recorded: ({ reportingRoute, today }) =>
    reportingRoute && missingIn(reportingRoute.lines).length === 0 && reportingRoute.validUntil > today
      ? `Vastgelegd op ${writeDutchDate(dutchDay(reportingRoute.changedAt))}.`
      : undefined,
  lack: ({ reportingRoute, today }) => {
    if (!reportingRoute) return 'Per situatie is nog niet vastgelegd wie het oppakt.';
    if (reportingRoute.validUntil <= today)
      return `De meldroute had vóór ${writeDutchDate(reportingRoute.validUntil)} opnieuw moeten worden nagekeken.`;
    return 'Niet bij elke situatie staat wie het oppakt, hoe en wanneer.';
  },
  mend: { href: '/meldroute/wijzigen', label: 'Vul de meldroute in' },
};

/** One element of the framework, with what is known of it. */
export function elementNeed(id: string): Need {
  const title = `${elementById(currentFramework(), id)?.title ?? ''} (${id})`.trim();
  return {
    title,
    recorded: (facts) => known(facts, id),
    lack: () => `${title}: dit is nog niet geregeld, of nog niet vastgelegd.`,
    mend: { href: `/aanpak/borging/verklaring?onderdeel=${id}`, label: `Leg ${id} vast` },
  };
}

export const NEEDS = { LEVELS, PLAN, ACTIONS, CARRIED, MEANS, ADOPTION, FOCAL_POINT, REPORTING_ROUTE } as const;

/** How the themes stand beside a year ago, in a sentence. */
export function sayLastYear({ themes, lastYear }: DocumentFacts): string {
  if (!lastYear) return 'Van een jaar geleden is nog niets vastgelegd. Volgend jaar kunt u vergelijken.';
  const change = themes.map(({ theme, level }) => {
    const then = lastYear.themes.find((each) => each.theme.id === theme.id)?.level;
    return then === undefined ? 0 : Math.sign(level - then);
  });
  const count = (direction: number) => change.filter((each) => each === direction).length;
  const say = (many: number, word: string) => `${many} ${many === 1 ? 'thema staat' : 'thema’s staan'} ${word}`;
  return `Vergeleken met ${writeDutchDate(lastYear.on)}: ${say(count(1), 'hoger')}, ${say(count(-1), 'lager')} en ${say(count(0), 'gelijk')}.`;
}
