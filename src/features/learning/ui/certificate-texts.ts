import type { Translated } from '../../../shared-kernel/language.ts';

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly number: string;
  readonly example: string;
  readonly check: string;
  readonly noNumber: string;
  readonly valid: string;
  readonly lapsed: string;
  readonly unknown: string;
  readonly privacy: string;
  readonly of: (number: string) => string;
  readonly until: (date: string) => string;
  readonly was: (date: string) => string;
  readonly lookAgain: (number: string) => string;
}

/** The words of the page where everybody checks a certificate. */
export const CERTIFICATE_TEXTS: Translated<Texts> = {
  nl: {
    title: 'Klopt dit certificaat?',
    lead: 'Vul het nummer in dat op het certificaat staat. U ziet of het geldig is.',
    number: 'Nummer van het certificaat',
    example: 'Twaalf tekens, bijvoorbeeld K7QP-2MXA-9RTB.',
    check: 'Kijk het na',
    noNumber: 'Vul het nummer in zoals het op het certificaat staat: twaalf letters en cijfers.',
    valid: 'Dit certificaat is geldig',
    lapsed: 'Dit certificaat is niet meer geldig',
    unknown: 'Dit nummer kennen wij niet',
    privacy: 'Van wie het certificaat is, staat hier niet. Dat leest u op het certificaat zelf.',
    of: (number) => `Het certificaat met nummer ${number} hoort bij het leerpad`,
    until: (date) => `Het is geldig tot ${date}.`,
    was: (date) => `Het was geldig tot ${date}.`,
    lookAgain: (number) =>
      `Er is geen certificaat met nummer ${number}. Kijk na of u het goed overtypte. Klopt het nummer, dan is het geen certificaat van In Beeld, of het is gewist omdat het lang verlopen is.`,
  },
  en: {
    title: 'Is this certificate genuine?',
    lead: 'Fill in the number on the certificate. You see whether it is valid.',
    number: 'Number of the certificate',
    example: 'Twelve signs, for example K7QP-2MXA-9RTB.',
    check: 'Check it',
    noNumber: 'Fill in the number as it stands on the certificate: twelve letters and digits.',
    valid: 'This certificate is valid',
    lapsed: 'This certificate is no longer valid',
    unknown: 'We do not know this number',
    privacy: 'This page does not say whose certificate it is. You read that on the certificate itself.',
    of: (number) => `The certificate with number ${number} belongs to the learning path`,
    until: (date) => `It is valid until ${date}.`,
    was: (date) => `It was valid until ${date}.`,
    lookAgain: (number) =>
      `There is no certificate with number ${number}. Check whether you typed it well. If the number is right, it is not a certificate of In Beeld, or it was erased because it lapsed long ago.`,
  },
};
