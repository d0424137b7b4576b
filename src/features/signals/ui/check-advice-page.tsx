import { writeDate } from '../../../shared-kernel/plain-date.ts';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { BESIDE, type CheckAdvice } from '../domain/signal-check.ts';
import { Danger } from './check-steps-page.tsx';
import { CHECK_TEXTS } from './check-texts.ts';

/** The form that passes a signal on, with what was chosen in it. */
export interface PassOnForm {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly asksOfficer: boolean;
}

/** A line to call, as these pages need it. */
export interface LineToCall {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly number: string;
  readonly english: { readonly name: string; readonly when: string } | undefined;
  readonly state: 'open' | 'closed' | 'unknown';
  readonly opensAt: { readonly date: Parameters<typeof writeDate>[0]; readonly time: string } | undefined;
  readonly isDialable: boolean;
}

/** For a resident: lines to call, and never a report to a municipality. */
export function CheckResidentPage(props: { frame: PageFrame; lines: readonly LineToCall[] }) {
  const { frame } = props;
  const texts = CHECK_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={`${texts.residentTitle} – ${texts.title}`} heading={texts.residentTitle} leave="forgets">
      <Danger frame={frame} />
      <Paragraph kind="lead">{texts.residentLead}</Paragraph>
      <Paragraph>{texts.residentAnonymous}</Paragraph>
      <Lines lines={props.lines} />
      <Besides frame={frame} chosen={[]} />
      <Again frame={frame} />
    </Page>
  );
}

/** What to do, why, whom to call by both routes, and what else it can be. Never a number about a person. */
export function CheckAdvicePage(props: {
  frame: PageFrame;
  asker: 'employee' | 'professional';
  advice: CheckAdvice;
  municipality: { readonly name: string; readonly regions: readonly string[] } | undefined;
  care: readonly LineToCall[];
  safety: readonly LineToCall[];
  /** Where a signed-in employee goes on to passing this on, with what was chosen; a resident never. */
  passOn?: PassOnForm | undefined;
  /** Where one weak signal is only counted. */
  countHref?: string | undefined;
  formKey: string;
  isSignedIn: boolean;
}) {
  const { frame, advice, asker, municipality } = props;
  const texts = CHECK_TEXTS[frame.lang];
  const chosen = advice.known.flatMap(({ signals }) => signals);
  const heading = texts.levels[advice.level];
  if (advice.level === 'acute')
    return (
      <Page frame={frame} title={`${heading} – ${texts.title}`} heading={heading} leave="forgets">
        <ActionGroup>
          <ButtonLink href="tel:112" emphasis="primary">
            {texts.call112}
          </ButtonLink>
        </ActionGroup>
        <Paragraph kind="lead">{texts.todo[asker].acute}</Paragraph>
        <OwnRoute frame={frame} />
        <Again frame={frame} />
      </Page>
    );
  return (
    <Page frame={frame} title={`${heading} – ${texts.title}`} heading={heading} leave="forgets">
      <Danger frame={frame} />
      <Paragraph kind="lead">{texts.todo[asker][advice.level]}</Paragraph>
      <Paragraph kind="small">{texts.noScore}</Paragraph>
      <PassOn {...props} />
      <Heading level={2}>{texts.why}</Heading>
      <BulletList items={advice.reasons.map((reason) => texts.reasons[reason])} />
      {advice.followsMeldcode ? <Paragraph>{texts.meldcode}</Paragraph> : null}
      {advice.known.map(({ by, signals }) => (
        <section class="ib-flow" key={by} aria-label={texts.knownTitles[by]}>
          <Heading level={3}>{texts.knownTitles[by]}</Heading>
          <BulletList items={signals.map((signal) => signal[frame.lang])} />
        </section>
      ))}
      {chosen.length > 0 ? (
        <>
          <Heading level={2}>{texts.elsewise}</Heading>
          <BulletList items={[...new Set(chosen.map(({ elsewise }) => elsewise[frame.lang]))]} />
          <Paragraph kind="small">{texts.elsewiseNote}</Paragraph>
        </>
      ) : null}
      <Heading level={2}>{texts.routesTitle(municipality?.name)}</Heading>
      <Paragraph>{texts.routesLead}</Paragraph>
      <OwnRoute frame={frame} />
      <Heading level={3}>{texts.care}</Heading>
      <Paragraph>{asker === 'employee' ? texts.careEmployee : texts.careOthers}</Paragraph>
      <Lines lines={props.care} />
      <Heading level={3}>{texts.safety}</Heading>
      <Paragraph>{texts.safetyText}</Paragraph>
      <Lines lines={props.safety} />
      {municipality && municipality.regions.length > 0 ? (
        <Disclosure summary={texts.regions}>
          <BulletList
            items={municipality.regions.map((region) => (
              <span lang="nl" key={region}>
                {region}
              </span>
            ))}
          />
        </Disclosure>
      ) : null}
      <Heading level={2}>{texts.mayTitle}</Heading>
      <BulletList items={texts.may} />
      <Heading level={2}>{texts.mayNotTitle}</Heading>
      <BulletList items={texts.mayNot} />
      <Besides frame={frame} chosen={advice.looksLike} />
      <Again frame={frame} />
    </Page>
  );
}

