import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { LIBRARY_CRUMBS } from './library-page.tsx';

export interface PeerView {
  readonly code: string;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly arranged: { readonly decidedOn: PlainDate; readonly lapsesOn: PlainDate } | undefined;
  readonly practice: { readonly id: string; readonly title: string } | undefined;
}

/** Municipalities like this one, those first that arranged what is missing here; why they are alike, and how to ask them. */
export function PeersPage(props: {
  frame: PageFrame;
  name: string;
  element: { readonly id: string; readonly title: string };
  elements: readonly { readonly id: string; readonly title: string }[];
  gaps: readonly string[];
  peers: readonly PeerView[];
  /** What others compare with; undefined when nothing is shared. */
  shared: readonly string[] | undefined;
  /** What was confirmed, for who may share it; undefined for the others. */
  confirmed: readonly string[] | undefined;
  formKey: string;
  mayAsk: boolean;
  saved: string | undefined;
  conflict: string | undefined;
}) {
  const { element } = props;
  const isGap = props.gaps.includes(element.id);
  const count = props.peers.filter(({ arranged }) => arranged).length;
  return (
    <Page
      frame={props.frame}
      title="Gemeenten zoals u"
      lead={
        isGap
          ? `${props.name} heeft ${element.id} niet als geregeld gepubliceerd. Zo deden anderen het.`
          : `Wie lijkt op ${props.name}, en wie regelde ${element.id}?`
      }
      breadcrumbs={LIBRARY_CRUMBS}
      status={
        props.conflict ? (
          <Alert kind="warning" title={props.conflict} />
        ) : props.saved ? (
          <Alert kind="ok" title={props.saved} />
        ) : undefined
      }
      wide
    >
      <Filters action="/praktijk/gemeenten-zoals-u" label="Kies een onderdeel">
        <SelectField
          name="onderdeel"
          label="Welk onderdeel zoekt u?"
          choices={props.elements.map(({ id, title }) => ({
            value: id,
            label: `${id} ${title}${props.gaps.includes(id) ? ' (bij u niet geregeld)' : ''}`,
          }))}
          values={{ onderdeel: element.id }}
        />
      </Filters>
      {props.peers.length === 0 ? (
        <EmptyState title="Er zijn te weinig gemeenten om mee te vergelijken">
          <p>
            Zoek in <Link href={`/praktijk?onderdeel=${element.id}`}>Praktijk naar {element.id}</Link>.
          </p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption={`${count} van deze ${props.peers.length} gemeenten die op u lijken, ${count === 1 ? 'regelde' : 'regelden'} ${element.id} ${element.title}`}
            columns={[
              { header: 'Gemeente', cell: (peer) => <Link href={`/gemeenten/${peer.code}`}>{peer.name}</Link> },
              { header: 'Lijkt op u door', cell: (peer) => peer.reasons.join(', ') },
              {
                header: element.id,
                cell: (peer) =>
                  peer.arranged ? (
                    <>
                      geregeld, tot <DateText date={peer.arranged.lapsesOn} />
                    </>
                  ) : (
                    'niet gepubliceerd'
                  ),
              },
              {
                header: 'Hoe',
                cell: (peer) =>
                  peer.practice ? (
                    <Link href={`/praktijk/${peer.practice.id}`}>{peer.practice.title}</Link>
                  ) : (
                    'niet verteld'
                  ),
              },
              ...(props.mayAsk
                ? [
                    {
                      header: 'Overleg',
                      sortable: false,
                      cell: (peer: PeerView) => (
                        <Link href={`/praktijk/contact/nieuw?gemeente=${peer.code}&onderdeel=${element.id}`}>
                          Vraag {peer.name} om contact
                        </Link>
                      ),
                    },
                  ]
                : []),
            ]}
            rows={props.peers}
            rowKey={({ code }) => code}
          />
          <p class="ib-soft">
            Bron: wat gemeenten zelf publiceerden. Vergeleken wordt op grootte, stedelijkheid en ligging (cijfers van
            het CBS), en op kenmerken die beide gemeenten zelf bevestigden. Het is een hulpmiddel, geen rangorde.
          </p>
        </>
      )}
      <ActionGroup>
        <ButtonLink href={`/praktijk?onderdeel=${element.id}`}>Alles in Praktijk over {element.id}</ButtonLink>
      </ActionGroup>
      {props.confirmed ? <Sharing {...props} confirmed={props.confirmed} /> : null}
    </Page>
  );
}

function Sharing(props: {
  frame: PageFrame;
  shared: readonly string[] | undefined;
  confirmed: readonly string[];
  formKey: string;
}) {
  const { shared, confirmed } = props;
  return (
    <>
      <Heading level={2}>Uw kenmerken</Heading>
      <p>
        {shared
          ? `Anderen vergelijken met: ${shared.join(', ')}.`
          : 'U deelt nog geen kenmerken. Met kenmerken vindt u gemeenten met dezelfde kassen, haven of grens.'}
      </p>
      {confirmed.length === 0 ? (
        <p>
          Bevestig eerst wat er bij u is, bij <Link href="/aanpak/lokaal-beeld">Lokaal beeld</Link>.
        </p>
      ) : (
        <Form
          frame={props.frame}
          action="/praktijk/gemeenten-zoals-u"
          idempotencyKey={props.formKey}
          label="Kenmerken delen"
        >
          <p class="ib-soft">{`Bij Lokaal beeld bevestigde u: ${confirmed.join(', ')}. Bronnen en namen gaan niet mee.`}</p>
          <HiddenField name="delen" value={shared ? 'nee' : 'ja'} />
          <SubmitButton emphasis="secondary">{shared ? 'Deel ze niet meer' : 'Deel deze kenmerken'}</SubmitButton>
        </Form>
      )}
    </>
  );
}
