import type { Tx } from '../../../platform/db/transact.ts';
import type { DocumentTree } from '../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { readCertificateNumber } from '../domain/certificate-number.ts';
import {
  type Certificate,
  type CheckedCertificate,
  certificatesOf,
  checkNumber,
} from '../persistence/certificate-store.ts';

export type { Certificate, CheckedCertificate };

/** A certificate of the actor herself; of anybody else it is not there. */
export async function ownCertificate(
  tx: Tx<'learning.certificate'>,
  { organisationId, personId }: Pick<Actor, 'organisationId' | 'personId'>,
  typed: string,
): Promise<Certificate | undefined> {
  const number = readCertificateNumber(typed);
  if (!number) return undefined;
  return (await certificatesOf(tx, organisationId, personId)).find((certificate) => certificate.number === number);
}

/** What whoever holds a certificate may ask of its number: which path, and whether it is valid today. Never whose it is. */
export interface CertificateAnswer {
  readonly number: string;
  readonly found: (CheckedCertificate & { readonly isValid: boolean }) | undefined;
}

/** Undefined when what was typed is no number at all. Door `published`. */
export async function verifyCertificate(
  tx: Tx<'learning.certificate_check'>,
  typed: string,
  today: PlainDate,
): Promise<CertificateAnswer | undefined> {
  const number = readCertificateNumber(typed);
  if (!number) return undefined;
  const found = await checkNumber(tx, number);
  return { number, found: found && { ...found, isValid: found.validUntil > today } };
}

/** The certificate as a document. `checkAt` is where everybody checks its number. */
export function certificateDocument(
  certificate: Certificate,
  {
    organisation,
    checkAt,
    mark,
  }: { readonly organisation: string; readonly checkAt: string; readonly mark: string | undefined },
): DocumentTree {
  return {
    title: `Certificaat: ${certificate.pathTitle}`,
    author: organisation,
    subject: 'Certificaat van een leerpad over mensenhandel',
    language: 'nl-NL',
    madeOn: certificate.issuedOn,
    ...(mark !== undefined && { mark }),
    isOneSheet: true,
    blocks: [
      { kind: 'paragraph', text: `${certificate.name} haalde het leerpad «${certificate.pathTitle}» in In Beeld.` },
      {
        kind: 'table',
        caption: 'Gegevens van dit certificaat',
        header: ['Wat', 'Gegeven'],
        rows: [
          ['Nummer', certificate.number],
          ['Gehaald op', writeDutchDate(certificate.issuedOn)],
          ['Geldig tot', writeDutchDate(certificate.validUntil)],
          ['Organisatie', organisation],
          ['Versie van het leerpad', certificate.edition],
        ],
      },
      { kind: 'heading', level: 2, text: 'Klopt dit certificaat?' },
      {
        kind: 'paragraph',
        text: `Vul het nummer in op ${checkAt}. Daar staat of het geldig is, van welk leerpad en tot wanneer. Van wie het is, staat daar niet: dat leest u op dit blad.`,
      },
    ],
  };
}
