import type { Role } from '../../../shared-kernel/role.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';

interface RoleButton {
  readonly role: Role;
  readonly label: string;
  readonly inMunicipality: boolean;
}

/** The door of the demo: one button per role. */
export function DemoPage(props: {
  frame: PageFrame;
  roles: readonly RoleButton[];
  municipalities: readonly { code: string; name: string }[];
  back: string;
  now: Date;
}) {
  const button = (role: RoleButton) => (
    <li key={role.role}>
      <button
        class="utrecht-button utrecht-button--secondary-action utrecht-button--submit"
        type="submit"
        name="rol"
        value={role.role}
      >
        {role.label}
      </button>
    </li>
  );
  return (
    <Page
      frame={props.frame}
      title="Kies een rol"
      lead="Alles in deze omgeving is verzonnen, behalve de namen van de gemeenten. Kijk gerust rond; u kunt niets stukmaken."
    >
      <p>
        Begin bijvoorbeeld als aandachtsfunctionaris van Groningen: u legt vast wat de gemeente heeft geregeld. Log
        daarna in als VNG adviseur en zie het op de kaart.
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
        <ul class="ib-buttons" aria-label="Rollen bij een gemeente">
          {props.roles.filter((role) => role.inMunicipality).map(button)}
        </ul>
      </form>
      <Heading level={2}>Bij een andere organisatie</Heading>
      <form class="ib-form" method="post" action="/demo/aanmelden">
        <HiddenField name="terug" value={props.back} />
        <ul class="ib-buttons" aria-label="Rollen bij een andere organisatie">
          {props.roles.filter((role) => !role.inMunicipality).map(button)}
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
    </Page>
  );
}
