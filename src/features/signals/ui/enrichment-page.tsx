import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Enrichment, REGISTERS, standingChecks } from '../domain/enrichment.ts';
import { DeedStatus } from './deed-status.tsx';
import { LOOKED_WORDS, REGISTER_WORDS } from './enrichment-words.ts';
import { choicesOf } from './signal-words.ts';

type Looked = Enrichment & { readonly note: string | undefined };

/** What a municipality looks up about a signal in its own registers: done or not, and what it comes down to. */
export function EnrichmentPage(props: {
  readonly frame: PageFrame;
  readonly code: string;
  readonly isOpen: boolean;
  readonly looked: readonly Looked[];
  readonly readsOffenders: boolean;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}) {
  const { frame, code, values, errors } = props;
  const path = `/meldingen/${code}/nagaan`;
  const standing = standingChecks(props.looked);
  return (
    <Page
      frame={frame}
      title="Nagaan wat bekend is"
      errors={errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={<DeedStatus conflict={props.conflict} saved={props.saved} />}
      lead="Kijk alleen waar dat nodig is voor uw taak. Leg vast dát u keek en wat het betekent, nooit wat er stond."
    >
      <Table
        caption="Waar u kunt kijken"
        rows={REGISTERS}
        rowKey={(register) => register}
        columns={[
          {
            header: 'Waar',
            cell: (register) => (
              <>
                {REGISTER_WORDS[register].title}
                <p class="ib-soft">{REGISTER_WORDS[register].looksFor}</p>
              </>
            ),
          },
          {
            header: 'Nagegaan',
            cell: (register) => {
              const last = standing.get(register);
              return last ? (
                <>
                  <StatusBadge kind="ok" label="ja" />{' '}
                  <span class="ib-soft">
                    <DateText date={last.lookedOn} />, {last.lookedByName}
                  </span>
                </>
              ) : (
                <StatusBadge kind="neutral" label="nee" />
              );
            },
          },
          {
            header: 'Conclusie',
            cell: (register) => {
              const last = standing.get(register);
              if (!last) return <span class="ib-soft">geen</span>;
              return (
                <>
                  {LOOKED_WORDS[last.conclusion]}
                  {last.note ? <p>{last.note}</p> : null}
                </>
              );
            },
          },
        ]}
      />
      <Paragraph kind="small">
        Op welke grond u in een register mag kijken, verschilt per gemeente en is nog te verifiëren: vraag het uw FG.
        Mag het niet, leg dat dan vast. De laatste conclusie telt.
      </Paragraph>
      {props.isOpen ? (
        <section class="ib-flow" aria-labelledby="nagegaan">
          <Heading level={2} id="nagegaan">
            Leg vast wat u naging
          </Heading>
          <Form
            frame={frame}
            action={path}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Leg vast wat u naging"
          >
            <Radios
              name="register"
              label="Waar keek u?"
              choices={REGISTERS.map((value) => ({ value, label: REGISTER_WORDS[value].title }))}
              values={values}
              errors={errors}
            />
            <Radios
              name="conclusie"
              label="Wat betekent het voor dit signaal?"
              choices={choicesOf(LOOKED_WORDS)}
              values={values}
              errors={errors}
            />
            <TextField
              name="toelichting"
              label="Toelichting in één zin"
              description="Geen naam, adres, datum of nummer. Bijvoorbeeld: meer mensen dan slaapplaatsen."
              optional
              values={values}
              errors={errors}
            />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </section>
      ) : (
        <p>Pak het signaal eerst op. Is het gesloten, dan komt er niets meer bij.</p>
      )}
      {props.readsOffenders ? (
        <p>
          <Link href={`/meldingen/${code}/daders`}>Mogelijke daders bij dit signaal</Link>
        </p>
      ) : null}
      <p>
        <Link href={`/meldingen/${code}`}>Terug naar het signaal</Link>
      </p>
    </Page>
  );
}
