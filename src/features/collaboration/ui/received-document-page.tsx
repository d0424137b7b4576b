import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Sheet } from '../../../ui/show/sheet.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';

/** A document that another organisation handed over, as it was sent. */
export interface ShownDocument {
  readonly question: string;
  readonly reachable: string;
  readonly askedBy: string;
  readonly document: {
    readonly title: string;
    readonly blocks: readonly { readonly kind: 'heading' | 'paragraph'; readonly text: string }[];
  };
}

/** What was handed over, on paper as the sender made it, with the way back to the answer. */
export function ReceivedDocumentPage(props: {
  frame: PageFrame;
  id: string;
  sender: string;
  received: ShownDocument;
  isAccepted: boolean;
  /** What can be begun from it. */
  next?: { readonly href: string; readonly label: string } | undefined;
}) {
  const { received, sender } = props;
  const message = `/samenwerken/berichten/${props.id}`;
  return (
    <Page
      frame={props.frame}
      title={`Overgedragen door ${sender}`}
      breadcrumbs={[
        { href: '/samenwerken', label: 'Samenwerken' },
        { href: '/samenwerken/berichten', label: 'Berichten' },
        { href: message, label: 'Bericht' },
      ]}
      lead={received.question}
    >
      <Alert kind="info" title="wie dit leest, staat in het logboek">
        <p>Neem alleen over wat u nodig hebt. Trekt de afzender het bericht in, dan is dit hier niet meer te lezen.</p>
      </Alert>
      <Sheet id="document" title={received.document.title}>
        {received.document.blocks.map((block, index) =>
          block.kind === 'heading' ? (
            <Heading key={index} level={3}>
              {block.text}
            </Heading>
          ) : (
            <p key={index}>{block.text}</p>
          ),
        )}
      </Sheet>
      <DataList
        facts={[
          { label: 'Bereikbaar', value: received.reachable },
          { label: 'Overgedragen door', value: received.askedBy },
        ]}
      />
      {props.next ? (
        <p>
          <ButtonLink href={props.next.href} emphasis={props.isAccepted ? 'primary' : 'secondary'}>
            {props.next.label}
          </ButtonLink>
        </p>
      ) : null}
      {props.isAccepted ? (
        <p>
          <Link href={message}>Terug naar het bericht</Link>
        </p>
      ) : (
        <p>
          <ButtonLink href={message}>Neem het aan of weiger het</ButtonLink>
        </p>
      )}
    </Page>
  );
}
