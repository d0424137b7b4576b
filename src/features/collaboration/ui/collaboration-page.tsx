import { Page, type PageFrame } from '../../../ui/page.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';

/** The room of working together: where messages and agreements are. */
export function CollaborationPage(props: { frame: PageFrame; seesMessages: boolean }) {
  return (
    <Page
      frame={props.frame}
      title="Samenwerken"
      lead="Wat u met andere organisaties deelt, gaat als bericht met een ontvangstbevestiging, en alleen als beide een afspraak hebben."
    >
      <LinkCards
        label="Samenwerken"
        cards={[
          ...(props.seesMessages
            ? [
                {
                  href: '/samenwerken/berichten',
                  title: 'Berichten',
                  description: 'Wat u stuurde en ontving, en wat ervan werd.',
                },
              ]
            : []),
          {
            href: '/samenwerken/afspraken',
            title: 'Afspraken',
            description: 'Met wie uw organisatie berichten uitwisselt, en tot wanneer.',
          },
          {
            href: '/samenwerken/convenanten',
            title: 'Convenanten en overeenkomsten',
            description: 'Met wie u samenwerkt, waarvoor, op welke grondslag en tot wanneer.',
          },
        ]}
      />
    </Page>
  );
}
