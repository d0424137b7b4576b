import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

/** For whoever hears that a signal waits and may not read it: that it waits, and what she can do. */
export function WaitingPage(props: { frame: PageFrame; officers: readonly string[] }) {
  const { officers } = props;
  return (
    <Page
      frame={props.frame}
      title="Er wacht een signaal"
      lead="U ziet niet wat erin staat. U zorgt dat iemand het oppakt."
    >
      {officers.length === 0 ? (
        <Alert kind="warning" title="uw gemeente heeft nu geen aandachtsfunctionaris mensenhandel">
          <p>Wijs vandaag iemand aan. Tot dan leest niemand dit signaal.</p>
        </Alert>
      ) : null}
      <BulletList
        items={
          officers.length > 0
            ? [
                `Bel ${officers.join(' of ')} en vraag of iemand het signaal vandaag oppakt.`,
                'Is er niemand? Laat de functioneel beheerder vandaag een vervanger de rol van aandachtsfunctionaris geven.',
              ]
            : ['Laat de functioneel beheerder vandaag iemand de rol van aandachtsfunctionaris geven.']
        }
      />
      <Paragraph>Deze melding verdwijnt als iemand het signaal oppakt.</Paragraph>
    </Page>
  );
}
