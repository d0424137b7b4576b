import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, type Framework } from '../domain/framework.ts';

/** What the scan before this one settled with evidence that still holds, to take over in one action. */
export function ScanEarlier(props: {
  readonly frame: PageFrame;
  readonly framework: Framework;
  readonly elements: readonly string[];
  readonly formKey: string;
}) {
  const { elements, framework } = props;
  if (elements.length === 0) return null;
  return (
    <>
      <Heading level={2}>Uit de vorige scan</Heading>
      <p>
        {elements.length === 1
          ? 'Bij 1 onderdeel staat uit de vorige scan bewijs dat nog geldt. Neem het over; dan vragen wij het niet opnieuw.'
          : `Bij ${elements.length} onderdelen staat uit de vorige scan bewijs dat nog geldt. Neem ze over; dan vragen wij ze niet opnieuw.`}
      </p>
      <Disclosure summary="Welke onderdelen">
        <BulletList items={elements.map((id) => `${id} ${elementById(framework, id)?.title ?? ''}`)} />
      </Disclosure>
      <Form
        frame={props.frame}
        action="/aanpak/scan/vorige-overnemen"
        idempotencyKey={props.formKey}
        label="Overnemen uit de vorige scan"
      >
        <SubmitButton>Neem dit over</SubmitButton>
      </Form>
    </>
  );
}
