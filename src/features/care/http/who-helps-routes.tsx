import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { dutchTime } from '../../../shared-kernel/plain-date.ts';
import { isWorkingDay } from '../../../shared-kernel/working-days.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import {
  CallList,
  CallSheet,
  contactLinesToday,
  linesOnPaper,
  lookUpMunicipality,
  whoToCall,
} from '../../organisations/index.ts';
import { type Helper, whoHelps } from '../domain/who-helps.ts';
import { RouteCardPage } from '../ui/route-card-page.tsx';
import { type HelpAnswer, WhoHelpsPage } from '../ui/who-helps-page.tsx';
import { readNetwork } from '../use-cases/coverage.ts';
import { type Asked, askedIn, hrefOf, readDay, readNeed } from './coverage-address.ts';
import { readHour } from './offer-form.ts';
import { HELP_SEEKERS } from './who.ts';

const PATH = '/netwerk/wie-helpt';
const CARD = '/netwerk/routekaart/:code';
const FIELDS = ['gemeente', 'vorm', 'leeftijd', 'geslacht', 'dag', 'tijd'];

/** From a municipality, a person and an hour to a number that is answered; and the same on paper. */
export function registerWhoHelpsRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: HELP_SEEKERS, purpose: 'VA-20', data: ['D0'] } as const;

  async function ask(request: FastifyRequest) {
    const asked: Asked = { values: askedIn(request.query, FIELDS), errors: {} };
    const need = readNeed(asked);
    const day = readDay(asked, 'dag');
    const { gemeente: code = '', tijd: typed = '' } = asked.values;
    const hour = typed === '' ? undefined : readHour(typed);
    if (typed !== '' && !hour) asked.errors.tijd = 'Vul een tijd in, bijvoorbeeld 02:00.';
    return edge.look(request, 'published', async (tx, { now, today }) => {
      // who is there on the day that is asked: offers begin and end
      const on = day ?? today;
      const network = await readNetwork(tx, on);
      const municipality = network.municipalities.find((each) => each.code === code);
      const gone = code && !municipality ? await lookUpMunicipality(tx, code, on) : undefined;
      if (code && !municipality && !gone)
        asked.errors.gemeente = 'Deze gemeente kennen wij niet. Kies er een uit de lijst.';
      const time = hour ?? dutchTime(now);
      const isNow = day === undefined && hour === undefined;
      const at = isNow ? now : momentOf(on, time);
      const helpers = municipality
        ? whoHelps(network.of(municipality).coverage.offers, need, { isWorkingDay: isWorkingDay(on), time })
        : [];
      const lines = municipality ? await contactLinesToday(tx, today) : [];
      const advice = whoToCall(lines, need.age === 'minor' ? 'minor' : 'possible-victim', at);
      const answer: HelpAnswer | undefined = municipality && { municipality, helpers, on, time, isNow };
      const merged =
        gone && gone.successors.length > 0
          ? { name: gone.successors[0]!.formerName, successors: gone.successors }
          : undefined;
      return { asked, network, answer, merged, advice };
    });
  }

  app.get(PATH, { config }, async (request, reply) => {
    const { asked, network, answer, merged, advice } = await ask(request);
    const page = (
      <WhoHelpsPage
        frame={edge.frame(request)}
        municipalities={network.municipalities}
        answer={answer}
        merged={merged}
        lines={<CallList advice={advice} level={3} />}
        values={asked.values}
        errors={asked.errors}
        cardHref={answer && CARD.replace(':code', answer.municipality.code)}
      />
    );
    return edge.html(reply, page, Object.keys(asked.errors).length > 0 ? 400 : 200);
  });

  app.get(`${PATH}.json`, { config }, async (request, reply) => {
    const { asked, answer, advice } = await ask(request);
    if (!answer && !asked.errors.gemeente) asked.errors.gemeente = 'Noem een gemeente die nu bestaat.';
    // a word that was not understood is never left out: whom to call would be about somebody else
    if (!answer || Object.keys(asked.errors).length > 0) return reply.status(400).send({ fouten: asked.errors });
    return reply.send({
      gemeente: { code: answer.municipality.code, naam: answer.municipality.name },
      dag: answer.on,
      tijd: answer.time,
      zorgcoordinatie: answer.helpers.map(helperBody),
      landelijk: advice.now.map(({ line, needsVerification }) => ({
        naam: line.name,
        nummer: line.number,
        nogTeVerifieren: needsVerification && line.mark !== 'law',
      })),
      zelf: hrefOf(PATH, asked.values),
      ...(options.isDemo ? { merk: DEMO_MARK } : {}),
    });
  });

  app.get(CARD, { config: { ...config, sample: 'municipality-code' } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const { found, lines, today } = await edge.look(request, 'published', async (tx, { today }) => {
      const network = await readNetwork(tx, today);
      const municipality = network.municipalities.find((each) => each.code === code);
      const lines = municipality ? await contactLinesToday(tx, today) : [];
      return {
        found: municipality && network.of(municipality),
        lines: linesOnPaper(lines, 'possible-victim', today),
        today,
      };
    });
    if (!found) throw notFound();
    const page = (
      <RouteCardPage
        frame={edge.frame(request)}
        found={found}
        lines={<CallSheet lines={lines} />}
        today={today}
        mark={options.isDemo ? DEMO_MARK : undefined}
      />
    );
    return edge.html(reply, page);
  });
}

const momentOf = (on: HelpAnswer['on'], time: string) =>
  new Date(dutchMoment(on, Number(time.slice(0, 2))).getTime() + Number(time.slice(3)) * 60_000);

const helperBody = ({ offer, number, standing, servesAll }: Helper) => ({
  naam: offer.name,
  organisatie: offer.organisationName,
  nummer: number ?? null,
  neemtOp: number !== undefined,
  bevestigd: standing === 'holds',
  bevestigdOp: offer.confirmedOn ?? null,
  voorIedereen: servesAll,
});
