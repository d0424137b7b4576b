import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { GateStanding } from '../domain/start-gate.ts';
import { TICK_WORDS } from '../domain/tick-words.ts';
import { TICK_STATES } from './tick-states.ts';

/** What stands where a part of the product is not on yet: what is needed and who does it. */
export function ClosedFeaturePage(props: { frame: PageFrame; standing: GateStanding; seesGate: boolean }) {
  const { feature, ticks } = props.standing;
  const needed = ticks.filter(({ state }) => state !== 'not-needed');
  const missing = needed.filter(({ state }) => state !== 'holds');
  return (
    <Page
      frame={props.frame}
      title={`${feature.name} staat nog niet aan`}
      lead={`${feature.about} Dat gaat over mensen. Daarom zet uw organisatie het pas aan als een paar dingen zijn geregeld.`}
    >
      <Alert kind="info">
        <p>
          {missing.length === 1 ? 'Er ontbreekt nog één ding.' : `Er ontbreken nog ${missing.length} dingen.`} Wat al
          loopt, kunt u gewoon afmaken. Is iemand in gevaar? Bel 112.
        </p>
      </Alert>
      <Table
        caption="Wat er nodig is, en wie het doet"
        columns={[
          { header: 'Wat', cell: ({ kind }) => TICK_WORDS[kind].name },
          { header: 'Stand', cell: ({ state }) => <StatusBadge {...TICK_STATES[state]} /> },
          { header: 'Wie het doet', cell: ({ kind }) => TICK_WORDS[kind].who },
        ]}
        rows={needed}
        rowKey={({ kind }) => kind}
      />
      <Paragraph>
        Uw functionaris gegevensbescherming (FG) legt vast wat is geregeld. Vraag haar wanneer dit onderdeel aan kan.
      </Paragraph>
      {props.seesGate ? (
        <Paragraph>
          <Link href="/privacyloket/startpoort">Bekijk de startpoort van uw organisatie</Link>
        </Paragraph>
      ) : null}
    </Page>
  );
}
