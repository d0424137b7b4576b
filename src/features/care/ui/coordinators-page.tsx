import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

/** Somebody who coordinates care in one of the organisations of a municipality, by name. */
export interface ShownCoordinator {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly name: string;
  readonly awayUntil: PlainDate | undefined;
  readonly standsIn: string | undefined;
}

/** Who coordinates care for a municipality, by name: only of organisations with which the reader handles a case. */
export function CoordinatorsPage(props: {
  frame: PageFrame;
  municipality: { readonly code: string; readonly name: string };
  coordinators: readonly ShownCoordinator[];
}) {
  const { municipality, coordinators } = props;
  const path = `/netwerk/dekking/${municipality.code}`;
  return (
    <Page
      frame={props.frame}
      title={`Zorgcoördinatoren voor ${municipality.name}`}
      breadcrumbs={[
        { href: '/netwerk/dekking', label: 'Dekking' },
        { href: path, label: municipality.name },
      ]}
      lead="U ziet alleen namen bij organisaties waarmee u dit jaar samen iemand helpt of hielp."
    >
      {coordinators.length === 0 ? (
        <EmptyState title="Hier staan voor u geen namen" next={<Link href={path}>Kijk wie hier werkt</Link>}>
          U hebt met geen organisatie voor deze gemeente een aangenomen verwijzing of signaal. Bel het nummer van de
          organisatie.
        </EmptyState>
      ) : (
        [...Map.groupBy(coordinators, ({ organisationId }) => organisationId)].map(([id, all]) => (
          <section class="ib-flow" key={id} aria-label={all[0]!.organisationName}>
            <Heading level={2}>{all[0]!.organisationName}</Heading>
            <BulletList
              items={all.map(({ name, awayUntil, standsIn }) =>
                awayUntil
                  ? `${name}, afwezig tot en met ${writeDutchDate(awayUntil)}. ${standsIn ?? 'Iemand anders'} vervangt.`
                  : name,
              )}
            />
          </section>
        ))
      )}
      <Paragraph kind="small">
        Mobiele nummers staan hier niet. Het nummer van iemand zelf staat bij de verwijzing; het nummer van de
        organisatie bij de dekking.
      </Paragraph>
    </Page>
  );
}
