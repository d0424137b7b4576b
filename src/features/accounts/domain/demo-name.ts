import type { Role } from '../../../shared-kernel/role.ts';

const FIRST = [
  'Fenna',
  'Bilal',
  'Sanne',
  'Youssef',
  'Marit',
  'Daan',
  'Priya',
  'Jelle',
  'Esra',
  'Tom',
  'Noor',
  'Ravi',
  'Lotte',
  'Kofi',
  'Anouk',
  'Sem',
  'Mila',
  'Ahmed',
  'Roos',
  'Levi',
];

/** The name of a demo person: the same for the same place, and nobody can take it for a real one. */
export function demoName(code: string, role: Role, number: number): string {
  let sum = number * 7;
  for (const character of `${code}${role}`) sum = (sum * 31 + character.charCodeAt(0)) % 100_003;
  return `${FIRST[sum % FIRST.length]} Fictief-${number}`;
}
