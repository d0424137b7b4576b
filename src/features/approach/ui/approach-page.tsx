import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { TaskList } from '../../../ui/show/task-list.tsx';
import type { FocalPoint } from '../domain/focal-point.ts';
import { standingOn } from '../domain/standing.ts';
import { STATES, sayState } from './states.ts';

/** The approach of one's own municipality: what stands recorded, and what asks attention. */
export function ApproachPage(props: { frame: PageFrame; record: FocalPoint | undefined; today: PlainDate }) {
  const { record } = props;
  const state = standingOn(record && { decidedOn: record.decidedOn, lapsesOn: record.validUntil }, props.today);
  return (
    <Page
      frame={props.frame}
      title="Aanpak"
      lead="Wat uw gemeente heeft geregeld tegen mensenhandel, met bewijs en einddatum. Het land ziet de datums, niet de namen."
    >
      <TaskList
        label="Onderdelen van de aanpak"
        tasks={[
          {
            href: '/aanpak/K2.1',
            title: 'Aandachtsfunctionaris en vervanger',
            description: record
              ? `Nu ${sayState(state, record.validUntil)}.`
              : 'Wie is in uw gemeente het aanspreekpunt, en wie vervangt?',
            status: { kind: STATES[state].kind, label: STATES[state].label },
          },
        ]}
      />
      <p class="ib-soft">
        Onderdeel K2.1. Thema’s volgens het Kader Aanpak Mensenhandel (2021); onderdelen: uitwerking van In Beeld. De
        aandachtsfunctionaris staat in het IBP, punt 5.11.
      </p>
    </Page>
  );
}
