import { expect, it } from 'vitest';
import { organisationChoices } from './consultation-words.ts';

it('tells organisations that share a name apart, and only those', () => {
  const choices = organisationChoices([
    { code: 'GM0014', name: 'Groningen', kind: 'gemeente' },
    { code: 'PV20', name: 'Groningen', kind: 'provincie' },
    { code: 'VR01', name: 'Groningen', kind: 'veiligheidsregio' },
    { code: 'GM0034', name: 'Almere', kind: 'gemeente' },
    { code: 'AM01', name: 'De Brug', kind: 'opvangorganisatie' },
    { code: 'KP09', name: 'De Brug', kind: 'ketenpartner' },
  ]);
  expect(choices.map(({ label }) => label)).toEqual([
    'Groningen (gemeente)',
    'Groningen (provincie)',
    'Groningen (veiligheidsregio)',
    'Almere',
    'De Brug (AM01)',
    'De Brug (KP09)',
  ]);
});
