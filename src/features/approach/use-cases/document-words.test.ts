import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { anchoringOn } from '../domain/anchoring.ts';
import type { Fact } from '../domain/fact.ts';
import type { FocalPoint } from '../domain/focal-point.ts';
import { levelsOn } from '../domain/levels.ts';
import { type Plan, totalsOn } from '../domain/plan.ts';
import { writeCouncilLetter } from './document-council-letter.ts';
import { writeDecision } from './document-decision.ts';
import type { DocumentFacts, WriteDocument } from './document-facts.ts';
import { writeMayorPage } from './document-mayor.ts';
import { NEEDS } from './document-needs.ts';
import { writeTransferDossier } from './document-transfer.ts';
import { currentFramework } from './framework-editions.ts';

const today = day('2026-11-29');
const framework = currentFramework();
const NOBODY_LEFT = { ownerLeftOn: undefined, substituteLeftOn: undefined, succession: undefined };
const fact = (element: string, change: Partial<Fact> = {}): Fact => ({
  id: element,
  element,
  source: 'statement',
  state: 'present',
  asOf: day('2026-10-01'),
  lapsesOn: day('2028-10-01'),
  statement: `Geregeld: ${element}.`,
  evidenceTitle: undefined,
  evidenceLink: undefined,
  evidenceFileId: undefined,
  adoptingBody: undefined,
  regionId: undefined,
  regionWithdrewOn: undefined,
  subjectId: undefined,
  reportedBy: 'Voorbeeld',
  reportedAt: new Date('2026-10-01T12:00:00Z'),
  ...change,
});
const adopted = fact('K1.1', { adoptingBody: 'college', evidenceTitle: 'Voorbeeldbesluit' });
const focalPoint: FocalPoint = {
  version: 1,
  focalPoint: 'Noor Fictief',
  substitute: 'Tom Fictief',
  hoursPerWeek: 8,
  evidenceTitle: 'Voorbeeldbesluit',
  evidenceLink: undefined,
  evidenceFileId: undefined,
  decidedOn: day('2024-11-29'),
  validUntil: today,
  succession: undefined,
  changedBy: 'Voorbeeld',
  changedByPersonId: undefined,
  changedAt: new Date('2024-11-29T12:00:00Z'),
};
const plan: Plan = {
  id: 'plan',
  title: 'Voorbeeldplan',
  regional: undefined,
  startsOn: day('2026-01-01'),
  endsOn: day('2028-01-01'),
  edition: 1,
  version: 1,
  changedBy: 'Voorbeeld',
  changedByPersonId: undefined,
  changedAt: new Date('2026-10-01T12:00:00Z'),
};

function municipality(facts: readonly Fact[], change: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    municipality: { code: 'GM0000', name: 'Voorbeeld' },
    today,
    mark: undefined,
    framework,
    facts,
    themes: levelsOn(framework, facts, today),
    lastYear: undefined,
    anchoring: anchoringOn(framework, facts, NOBODY_LEFT, today),
    plan: undefined,
    actions: [],
    leaving: new Map(),
    totals: totalsOn([], new Map(), today),
    roles: new Map(),
    adoptions: [],
    focalPoint: undefined,
    departures: NOBODY_LEFT,
    reportingRoute: undefined,
    lines: [],
    ...change,
  };
}

/** Everything a document says, a block a line. */
function read(write: WriteDocument, facts: DocumentFacts): readonly string[] {
  return write(facts).blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'table') return block.rows.map((row) => row.join(' | '));
    return block.kind === 'figure' ? [block.caption] : [block.text];
  });
}
const text = (write: WriteDocument, facts: DocumentFacts) => read(write, facts).join('\n');

describe('what a document says of money and hours', () => {
  it('follows the test that asks for them, also when the plan itself holds none', () => {
    const said = text(writeCouncilLetter, municipality([adopted, fact('K1.5')]));
    expect(said).toContain('Geld en uren: Geregeld: K1.5.');
    expect(said).not.toContain('Geld en uren: nog in te vullen');
    expect(text(writeCouncilLetter, municipality([adopted]))).toContain('Geld en uren: nog in te vullen');
  });

  it.each([
    ['regional', 'Geld en uren zijn regionaal belegd (Regionale afspraak).'],
    ['present', 'Geld en uren zijn geregeld (Regionale afspraak).'],
  ] as const)('is one sentence where a scan says only that it is %s', (state, words) => {
    const means = fact('K1.5', { source: 'scan', state, statement: 'Is er.', evidenceTitle: 'Regionale afspraak' });
    expect(text(writeMayorPage, municipality([means]))).toContain(words);
  });

  it('asks nothing of actions where there is no plan', () => {
    expect(NEEDS.MEANS.lack(municipality([]))).toContain('Er is nog geen plan');
    expect(NEEDS.MEANS.lack(municipality([], { plan }))).toContain('Bij de acties');
  });
});

