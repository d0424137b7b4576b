import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Guest, GuestProfile } from '../domain/guest.ts';
import { mayDo, type Placement } from '../domain/placement.ts';
import { Conflict } from './own-placement-pages.tsx';
import { profileFacts } from './request-words.ts';
import { TakeGuestIn } from './take-guest-in.tsx';

/** When the shelter was told who comes, and when it took that in. */
export interface Told {
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Tells the shelter who comes, once it said yes. */
export function TellGuestPage(props: {
  frame: PageFrame;
  placement: Placement;
  profile: GuestProfile | undefined;
  told: Told | undefined;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, placement, profile, told } = props;
  const path = `/plaatsen/plaatsingen/${placement.id}`;
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={frame}
      title="Wie er komt"
      errors={props.errors}
      breadcrumbs={[
        { href: '/plaatsen', label: 'Vrije plekken' },
        { href: path, label: `Plaatsing ${placement.code}` },
      ]}
      status={<Conflict text={props.conflict} />}
      lead="Geef de opvang wat nodig is om iemand goed te ontvangen. Het gaat verzegeld, en alleen naar deze opvang."
    >
      {told && !told.withdrawnAt ? (
        <Paragraph>
          U gaf het door op <MomentText instant={told.sentAt} />.{' '}
          {told.answeredAt ? (
            <>
              De opvang las het op <MomentText instant={told.answeredAt} />.
            </>
          ) : (
            'De opvang opende het nog niet. Is het dringend? Bel, en noem het kenmerk.'
          )}{' '}
          Geeft u het opnieuw door, dan kan de opvang het oude niet meer lezen.
        </Paragraph>
      ) : null}
      {profile ? (
        <>
          <Heading level={2}>Dit gaat mee uit de aanvraag</Heading>
          <DataList facts={profileFacts(profile)} />
          <Paragraph kind="small">
            Niet mee gaan: de verblijfspositie, welke regio’s iemand mijdt en met wie het niet samen kan.
          </Paragraph>
        </>
      ) : null}
      {mayDo(placement, 'tell-guest') ? (
        <Form frame={frame} action={`${path}/wie`} idempotencyKey={props.formKey} label="Geef door wie er komt">
          <HiddenField name="versie" value={String(placement.version)} />
          <TextField
            {...field}
            name="roepnaam"
            label="Hoe wil de persoon worden genoemd?"
            description="Een roepnaam is genoeg. Vul geen achternaam in."
            autocomplete="off"
            optional
          />
          <TextArea
            {...field}
            name="klaar"
            label="Wat moet klaarstaan bij aankomst?"
            description="Bijvoorbeeld eten, een kinderbed, medicijnen die iemand bij zich heeft, of hoe laat iemand komt. Geen adres, geen nummers en niets over wie de persoon zoekt."
            optional
          />
          <SubmitButton>Geef door aan de opvang</SubmitButton>
        </Form>
      ) : (
        <Paragraph>
          Zolang de opvang nog geen ja zei, of als iemand al weg is, geeft u hier niets door. Bel als er iets dringends
          is.
        </Paragraph>
      )}
    </Page>
  );
}

/** Who comes, for the shelter. Whoever opens this stands in the log. */
export function GuestPage(props: {
  frame: PageFrame;
  placement: Placement;
  guest: Guest | undefined;
  /** It was told, and nobody here took it in yet. */
  isWaiting: boolean;
  formKey: string;
}) {
  const { placement, guest } = props;
  return (
    <Page
      frame={props.frame}
      title={`Wie er komt bij plaatsing ${placement.code}`}
      breadcrumbs={[
        { href: '/opvang', label: 'Onze plekken' },
        { href: `/opvang/plaatsingen/${placement.id}`, label: `Plaatsing ${placement.code}` },
      ]}
    >
      {guest ? (
        <>
          <DataList
            facts={[
              { label: 'Roepnaam', value: guest.callName || 'niet doorgegeven: vraag het bij aankomst' },
              ...(guest.profile ? profileFacts(guest.profile) : []),
              { label: 'Wat moet klaarstaan', value: guest.note || 'niets bijzonders' },
            ]}
          />
          <Paragraph>
            Deel dit alleen met wie de persoon ontvangt. Spreekt iemand geen Nederlands, gebruik dan een tolk, nooit
            iemand die meekwam. Dat u dit opende, staat in het logboek.
          </Paragraph>
        </>
      ) : props.isWaiting ? (
        <>
          <Paragraph>
            Er ligt een bericht van wie plaatste. Druk op de knop om het te lezen. Wie plaatste, ziet dan dat u het
            ontving.
          </Paragraph>
          <TakeGuestIn frame={props.frame} placement={placement} formKey={props.formKey} />
        </>
      ) : (
        <Paragraph>Hier is niets te lezen. Bel wie plaatste en noem het kenmerk.</Paragraph>
      )}
    </Page>
  );
}
