import { Alert } from '../../../ui/show/alert.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { CaseFile, CaseStep } from '../domain/cases/case-file.ts';
import type { Safety } from '../domain/cases/safety.ts';

/** Whom to call when there is danger, or no place to sleep tonight: on top of the case, with where to go. */
export function UrgentNow(props: { file: CaseFile; safety: Safety | undefined; steps: readonly CaseStep[] }) {
  const { answers } = props.safety ?? {};
  return (
    <>
      {answers?.danger === 'act' ? (
        <Alert kind="error" isUrgent title="er is nu gevaar">
          <p>
            Is er direct gevaar? Bel <Link href="tel:112">112</Link>. Anders de politie:{' '}
            <Link href="tel:09008844">0900-8844</Link>. <Link href="/netwerk/wie-helpt">Zoek wie hier nu helpt</Link>
          </p>
        </Alert>
      ) : null}
      {answers?.tonight === 'act' ? (
        <Alert kind="error" isUrgent title="er is geen plek om vannacht te slapen">
          <p>
            <AskShelter {...props} /> <Link href="/netwerk/wie-helpt">Zoek wie hier nu helpt</Link>
          </p>
        </Alert>
      ) : null}
    </>
  );
}

function AskShelter({ file, steps }: { file: CaseFile; steps: readonly CaseStep[] }) {
  if (file.registrationCode)
    return <Link href={`/registraties/${file.registrationCode}/hulpvraag`}>Vraag nu om opvang</Link>;
  return steps.includes('count') ? <Link href="#aanmelden">Vraag nu om opvang</Link> : null;
}
