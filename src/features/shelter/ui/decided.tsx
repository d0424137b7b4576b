import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { DataList, type Fact } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { DecisionFacts, HeldBefore } from '../domain/decision.ts';
import { type Placement, placementState } from '../domain/placement.ts';
import type { RightsEdition } from '../domain/rights.ts';
import { stateBadge } from './placement-words.ts';
import { cameToNothing, needsFacts, reasons, typesWord } from './request-words.ts';

/** What was decided before, with what was known then. */
export interface ShownDecision {
  readonly id: string;
  readonly placementId: string;
  readonly rulesVersion: string;
  readonly rightsEdition: string;
  readonly decidedAt: Date;
  readonly decidedByName: string;
  readonly facts: DecisionFacts | undefined;
  /** Why nothing came of it. */
  readonly refused: string | undefined;
}

/** How a place was come by that blocked before it was for anybody. */
function foundFacts({ via, reservedAt, promisedOn }: HeldBefore): readonly Fact[] {
  return [
    {
      label: 'Hoe gevonden',
      value:
        via === 'phone' ? 'aan de telefoon, voordat de aanvraag erbij lag' : 'als optie, voordat de aanvraag erbij lag',
    },
    ...(promisedOn ? [{ label: 'Beloofd op', value: <DateText date={promisedOn as PlainDate} /> }] : []),
    { label: 'Geblokkeerd sinds', value: <MomentText instant={new Date(reservedAt)} /> },
  ];
}

/** A decision as it was, whatever changed since. */
export function Decided(props: { decision: ShownDecision; edition: RightsEdition; stays: readonly Placement[] }) {
  const { decision } = props;
  const { facts } = decision;
  const stay = props.stays.find(({ id }) => id === decision.placementId);
  if (!facts) return <Paragraph>De redenen van deze keuze zijn gewist.</Paragraph>;
  const place = `${facts.chosen.organisationName}, plek ${facts.chosen.numbers.join(', ')}`;
  return (
    <Disclosure summary={place}>
      <DataList
        facts={[
          {
            label: facts.heldBefore ? 'Gekoppeld op' : 'Gekozen op',
            value: <MomentText instant={decision.decidedAt} />,
          },
          { label: 'Door', value: decision.decidedByName },
          {
            label: 'Wat ervan kwam',
            value:
              decision.refused || !stay
                ? cameToNothing(decision.refused)
                : stateBadge(stay, placementState(stay)).label,
          },
          { label: 'Recht', value: facts.right },
          {
            label: 'Nachten',
            value: (
              <>
                <DateText date={facts.from as PlainDate} /> tot <DateText date={facts.until as PlainDate} />
              </>
            ),
          },
          { label: 'Waarom deze plek', value: reasons(facts.chosen, facts.needs, facts.accepted).join('; ') },
          ...(facts.heldBefore ? foundFacts(facts.heldBefore) : []),
          ...(facts.rank === undefined
            ? []
            : [{ label: 'Stond in de lijst', value: `nummer ${facts.rank} van ${facts.offered}` }]),
          ...(facts.competing.length > 0 ? [{ label: 'Paste ook bij', value: facts.competing.join(', ') }] : []),
          ...(facts.reason
            ? [
                {
                  label: facts.competing.length > 0 ? 'Waarom hier' : 'Toelichting',
                  value: facts.reason,
                },
              ]
            : []),
          ...needsFacts(facts.needs, props.edition).map((fact) => ({
            ...fact,
            label: `Toen: ${fact.label.toLowerCase()}`,
          })),
          { label: 'Soort', value: typesWord([facts.chosen.features[0]!.type]) },
          { label: 'Regels', value: `versie ${decision.rulesVersion}, rechten van ${decision.rightsEdition}` },
        ]}
      />
      {facts.others.length > 0 ? (
        <>
          <p>{facts.heldBefore ? 'Wat er toen ook vrij was:' : 'Wat er ook was:'}</p>
          <BulletList
            items={facts.others.map(
              (other) =>
                `${other.organisationName}, plek ${other.numbers.join(', ')}: ${reasons(other, facts.needs).join('; ')}`,
            )}
          />
        </>
      ) : null}
    </Disclosure>
  );
}
