import { Page, type PageFrame } from '../../../ui/page.tsx';
import { type LinkCard, LinkCards } from '../../../ui/show/link-cards.tsx';

/** The room of who supervises: what can be done here. */
export function DeskPage(props: { frame: PageFrame; cards: readonly LinkCard[] }) {
  return (
    <Page frame={props.frame} title="Privacyloket" lead="Voor wie toeziet op het gebruik van gegevens over mensen.">
      <LinkCards label="Wat u hier kunt doen" cards={props.cards} />
    </Page>
  );
}
