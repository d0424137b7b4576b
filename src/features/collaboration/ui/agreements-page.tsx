import { DateText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { AgreementState, Term } from '../domain/agreement.ts';

/** An agreement as this page shows it. */
export interface AgreementRow extends Term {
  readonly id: string;
  readonly counterpart: { readonly code: string; readonly name: string };
  readonly kindLabel: string;
  readonly basis: string;
  readonly state: AgreementState;
}

/** What another organisation wrote down and this one did not yet. */
export interface ProposalRow extends Term {
  readonly counterpart: { readonly code: string; readonly name: string };
  readonly kind: string;
  readonly kindLabel: string;
}

const STATES: Readonly<Record<AgreementState, { readonly kind: Kind; readonly label: string }>> = {
  holds: { kind: 'ok', label: 'Geldt' },
  'waits-for-other': { kind: 'warning', label: 'Wacht op de ander' },
  coming: { kind: 'info', label: 'Begint nog' },
  over: { kind: 'neutral', label: 'Afgelopen' },
};

const DONE = {
  recorded: { title: 'afspraak vastgelegd', text: 'Zij geldt zodra de andere organisatie haar ook vastlegt.' },
  ended: { title: 'afspraak beëindigd', text: 'Vanaf nu gaat er geen bericht meer op deze afspraak.' },
} as const;

/** With whom this organisation exchanges messages, and what others wrote down and still wait for. */
export function AgreementsPage(props: {
  frame: PageFrame;
  agreements: readonly AgreementRow[];
  proposals: readonly ProposalRow[];
  mayWrite: boolean;
  formKey: string;
  done?: keyof typeof DONE | undefined;
}) {
  const { frame, agreements, proposals, mayWrite } = props;
  const done = props.done && DONE[props.done];
  const new_ = '/samenwerken/afspraken/nieuw';
  return (
    <Page
      frame={frame}
      title="Afspraken met andere organisaties"
      wide
      breadcrumbs={[{ href: '/samenwerken', label: 'Samenwerken' }]}
      lead="Een bericht gaat pas naar een andere organisatie als u dat allebei hebt vastgelegd. Loopt een van de twee af, dan wordt er niets meer verstuurd of bezorgd."
      status={
        done ? (
          <Alert kind="ok" title={done.title}>
            <p>{done.text}</p>
          </Alert>
        ) : undefined
      }
    >
      {proposals.length > 0 ? (
        <section class="ib-flow" aria-labelledby="wacht-op-u">
          <Heading level={2} id="wacht-op-u">
            Wacht op u
          </Heading>
          <Table
            caption="Wat anderen vastlegden en u nog niet"
            rows={proposals}
            rowKey={(row) => `${row.counterpart.code} ${row.kind} ${row.validFrom}`}
            columns={[
              { header: 'Organisatie', cell: (row) => row.counterpart.name },
              { header: 'Wat', cell: (row) => row.kindLabel },
              { header: 'Tot', kind: 'date', cell: (row) => <DateText date={row.validUntil} /> },
              {
                header: 'Actie',
                sortable: false,
                cell: (row) =>
                  mayWrite ? (
                    <Link href={`${new_}?organisatie=${encodeURIComponent(row.counterpart.code)}&soort=${row.kind}`}>
                      Leg ook vast<span class="ib-hidden"> met {row.counterpart.name}</span>
                    </Link>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        </section>
      ) : null}
      <section class="ib-flow" aria-labelledby="afspraken">
        <Heading level={2} id="afspraken">
          Wat uw organisatie vastlegde
        </Heading>
        {agreements.length === 0 ? (
          <EmptyState title="Er is nog geen afspraak vastgelegd">
            Staat er in een convenant of besluit dat u berichten uitwisselt met een andere organisatie? Leg dat dan hier
            vast, en vraag de ander hetzelfde te doen.
          </EmptyState>
        ) : (
          <Table
            caption="Afspraken van uw organisatie"
            rows={agreements}
            rowKey={(row) => row.id}
            columns={[
              { header: 'Organisatie', cell: (row) => row.counterpart.name },
              { header: 'Wat', cell: (row) => row.kindLabel },
              { header: 'Steunt op', cell: (row) => row.basis },
              { header: 'Vanaf', kind: 'date', cell: (row) => <DateText date={row.validFrom} /> },
              { header: 'Tot', kind: 'date', cell: (row) => <DateText date={row.validUntil} /> },
              { header: 'Stand', cell: (row) => <StatusBadge {...STATES[row.state]} /> },
              ...(mayWrite
                ? [
                    {
                      header: 'Actie',
                      sortable: false,
                      cell: (row: AgreementRow) =>
                        row.state === 'over' ? (
                          '–'
                        ) : (
                          <Form
                            frame={frame}
                            action="/samenwerken/afspraken/beeindigen"
                            idempotencyKey={`${props.formKey}${row.id.slice(-8)}`}
                            label={`Beëindig de afspraak met ${row.counterpart.name}`}
                          >
                            <HiddenField name="afspraak" value={row.id} />
                            <SubmitButton emphasis="secondary">Beëindig</SubmitButton>
                          </Form>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </section>
      {mayWrite ? (
        <p>
          <ButtonLink href={new_}>Leg een afspraak vast</ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
