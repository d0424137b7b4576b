import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { type CampaignAudience, type CampaignEntry, campaignFacts } from './campaign.ts';

const today = day('2026-11-29');
const entry = (audience: CampaignAudience, heldOn: string, languages: readonly string[] = ['nl']): CampaignEntry => ({
  id: heldOn,
  audience,
  what: 'Bijeenkomst',
  material: 'Folder',
  languages,
  reached: 40,
  heldOn: day(heldOn),
  evidenceTitle: 'Verslag',
  evidenceLink: undefined,
});
const said = (...entries: CampaignEntry[]) =>
  campaignFacts(entries, today).map(({ element, state, asOf, lapsesOn }) => [element, state, asOf, lapsesOn]);

it('says that the campaign works when both were told, until the older of the two is a year ago', () => {
  expect(said(entry('residents', '2026-10-18'), entry('entrepreneurs', '2026-03-01'))).toEqual([
    ['K3.4', 'working', '2026-10-18', '2027-03-01'],
  ]);
  expect(said(entry('residents', '2026-10-18'))).toEqual([['K3.4', 'started', '2026-10-18', '2027-10-18']]);
});

it('takes what was done last, and nothing of more than a year ago or to come', () => {
  expect(said(entry('hotels', '2026-01-02'), entry('schools', '2026-06-01'))).toEqual([
    ['K3.5', 'working', '2026-06-01', '2027-06-01'],
  ]);
  expect(said(entry('hotels', '2025-11-29'), entry('schools', '2026-11-30'))).toEqual([]);
});

it('asks of people at risk that they were told in more than Dutch', () => {
  expect(said(entry('reception', '2026-05-01'))).toEqual([]);
  expect(said(entry('reception', '2026-05-01', ['nl', 'uk']))).toEqual([
    ['K3.6', 'working', '2026-05-01', '2027-05-01'],
  ]);
});
