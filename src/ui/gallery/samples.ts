export const MUNICIPALITIES = [
  { value: 'GM0014', label: 'Groningen' },
  { value: 'GM0363', label: 'Amsterdam' },
  { value: 'GM0599', label: 'Rotterdam' },
] as const;

export const KEPT = {
  naam: 'Aanpak 2027',
  vanaf: '31-02-2027',
  gemeente: 'GM0014',
  vormen: ['arbeid'],
  regio: 'nee',
  toelichting: '',
} as const;

export const ERRORS = {
  vanaf: '31 februari bestaat niet. Vul een dag in die bestaat, bijvoorbeeld 28-02-2027.',
  toelichting: 'Vul een toelichting in.',
} as const;
