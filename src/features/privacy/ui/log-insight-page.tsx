import { MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { type FieldErrors, type FieldValues, keptValue } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { LoggedDeed } from '../domain/logged-deed.ts';
import { INSIGHT_PATH, type LogContext, LogTable } from './log-table.tsx';
import { shortPseudonym } from './log-words.ts';

export const PRIVACY_CRUMB = { href: '/privacyloket', label: 'Privacyloket' } as const;

export interface FoundView {
  readonly kind: 'dossier' | 'person' | 'trace';
  readonly id: string;
  readonly deeds: readonly LoggedDeed[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly sealed: { readonly no: number; readonly at: Date } | undefined;
}

/** A dossier that can be tried, in a demo. */
export interface ExampleDossier {
  readonly code: string;
  readonly about: string;
}

/** Who saw this person's data, when, why and on which ground: a search, and what the three logs say together. */
export function LogInsightPage(props: {
  frame: PageFrame;
  context: LogContext;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  /** Not asked yet; asked and nothing found; or found. */
  found: FoundView | 'nothing' | undefined;
  addressOf: (path: string, page?: number) => string;
  examples: readonly ExampleDossier[];
}) {
  const { found, values, errors, addressOf } = props;
  return (
    <Page
      frame={props.frame}
      title="Wie zag deze gegevens?"
      wide
      breadcrumbs={[PRIVACY_CRUMB]}
      lead="Zoek een dossier of een persoon. U ziet wie de gegevens opende, wanneer, waarvoor en op welke grond."
      errors={errors}
    >
      <Filters action={INSIGHT_PATH} label="Zoek in het logboek" clearHref={found ? INSIGHT_PATH : undefined}>
        <TextField
          name="zoek"
          label="Dossiercode of kenmerk"
          description="De code van een dossier, of het kenmerk van een dossier, een persoon of een spoor uit dit logboek."
          values={values}
          errors={errors}
          autocomplete="off"
        />
        <DateField name="van" label="Vanaf" optional values={values} errors={errors} />
        <DateField name="tot" label="Tot en met" optional values={values} errors={errors} />
      </Filters>
      {found === undefined ? (
        <Explanation examples={props.examples} />
      ) : found === 'nothing' ? (
        <EmptyState title="Niets gevonden">
          Met deze code of dit kenmerk staat er in deze periode niets in het logboek van uw organisatie.
        </EmptyState>
      ) : (
        <Results found={found} asked={keptValue(values, 'zoek')} context={props.context} addressOf={addressOf} />
      )}
    </Page>
  );
}

const KINDS = { dossier: 'dossier', person: 'persoon', trace: 'spoor' } as const;

function Results(props: {
  found: FoundView;
  /** What was typed: a code says more to people than an id. */
  asked: string;
  context: LogContext;
  addressOf: (path: string, page?: number) => string;
}) {
  const { found, context, addressOf } = props;
  const name = found.kind === 'person' ? shortPseudonym(found.id) : props.asked.trim();
  return (
    <>
      <Sealed sealed={found.sealed} />
      {found.deeds.length === 0 ? (
        <EmptyState title="Niemand opende dit dossier">
          In deze periode staat er niets over dit dossier in het logboek.
        </EmptyState>
      ) : (
        <>
          <LogTable
            caption={`Handelingen met ${KINDS[found.kind]} ${name}: ${found.total}`}
            deeds={found.deeds}
            context={context}
            maySearch
          />
          <Pagination page={found.page} pages={found.pages} hrefOf={(page) => addressOf(INSIGHT_PATH, page)} />
          <div class="utrecht-action-group">
            <ButtonLink href={addressOf(`${INSIGHT_PATH}/logboek.csv`)} emphasis="secondary">
              Download voor uw onderzoek (CSV)
            </ButtonLink>
            {found.kind === 'person' ? (
              <ButtonLink href={addressOf(`${INSIGHT_PATH}/betrokkene`)} emphasis="secondary">
                Overzicht voor de betrokkene
              </ButtonLink>
            ) : null}
          </div>
          {found.kind === 'dossier' ? (
            <Paragraph>Wilt u een overzicht voor een betrokkene? Kies dan eerst haar kenmerk in de lijst.</Paragraph>
          ) : null}
        </>
      )}
    </>
  );
}

/** How far the seal has come: what is under it cannot be changed without being found. */
export function Sealed({ sealed }: { sealed: FoundView['sealed'] }) {
  if (!sealed) return <Paragraph>Er ligt nog geen zegel over dit logboek.</Paragraph>;
  return (
    <Paragraph>
      Verzegeld tot en met <MomentText instant={sealed.at} /> (zegel {sealed.no}). Wie daarna een regel wijzigt, valt op
      bij controle.
    </Paragraph>
  );
}

function Explanation({ examples }: { examples: readonly ExampleDossier[] }) {
  return (
    <>
      {examples.length > 0 ? (
        <>
          <Paragraph>Voorbeelden om te proberen:</Paragraph>
          <BulletList
            items={examples.map(({ code, about }) => (
              <>
                <Link href={`${INSIGHT_PATH}?zoek=${encodeURIComponent(code)}`}>{code}</Link>: {about}
              </>
            ))}
          />
        </>
      ) : null}
      <Disclosure summary="Hoe dit logboek werkt">
        <Paragraph>
          Wie gegevens van een persoon opent, laat in dezelfde handeling drie sporen na: het besluit (mocht het?), de
          gebeurtenis (wie deed wat?) en per persoon een regel in het logboek van verwerkingen. Lukt dat niet, dan gaat
          er niets open.
        </Paragraph>
        <Paragraph>
          In het logboek van verwerkingen staat een persoon onder een kenmerk, niet bij naam. Wat er in de gegevens
          stond, staat er niet in; alleen welke velden zijn geopend.
        </Paragraph>
        <Paragraph>
          U ziet alleen het logboek van uw eigen organisatie. Dat u hier kijkt, staat zelf ook in het logboek.
        </Paragraph>
      </Disclosure>
      <Paragraph>
        <Link href="/privacyloket/handelingen">Alle handelingen in uw organisatie</Link>
      </Paragraph>
    </>
  );
}
