import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { languageOf, pathsOf } from '../../../ui/public-pages.ts';
import { listMunicipalities, lookUpMunicipality } from '../../organisations/index.ts';
import { SIGNAL_CATEGORIES, SIGNAL_ROLES, type Signal, type SignalRole } from '../domain/catalogue.ts';
import {
  ABOUT,
  ANSWERS,
  ASKERS,
  adviseOn,
  BESIDE,
  type CheckAnswers,
  KNOWN_BY,
  signalsToAsk,
} from '../domain/signal-check.ts';
import { CheckAdvicePage, CheckResidentPage } from '../ui/check-advice-page.tsx';
import { CheckHowPage, CheckSignalsPage, CheckSituationPage, CheckWhoPage } from '../ui/check-steps-page.tsx';
import { CHECK_TEXTS } from '../ui/check-texts.ts';
import { catalogueToday } from '../use-cases/catalogue-content.ts';
import { checkLines, linesAbout } from '../use-cases/check-lines.ts';
import { countOf, passOnOf } from './check-pass-on.ts';
import { PASSERS } from './who.ts';

const HELP = '/info';
const MUNICIPALITY = /^GM\d{4}$/;

/** The fields of the check, over all its steps. `signalen-…` and `hoe-…` come once for each kind and each signal. */
const CheckForm = z.object({
  stap: z.string().describe('Welke stap dit is.'),
  wie: z.enum(ASKERS),
  gevaar: z.enum(ANSWERS),
  over: z.enum(ABOUT),
  rol: z.enum(SIGNAL_ROLES).or(z.literal('')),
  gemeente: z.string().regex(MUNICIPALITY).or(z.literal('')),
  signalen: z.string().describe('Nummers van signalen, met een spatie ertussen.'),
  minderjarig: z.enum(ANSWERS),
  beperking: z.enum(ANSWERS),
  'lijkt-op': z.enum(BESIDE),
});

type Body = Readonly<Record<string, unknown>>;
const textIn = (body: Body, name: string): string => {
  const raw = Object.hasOwn(body, name) ? body[name] : '';
  const last = Array.isArray(raw) ? raw.at(-1) : raw;
  return typeof last === 'string' ? last.slice(0, 2000) : '';
};
const textsIn = (body: Body, name: string): readonly string[] => {
  const raw = Object.hasOwn(body, name) ? body[name] : [];
  return [raw].flat().filter((each): each is string => typeof each === 'string');
};
const oneOf = <Value extends string>(values: readonly Value[], text: string) => values.find((value) => value === text);

/**
 * The check of signals, for everybody: nothing is stored, nothing is in the address, and every step is the same address, so that
 * going back shows no answers of before. A form that only looks something up needs no key and leaves no line in a log.
 */
