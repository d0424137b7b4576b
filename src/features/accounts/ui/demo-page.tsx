import type { Role } from '../../../shared-kernel/role.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';

interface RoleButton {
  readonly role: Role;
  readonly label: string;
  readonly inMunicipality: boolean;
  readonly elsewhere: boolean;
}

interface Place {
  readonly code: string;
  readonly name: string;
}

/** Somebody with a role in more than one organisation. */
interface SharedPerson {
  readonly name: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly code: string;
  readonly number: number;
  readonly organisations: readonly string[];
}

/** Why somebody could not come in, and which combinations do exist. */
interface Refusal {
  readonly reason: string;
  readonly combinations: readonly {
    readonly role: string;
    readonly label: string;
    readonly kinds: readonly string[];
  }[];
}

/** The door of the demo: one button per role. With a refusal it says what does exist, above the choices. */
export function DemoPage(props: {
  frame: PageFrame;
  roles: readonly RoleButton[];
  municipalities: readonly Place[];
  /** Regions and partners. */
  others: readonly Place[];
  shared: readonly SharedPerson[];
  back: string;
  now: Date;
  refusal?: Refusal | undefined;
}) {
  const { refusal } = props;
  const button = (role: RoleButton, label = role.label) => (
    <li key={role.role}>
      <button
        class="utrecht-button utrecht-button--secondary-action utrecht-button--submit"
        type="submit"
        name="rol"
        value={role.role}
      >
        {label}
      </button>
    </li>
  );
  return (
    <Page
      frame={props.frame}
      title="Kies een rol"
      lead="De mensen, besluiten en signalen in deze omgeving zijn verzonnen. De gemeenten, hun regio’s en inwoners, de uitleg en de hulpnummers zijn echt. Kijk gerust rond; u kunt niets stukmaken."
      errors={refusal ? { _keuze: refusal.reason } : undefined}
    >
      {refusal ? (
        <Table
          caption="Deze combinaties bestaan"
          rows={refusal.combinations}
          rowKey={({ role }) => role}
          columns={[
            { header: 'Rol', cell: ({ label }) => label },
            { header: 'In het veld «rol»', cell: ({ role }) => <code>{role}</code> },
            { header: 'Bij', cell: ({ kinds }) => kinds.join(', ') },
          ]}
        />
      ) : null}
      <p>
        Begin bijvoorbeeld als aandachtsfunctionaris van Groningen: u legt vast wat de gemeente heeft geregeld. Log
        daarna in als VNG-adviseur en zie het op de kaart.
      </p>
      <Heading level={2}>Bij een gemeente</Heading>
      <form class="ib-form" method="post" action="/demo/aanmelden">
        <HiddenField name="terug" value={props.back} />
        <SelectField
          name="organisatie"
          label="Gemeente"
          searchable
          values={{ organisatie: 'GM0014' }}
          choices={props.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="nummer"
          label="Persoon"
          description="In elke rol werken er twee. Zo ziet u wat een collega ziet."
          values={{ nummer: '1' }}
          choices={[
            { value: '1', label: 'De eerste persoon' },
            { value: '2', label: 'De tweede persoon' },
          ]}
        />
        <ul class="ib-buttons" aria-label="Rollen bij een gemeente">
          {props.roles.filter((role) => role.inMunicipality).map((role) => button(role))}
        </ul>
      </form>
      {props.shared.map((person) => (
        <form class="ib-form" method="post" action="/demo/aanmelden" key={`${person.role} ${person.code}`}>
          <HiddenField name="terug" value="/inloggen" />
          <HiddenField name="organisatie" value={person.code} />
          <HiddenField name="nummer" value={String(person.number)} />
          <p>
            {person.name} is {person.roleLabel.toLowerCase()} in {person.organisations.join(' en ')}, en kan na het
            inloggen wisselen.
          </p>
          <ul class="ib-buttons" aria-label="Iemand met een rol in twee gemeenten">
            <li>
              <button
                class="utrecht-button utrecht-button--secondary-action utrecht-button--submit"
                type="submit"
                name="rol"
                value={person.role}
              >
                {`Log in als ${person.name}, van ${person.organisations.length} gemeenten`}
              </button>
            </li>
          </ul>
        </form>
      ))}
      <Heading level={2}>Bij een andere organisatie</Heading>
      <form class="ib-form" method="post" action="/demo/aanmelden">
        <HiddenField name="terug" value={props.back} />
        <SelectField
          name="plek"
          label="Organisatie"
          description="Kiest u niets? Dan komt u binnen bij de eerste organisatie die bij de rol hoort."
          searchable
          optional
          choices={props.others.flatMap(({ code, name }) => [
            { value: code, label: name },
            { value: `${code}/2`, label: `${name}, tweede persoon` },
          ])}
        />
        <ul class="ib-buttons" aria-label="Rollen bij een andere organisatie">
          {props.roles
            .filter((role) => role.elsewhere)
            .map((role) => button(role, role.inMunicipality ? `${role.label}, niet bij een gemeente` : role.label))}
        </ul>
      </form>
      <Heading level={2}>De klok van de voorbeeldomgeving</Heading>
      <p>
        Het is hier nu <MomentText instant={props.now} />. Zet de klok vooruit om te zien wat er verloopt, en lees
        daarna <Link href="/demo/post">de post</Link>. Terug kan niet.
      </p>
      <form class="ib-form" method="post" action="/demo/klok">
        <ul class="ib-buttons" aria-label="Zet de klok vooruit">
          {[
            ['P1D', 'Een dag vooruit'],
            ['P31D', '31 dagen vooruit'],
            ['P366D', 'Een jaar vooruit'],
          ].map(([value, label]) => (
            <li key={value}>
              <button
                class="utrecht-button utrecht-button--secondary-action utrecht-button--submit"
                type="submit"
                name="vooruit"
                value={value}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <Heading level={2}>Voor wie meebouwt</Heading>
      <p>
        <Link href="/demo/onderdelen">Alle schermonderdelen op één pagina</Link>.
      </p>
    </Page>
  );
}