describe('the letter to the council', () => {
  it('names one document once, with all it arranges', () => {
    const ids = ['K1.1', 'K1.2', 'K1.3', 'K1.4', 'K1.5', 'K4.1', 'K4.2'];
    const facts = ids.map((id) => fact(id, { evidenceTitle: 'Regionaal kader' }));
    const said = read(writeCouncilLetter, municipality(facts));
    expect(said.filter((line) => line.endsWith('): Regionaal kader'))).toEqual([]);
    const lines = said.filter((line) => line.startsWith('Regionaal kader'));
    expect(lines).toHaveLength(1);
    for (const id of ids) expect(lines[0]).toContain(id);
  });

  it('says where the one theme stands that is not with the others', () => {
    const last = framework.themes.at(-1)!;
    const facts = framework.elements
      .filter(({ theme, plateau }) => theme === last.id && plateau === 'basis')
      .map(({ id }) => fact(id));
    const caption = writeCouncilLetter(municipality(facts)).blocks.flatMap((block) =>
      block.kind === 'figure' ? [block.caption] : [],
    )[0];
    expect(caption).toMatch(
      new RegExp(`^5 van de 6 thema’s staan op niveau 0, ${last.title.toLowerCase()} op niveau \\d$`),
    );
  });
});

describe('what does not apply here', () => {
  it('is not said to be done last year, and stands apart in the letter with its reason', () => {
    const element = framework.elements.find(({ duty }) => duty.kind !== 'wet' && duty.kind !== 'ibp-5.11')!;
    const waived = fact(element.id, {
      state: 'not-applicable',
      statement: 'Niet van toepassing: Wij hebben geen haven.',
    });
    const said = read(writeCouncilLetter, municipality([waived]));
    expect(said.filter((line) => line.includes(element.title))).toEqual([
      `${element.title} (${element.id}): wij hebben geen haven.`,
    ]);
    expect(said).toContain('Wat geldt hier volgens ons niet?');
    expect(said).toContain('Het laatste jaar is geen nieuw onderdeel geregeld.');
    expect(read(writeCouncilLetter, municipality([]))).not.toContain('Wat geldt hier volgens ons niet?');
  });
});

describe('the proposal to the college', () => {
  it('claims nothing of a plan without actions', () => {
    const said = text(writeDecision, municipality([], { plan }));
    expect(said).not.toContain('0 acties');
    expect(said).toContain('Het plan heeft nog geen acties');
  });
});

describe('the transfer dossier', () => {
  it('does not say that there is no decision beside a test that passed on one', () => {
    const said = text(writeTransferDossier, municipality([adopted]));
    expect(said).toContain('1. Vastgesteld');
    expect(said).not.toContain('Er is nog geen besluit vastgelegd');
    expect(said).toContain('Het beleid is op 1 oktober 2026 vastgesteld door college (Voorbeeldbesluit)');
    const undated = { ...adopted, source: 'scan', isDayGiven: false } as const;
    expect(text(writeTransferDossier, municipality([undated]))).toContain(
      'Van de dag van het besluit is geen datum bekend',
    );
    expect(text(writeTransferDossier, municipality([undated]))).not.toContain('op 1 oktober 2026 vastgesteld');
    expect(text(writeTransferDossier, municipality([]))).toContain('Er is nog geen besluit vastgelegd');
  });
});

describe('a day that nobody gave', () => {
  it('stands in no document as an end: it says that none is known', () => {
    const asked = fact('K1.5', { source: 'scan', evidenceTitle: 'Begroting', isDayGiven: false, isEndGiven: false });
    const said = text(writeTransferDossier, municipality([asked]));
    expect(said).toContain('geen datum bekend');
    // only the test of anchoring names the day on which it is asked again
    expect(said.match(/.*1 oktober 2028.*/g)).toEqual(['4. Uren en geld | gehaald | telt tot 1 oktober 2028']);
    const given = text(writeTransferDossier, municipality([{ ...asked, isEndGiven: true }]));
    expect(given.match(/1 oktober 2028/g)!.length).toBeGreaterThan(1);
  });
});

describe('the page for the mayor', () => {
  it('says that the focal point lapsed, and asks for a plan before it asks to adopt one', () => {
    const said = text(writeMayorPage, municipality([], { focalPoint }));
    expect(said).toContain('Het besluit over de aandachtsfunctionaris en de vervanger verviel op 29 november 2026.');
    expect(said).toContain('Laat een plan maken');
    expect(said).not.toContain('Laat het college het plan vaststellen');
    // asked once
    expect(said).not.toContain('Leg vast dat uren en geld');
    expect(text(writeMayorPage, municipality([], { plan }))).toContain('Laat het college het plan vaststellen');
  });

  it('explains how the approach can be anchored while something of the basis is missing', () => {
    const anchored = municipality([]);
    const all = { ...anchored, anchoring: { ...anchored.anchoring, isAnchored: true } };
    const why = 'Dat de aanpak geborgd is, betekent niet dat alles er is: de toetsen vragen niet elk onderdeel.';
    expect(text(writeMayorPage, all)).toContain(why);
    expect(text(writeMayorPage, anchored)).not.toContain(why);
  });
});
