import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import type { FieldErrors } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { REJECT_REASONS, type RejectReason } from '../domain/public-fact.ts';
import type { Publication } from '../domain/publication.ts';
import { SeenElements, type SeenView } from './seen-approach.tsx';

export const SEEN_PATH = '/aanpak/wat-anderen-zien';
export const PUBLISH_PATH = '/aanpak/publiceren';

const SAID = { bevestigd: 'bevestigd', aangepast: 'aangepast', onjuist: 'klopt niet' } as const;

/** What never leaves the municipality by itself. */
const NOBODY = [
  'Opmerkingen in de scan, en de antwoorden van elke invuller apart.',
  'Verschillen tussen invullers, en hoe u daaruit koos.',
  'Namen: van de aandachtsfunctionaris, de vervanger, eigenaren van acties en wie iets vastlegde.',
  'Uren en budget.',
  'Het plan met zijn acties, en het logboek daarvan.',
  'Documenten die u als bewijs toevoegde. Alleen een adres dat al openbaar is, staat erbij.',
];

/** Exactly what others see of this municipality now, what nobody sees, and the choice to let everybody see it. */
export function SeenByOthersPage(props: {
  frame: PageFrame;
  municipality: { readonly code: string; readonly name: string };
  partners: readonly SeenView[] | undefined;
  everybody: readonly SeenView[] | undefined;
  /** How many mandates run: a region sees the number. */
  mandates: number;
  /** Who may work on the approach in the place of the municipality, and so sees the record of K2.1 with its names. */
  holders: readonly string[];
  said: readonly {
    readonly element: string;
    readonly title: string;
    readonly outcome: keyof typeof SAID;
    readonly reason: RejectReason | undefined;
  }[];
  publication: Publication;
  mayPublish: boolean;
  formKey: string;
  done: 'published' | 'withdrawn' | undefined;
  /** A colleague chose in between. */
  conflict: boolean;
  errors?: FieldErrors | undefined;
}) {
  const { municipality, publication, holders, said } = props;
  return (
    <Page
      frame={props.frame}
      title="Wat zien anderen van ons?"
      errors={props.errors}
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      lead="Dit is wat anderen nu echt zien. Het wordt op dit moment opgevraagd, op dezelfde manier als voor hen."
      status={
        props.conflict ? (
          <Alert kind="warning" title="een collega koos net anders">
            <p>Hieronder staat hoe het nu is. Kies opnieuw als u dat wilt.</p>
          </Alert>
        ) : props.done ? (
          <Alert kind="ok" title={props.done === 'published' ? 'openbaar gemaakt' : 'niet meer openbaar'}>
            <p>
              {props.done === 'published'
                ? 'Iedereen ziet nu de vaststelling en de borging van uw aanpak.'
                : 'Vanaf nu ziet het publiek «niet gepubliceerd».'}
            </p>
          </Alert>
        ) : undefined
      }
    >
      <section class="ib-flow" aria-labelledby="partners">
        <Heading level={2} id="partners">
          VNG, CoMensha, uw regio en andere gemeenten
        </Heading>
        <p>
          Zij zien dit op <Link href={`/gemeenten/${municipality.code}`}>de pagina van uw gemeente</Link>, op de monitor
          en in het overzicht van de regio. Bij gemeenten zijn dat de aandachtsfunctionaris, de beleidsmedewerker en de
          bestuurder.
        </p>
        <SeenElements municipality={municipality.name} seen={props.partners} level={3} />
      </section>
      <section class="ib-flow" aria-labelledby="iedereen">
        <Heading level={2} id="iedereen">
          Iedereen
        </Heading>
        <p>Op de openbare pagina van uw gemeente en in de open data. {sayChoice(publication)}</p>
        <SeenElements municipality={municipality.name} seen={props.everybody} level={3} />
        {props.mayPublish ? (
          <Form
            frame={props.frame}
            action={PUBLISH_PATH}
            idempotencyKey={props.formKey}
            label={publication.isPublic ? 'Niet meer openbaar maken' : 'Openbaar maken'}
          >
            <HiddenField name="keuze" value={publication.isPublic ? 'intrekken' : 'publiceren'} />
            <HiddenField name="versie" value={String(publication.version)} />
            <p>
              {publication.isPublic
                ? 'Trekt u dit in, dan ziet het publiek meteen «niet gepubliceerd». U hoeft geen reden te geven.'
                : 'Maakt u dit openbaar, dan ziet iedereen wie het beleid vaststelde, wanneer, waar het staat, en of de aanpak is geborgd of vervallen. Geen namen. U kunt het altijd intrekken.'}
            </p>
            <SubmitButton emphasis={publication.isPublic ? 'secondary' : undefined}>
              {publication.isPublic ? 'Maak dit niet meer openbaar' : 'Maak dit openbaar'}
            </SubmitButton>
          </Form>
        ) : (
          <p class="ib-soft">Uw bestuurder of beleidsmedewerker kiest of iedereen dit mag zien.</p>
        )}
      </section>
      <section class="ib-flow" aria-labelledby="ook">
        <Heading level={2} id="ook">
          Wat sommigen ook zien
        </Heading>
        <BulletList
          items={[
            `Uw regio ziet hoeveel mandaten u hebt lopen: ${props.mandates}.`,
            holders.length > 0
              ? `U gaf een mandaat voor de aanpak aan ${holders.join(' en ')}. Die ziet en bewerkt onderdeel K2.1, ook de namen en uren.`
              : 'Niemand heeft een mandaat om namens u aan de aanpak te werken.',
            said.length > 0
              ? `VNG ziet wat u van openbare bronnen zei: ${said.map((each) => `${each.element} ${each.title}: ${SAID[each.outcome]}${each.reason ? ` (${withinSentence(REJECT_REASONS[each.reason])})` : ''}`).join('; ')}.`
              : 'U zei nog niets van een openbare bron, dus VNG ziet daar niets van.',
            'Uw niveaus per thema tellen mee in het midden van een groep van vijf gemeenten of meer. Niemand ziet ze apart.',
          ]}
        />
      </section>
      <section class="ib-flow" aria-labelledby="niemand">
        <Heading level={2} id="niemand">
          Wat niemand buiten uw gemeente ziet
        </Heading>
        <BulletList items={NOBODY} />
        {holders.length > 0 ? (
          <p class="ib-soft">
            Met één uitzondering: wie van u een mandaat kreeg, ziet onderdeel K2.1 zoals u het vastlegde.
          </p>
        ) : null}
      </section>
    </Page>
  );
}

function sayChoice({ isPublic, changedOn }: Publication): string {
  if (!changedOn) return 'Uw gemeente heeft nog niet gekozen. Zolang zij niet kiest, ziet het publiek niets.';
  const on = writeDutchDate(changedOn);
  return isPublic ? `Uw gemeente maakte dit openbaar op ${on}.` : `Uw gemeente trok dit in op ${on}.`;
}
