import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, type Framework } from '../domain/framework.ts';
import type { OfferedDocument } from '../domain/region-offer.ts';

const BACK = { href: '/regio/regelt', label: 'Wat de regio regelt' } as const;

/** Asks before a region withdraws: a whole document or a part of it, and what follows from it. */
export function WithdrawOffersPage(props: {
  frame: PageFrame;
  framework: Framework;
  documents: readonly OfferedDocument[];
  chosen: readonly string[];
  relying: number;
  errors: FieldErrors;
  formKey: string;
}) {
  const { documents, chosen, framework } = props;
  const [only, ...others] = documents;
  return (
    <Page
      frame={props.frame}
      title={only && others.length === 0 ? `${only.title} intrekken` : 'Intrekken wat de regio regelt'}
      lead="Er is nog niets ingetrokken. Kijk na wat u intrekt."
      breadcrumbs={[{ href: '/regio', label: 'Regio' }, BACK]}
      errors={props.errors}
    >
      {only ? (
        <>
          <Alert kind="warning" title="Dit gebeurt er als u intrekt">
            <BulletList
              items={[
                'Wat u intrekt, telt vanaf vandaag bij geen enkele gemeente meer mee.',
                'Gemeenten die erop steunen, krijgen meteen bericht. Is er niets anders geregeld, dan ziet het land het onderdeel daar als vervallen.',
                sayRelying(props.relying),
                'U kunt het later opnieuw publiceren. Dan telt het weer mee.',
              ]}
            />
          </Alert>
          <Form
            frame={props.frame}
            action="/regio/regelt/intrekken"
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Intrekken"
          >
            <Checkboxes
              name="onderdeel"
              label="Wat trekt u in?"
              description="Laat aan staan wat u intrekt."
              values={{ onderdeel: chosen }}
              errors={props.errors}
              choices={documents.flatMap(({ title, validUntil, elements }) =>
                elements.map((element) => ({
                  value: element,
                  label: `${element} ${elementById(framework, element)?.title ?? ''}`,
                  ...(others.length > 0 && { description: `${title}, geldig tot ${writeDutchDate(validUntil)}` }),
                })),
              )}
            />
            <ActionGroup>
              <SubmitButton>Trek in</SubmitButton>
              <ButtonLink href={BACK.href}>Niet intrekken</ButtonLink>
            </ActionGroup>
          </Form>
        </>
      ) : (
        <EmptyState
          title="Er is niets om in te trekken"
          next={<ButtonLink href={BACK.href}>Naar wat de regio regelt</ButtonLink>}
        >
          Uw regio regelt nu niets voor haar gemeenten.
        </EmptyState>
      )}
    </Page>
  );
}

/** Only what everybody can see: how many municipalities say that this region does it for them. */
function sayRelying(count: number): string {
  if (count === 0) return 'Welke gemeenten hierop steunen, kunt u hier niet zien.';
  const who = count === 1 ? '1 gemeente publiceert' : `${count} gemeenten publiceren`;
  return `${who} dat de regio dit regelt. Er kunnen er meer zijn: niet elk onderdeel is voor anderen te zien.`;
}
