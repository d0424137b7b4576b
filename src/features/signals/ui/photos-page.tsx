import type { FieldErrors } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { MOST_PHOTOS } from '../domain/photo.ts';

export interface ShownPhoto {
  readonly id: string;
  readonly opens: boolean;
  readonly isScanned: boolean;
}

/** The photographs with a signal about a place, and adding one. */
export function PhotosPage(props: {
  frame: PageFrame;
  code: string;
  isOwn: boolean;
  mayAdd: boolean;
  photos: readonly ShownPhoto[];
  formKey: string;
  saved: boolean;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, photos } = props;
  const back = props.isOwn
    ? { href: '/meldingen/mijn', label: 'Uw signalen' }
    : { href: `/meldingen/${code}`, label: `Signaal ${code}` };
  return (
    <Page
      frame={frame}
      title={`Foto’s bij signaal ${code}`}
      breadcrumbs={[back]}
      errors={props.errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>De foto is toegevoegd.</p>
          </Alert>
        ) : undefined
      }
    >
      {photos.length === 0 ? (
        <EmptyState title="Er zijn geen foto’s">
          Een foto van een gebouw of voorwerp kan helpen, maar hoeft niet.
        </EmptyState>
      ) : (
        <BulletList
          items={photos.map(({ id, opens, isScanned }, index) => (
            <>
              {opens ? <Link href={`/meldingen/foto/${id}`}>Foto {index + 1}</Link> : `Foto ${index + 1}`}
              {isScanned ? null : ' (nog niet nagekeken op virussen: alleen wie de foto toevoegde kan haar openen)'}
            </>
          ))}
        />
      )}
      {props.mayAdd ? (
        <section class="ib-flow" aria-labelledby="toevoegen">
          <Heading level={2} id="toevoegen">
            Voeg een foto toe
          </Heading>
          <Paragraph>Alleen van een gebouw, een ruimte of een voorwerp. Hoogstens {MOST_PHOTOS} foto’s.</Paragraph>
          <BulletList
            items={[
              'Niet doen: mensen, gezichten, paspoorten, papieren met een naam, kentekens.',
              'Maak geen foto als dat voor u of een ander gevaarlijk is.',
              'Waar, wanneer en waarmee de foto is gemaakt, halen wij eruit.',
            ]}
          />
          <Form
            frame={frame}
            action={`/meldingen/${code}/fotos`}
            idempotencyKey={props.formKey}
            autocomplete="off"
            multipart
            label="Een foto toevoegen"
          >
            <FileField
              name="foto"
              label="Foto van een gebouw of voorwerp"
              description="JPEG of PNG, hoogstens 20 MB."
              accept="image/jpeg,image/png"
              errors={props.errors}
            />
            <SubmitButton>Voeg deze foto toe</SubmitButton>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