/** The way on for an employee: the form filled in, or one weak signal counted. Whoever is not signed in, is told that she can. */
function PassOn(props: {
  frame: PageFrame;
  asker: 'employee' | 'professional';
  advice: CheckAdvice;
  passOn?: PassOnForm | undefined;
  countHref?: string | undefined;
  formKey: string;
  isSignedIn: boolean;
}) {
  const { frame, advice, passOn } = props;
  const texts = CHECK_TEXTS[frame.lang];
  if (props.asker !== 'employee' || advice.level === 'nothing') return null;
  if (!props.isSignedIn)
    return (
      <Paragraph>
        {texts.signIn} <Link href={addressOf('signIn', frame.lang)}>{texts.signInLink}</Link>
      </Paragraph>
    );
  if (!passOn || !props.countHref) return null;
  if (advice.level === 'remember')
    return (
      <ActionGroup>
        <ButtonLink href={props.countHref}>{texts.count}</ButtonLink>
      </ActionGroup>
    );
  return (
    <>
      <Form frame={frame} action={passOn.action} idempotencyKey={props.formKey} label={texts.passOn}>
        {passOn.fields.map(([name, value]) => (
          <HiddenField name={name} value={value} key={name} />
        ))}
        <SubmitButton>{texts.passOn}</SubmitButton>
      </Form>
      <Paragraph kind="small">{texts.passOnWhy}</Paragraph>
      {passOn.asksOfficer ? (
        <Paragraph kind="small">
          {texts.officer} <Link href="/meldingen/nieuw/wpg">{texts.officerLink}</Link>
        </Paragraph>
      ) : null}
    </>
  );
}

const OWN_ROUTE = '/meldroute';

/** The route of one's own municipality, for whoever is signed in and may read it. */
function OwnRoute({ frame }: { frame: PageFrame }) {
  if (!frame.navigation.some(({ href }) => href === OWN_ROUTE)) return null;
  return (
    <p>
      <Link href={OWN_ROUTE}>{CHECK_TEXTS[frame.lang].ownRoute}</Link>
    </p>
  );
}

/** What it can be besides trafficking: what somebody said fits comes first. */
function Besides({ frame, chosen }: { frame: PageFrame; chosen: CheckAdvice['looksLike'] }) {
  const texts = CHECK_TEXTS[frame.lang];
  const ordered = [...chosen, ...BESIDE.filter((each) => !chosen.includes(each))];
  return (
    <>
      <Heading level={2}>{texts.besideTitle}</Heading>
      <BulletList
        items={ordered.map((each) =>
          chosen.includes(each) ? <strong key={each}>{texts.beside[each]}</strong> : texts.beside[each],
        )}
      />
    </>
  );
}

function Again({ frame }: { frame: PageFrame }) {
  return (
    <p>
      <Link href={addressOf('signalCheck', frame.lang)}>{CHECK_TEXTS[frame.lang].again}</Link>
    </p>
  );
}

/** Lines to call, with whether they are open now. A number that nobody verified is no link. */
function Lines({ lines }: { lines: readonly LineToCall[] }) {
  const language = useLanguage();
  const texts = CHECK_TEXTS[language];
  return (
    <ul class="ib-tasks">
      {lines.map((line) => {
        const words = language === 'en' && line.english ? line.english : line;
        const isDutch = language === 'en' && !line.english;
        const number = line.number.replaceAll(' ', '\u00a0'); // never over two lines
        return (
          <li class="ib-task" key={line.id}>
            <div class="ib-task__text" lang={isDutch ? 'nl' : undefined}>
              <p>
                <strong>{words.name}</strong>{' '}
                {line.isDialable ? (
                  <Link href={`tel:${line.number.replace(/\D/g, '')}`}>{`${texts.call} ${number}`}</Link>
                ) : (
                  number
                )}
              </p>
              <p>{words.when}</p>
              {line.opensAt ? (
                <p class="ib-soft">{texts.opensAt(writeDate(line.opensAt.date, language), line.opensAt.time)}</p>
              ) : null}
            </div>
            <div class="ib-task__state">
              <StatusBadge
                kind={line.state === 'open' ? 'ok' : 'neutral'}
                label={line.state === 'open' ? texts.open : line.state === 'closed' ? texts.closed : texts.unknownHours}
              />
              {line.isDialable ? null : <StatusBadge kind="warning" label={texts.unverified} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