export function registerCheckRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;

  for (const path of pathsOf('signalCheck')) {
    app.get(path, { config }, async (request, reply) => {
      await edge.look(request, 'published', async () => undefined); // reads the clock, which the frame of a demo shows
      return edge.html(reply, <CheckWhoPage frame={edge.frame(request)} values={{}} />);
    });
    app.post(path, { config: { ...config, action: 'signals.check', fields: CheckForm } }, (request, reply) =>
      answer(request, reply),
    );
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Body;
    const asker = oneOf(ASKERS, textIn(body, 'wie'));
    const frame = edge.frame(request);
    const texts = CHECK_TEXTS[languageOf(frame.path)];
    if (!asker)
      return edge.html(reply, <CheckWhoPage frame={frame} values={{}} errors={{ wie: texts.chooseWho }} />, 400);
    if (asker === 'self') return reply.redirect(HELP, 303);
    if (asker === 'resident') return showLines(request, reply);
    const step = textIn(body, 'stap');
    if (step === 'situatie') return afterSituation(request, reply, body, asker);
    if (step === 'signalen') return askHow(request, reply, body);
    if (step === 'hoe') return afterHow(request, reply, body, asker);
    return askSituation(request, reply, { wie: asker });
  }

  async function showLines(request: FastifyRequest, reply: FastifyReply) {
    const lines = await edge.look(request, 'published', checkLines);
    const shown = linesAbout(lines, ['police-report', 'anonymous-tip', 'possible-victim', 'minor']);
    return edge.html(reply, <CheckResidentPage frame={edge.frame(request)} lines={shown} />);
  }

  async function askSituation(
    request: FastifyRequest,
    reply: FastifyReply,
    values: Readonly<Record<string, string>>,
    errors: Readonly<Record<string, string>> = {},
  ) {
    const municipalities = await edge.look(request, 'published', (tx, { today }) => listMunicipalities(tx, today));
    const own = request.visitor.actor?.organisationName;
    const ownCode = own && municipalities.find(({ name }) => name === own)?.code;
    return edge.html(
      reply,
      <CheckSituationPage
        frame={edge.frame(request)}
        values={{ ...(ownCode && { gemeente: ownCode }), ...values }}
        errors={errors}
        municipalities={municipalities}
      />,
      Object.keys(errors).length > 0 ? 400 : 200,
    );
  }

  async function afterSituation(
    request: FastifyRequest,
    reply: FastifyReply,
    body: Body,
    asker: 'employee' | 'professional',
  ) {
    const { values, about, role } = situationIn(body);
    const danger = oneOf(ANSWERS, textIn(body, 'gevaar'));
    if (danger === 'yes') return showAdvice(request, reply, asker, { ...NOTHING, isAcute: true }, '');
    const texts = CHECK_TEXTS[languageOf(edge.frame(request).path)];
    if (!danger || !about)
      return askSituation(
        request,
        reply,
        { ...values, wie: asker, gevaar: danger ?? '' },
        { ...(!danger && { gevaar: texts.chooseDanger }), ...(!about && { over: texts.chooseAbout }) },
      );
    const today = await edge.look(request, 'published', async (_tx, time) => time.today);
    const signals = signalsToAsk(catalogueToday(today).signals, about, role);
    return edge.html(
      reply,
      <CheckSignalsPage frame={edge.frame(request)} values={{ ...values, wie: asker }} signals={signals} />,
    );
  }

  async function askHow(
    request: FastifyRequest,
    reply: FastifyReply,
    body: Body,
    kept: Readonly<Record<string, string>> = {},
    errors: Readonly<Record<string, string>> = {},
  ) {
    const { values, about = 'person' } = situationIn(body);
    const today = await edge.look(request, 'published', async (_tx, time) => time.today);
    const chosen = chosenIn(body, catalogueToday(today).signals);
    return edge.html(
      reply,
      <CheckHowPage
        frame={edge.frame(request)}
        values={{
          ...values,
          wie: textIn(body, 'wie'),
          signalen: chosen.map(({ id }) => id).join(' '),
          'lijkt-op': textsIn(body, 'lijkt-op'),
          ...kept,
        }}
        errors={errors}
        chosen={chosen}
        isPerson={about === 'person'}
      />,
      Object.keys(errors).length > 0 ? 400 : 200,
    );
  }

  async function afterHow(
    request: FastifyRequest,
    reply: FastifyReply,
    body: Body,
    asker: 'employee' | 'professional',
  ) {
    const texts = CHECK_TEXTS[languageOf(edge.frame(request).path)];
    const { about = 'person', values, role } = situationIn(body);
    const today = await edge.look(request, 'published', async (_tx, time) => time.today);
    const chosen = chosenIn(body, catalogueToday(today).signals);
    const known = chosen.map((signal) => ({ signal, knownBy: oneOf(KNOWN_BY, textIn(body, `hoe-${signal.id}`)) }));
    const unanswered = known.filter(({ knownBy }) => knownBy === undefined);
    const minor = oneOf(ANSWERS, textIn(body, 'minderjarig')) ?? 'unknown';
    const disability = oneOf(ANSWERS, textIn(body, 'beperking')) ?? 'unknown';
    if (unanswered.length > 0)
      return askHow(
        request,
        reply,
        body,
        {
          ...Object.fromEntries(known.map(({ signal, knownBy }) => [`hoe-${signal.id}`, knownBy ?? ''])),
          minderjarig: textIn(body, 'minderjarig'),
          beperking: textIn(body, 'beperking'),
        },
        Object.fromEntries(unanswered.map(({ signal }) => [`hoe-${signal.id}`, texts.chooseHow])),
      );
    const answers: CheckAnswers = {
      about,
      isAcute: false,
      isMinor: minor,
      hasMildIntellectualDisability: disability,
      noticed: known.flatMap(({ signal, knownBy }) => (knownBy ? [{ signal, knownBy }] : [])),
      looksLike: BESIDE.filter((each) => textsIn(body, 'lijkt-op').includes(each)),
    };
    return showAdvice(request, reply, asker, answers, values.gemeente, role);
  }

  async function showAdvice(
    request: FastifyRequest,
    reply: FastifyReply,
    asker: 'employee' | 'professional',
    answers: CheckAnswers,
    code: string,
    role?: SignalRole,
  ) {
    const { lines, found } = await edge.look(request, 'published', async (tx, time) => ({
      lines: await checkLines(tx, time),
      found: code ? await lookUpMunicipality(tx, code, time.today) : undefined,
    }));
    const advice = adviseOn(answers);
    const { actor } = request.visitor;
    const mayPassOn = asker === 'employee' && actor !== undefined && PASSERS.includes(actor.role);
    return edge.html(
      reply,
      <CheckAdvicePage
        frame={edge.frame(request)}
        asker={asker}
        advice={advice}
        municipality={
          found?.municipality && {
            name: found.municipality.name,
            regions: found.regions.flatMap(({ name }) => name ?? []),
          }
        }
        care={linesAbout(lines, advice.care)}
        safety={linesAbout(lines, advice.safety)}
        passOn={mayPassOn ? passOnOf(advice, answers, role) : undefined}
        countHref={mayPassOn ? countOf(role) : undefined}
        formKey={edge.formKey()}
        isSignedIn={actor !== undefined}
      />,
    );
  }
}

const NOTHING: CheckAnswers = {
  about: 'person',
  isAcute: false,
  isMinor: 'unknown',
  hasMildIntellectualDisability: 'unknown',
  noticed: [],
  looksLike: [],
};

/** What was said of the situation, as far as it is an answer that we offered. */
function situationIn(body: Body) {
  const about = oneOf(ABOUT, textIn(body, 'over'));
  const role = oneOf(SIGNAL_ROLES, textIn(body, 'rol'));
  const code = textIn(body, 'gemeente');
  return {
    about,
    role,
    values: { over: about ?? '', rol: role ?? '', gemeente: MUNICIPALITY.test(code) ? code : '' },
  };
}

/** The chosen signals, ticked on this page or carried from it; each once, and only those that exist. */
function chosenIn(body: Body, signals: readonly Signal[]): readonly Signal[] {
  const ids = new Set([
    ...textIn(body, 'signalen').split(' '),
    ...SIGNAL_CATEGORIES.flatMap((category) => textsIn(body, `signalen-${category}`)),
  ]);
  return signals.filter(({ id }) => ids.has(id));
}
