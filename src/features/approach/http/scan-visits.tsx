import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { FieldValues } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Answer } from '../domain/scan.ts';
import { QuestionEndedPage, ScanClosedPage, type TypedAnswer } from '../ui/scan-closed.tsx';
import { NotAskedPage, ScanRefusedPage } from '../ui/scan-page.tsx';
import { lastSettledOn, type OpenScan, readEndedQuestion, readOpenScan } from '../use-cases/read-scan.ts';
import { SCAN_WRITERS } from '../use-cases/scan.ts';
import type { SettleRefusal } from '../use-cases/scan-settlement.ts';

/** Everybody who can be asked: whoever works in a municipality. */
const COLLEAGUES: readonly Role[] = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
  'fg',
  'ciso',
  'beheerder',
];

export const SCAN_PATH = '/aanpak/scan';

/** What a route of the scan declares: everybody who can be asked, about the own organisation. */
export const ANSWERING = { access: COLLEAGUES, purpose: 'VA-11', data: ['D1'] } as const;
/** The same, for who leads a scan. */
export const LEADING = { ...ANSWERING, access: SCAN_WRITERS } as const;

/** What every page of the scan begins and ends with: the open scan, what to say when there is none, and what is not kept. */
export function scanVisits(edge: Edge<PageFrame>) {
  const read = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, time) => readOpenScan(tx, edge.actor(request), time));
  const saved = (request: FastifyRequest) => (request.query as Record<string, unknown>).bewaard !== undefined;
  const start = (reply: FastifyReply) => reply.redirect(SCAN_PATH, 303);

  function notAsked(request: FastifyRequest, reply: FastifyReply, view: OpenScan, status = 200) {
    return edge.html(reply, <NotAskedPage frame={edge.frame(request)} ownerName={view.scan.ownerName} />, status);
  }

  function refused(request: FastifyRequest, reply: FastifyReply, title: string, text: string) {
    const page = (
      <ScanRefusedPage
        frame={edge.frame(request)}
        title={title}
        text={text}
        href={SCAN_PATH}
        link="Terug naar de scan"
      />
    );
    return edge.html(reply, page, 409);
  }
  /** The scan was settled in between: what was typed is shown back. */
  async function noScan(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly typed: readonly TypedAnswer[]; readonly values: FieldValues } = { typed: [], values: {} },
  ) {
    const actor = edge.actor(request);
    const settledOn = await edge.look(request, 'own', (tx) => lastSettledOn(tx, actor));
    const again = { action: request.url.split('?')[0]!, values: form.values, formKey: edge.formKey() };
    const page = (
      <ScanClosedPage
        frame={edge.frame(request)}
        settledOn={settledOn}
        typed={form.typed}
        again={SCAN_WRITERS.includes(actor.role) ? again : undefined}
      />
    );
    return edge.html(reply, page, 409);
  }

  /** The page of a question that ended with its scan, for who was asked it; undefined when nobody was. */
  async function ended(request: FastifyRequest, reply: FastifyReply, element: string) {
    const actor = edge.actor(request);
    const question = await edge.look(request, 'own', (tx) => readEndedQuestion(tx, actor, element));
    if (!question) return undefined;
    const mayState = SCAN_WRITERS.includes(actor.role);
    return edge.html(reply, <QuestionEndedPage frame={edge.frame(request)} {...question} mayState={mayState} />);
  }

  function ownAnswers(request: FastifyRequest, { answers }: OpenScan): ReadonlyMap<string, Answer> {
    const { membershipId } = edge.actor(request);
    return new Map(
      answers.filter(({ respondentId }) => respondentId === membershipId).map((answer) => [answer.element, answer]),
    );
  }

  return { read, saved, start, notAsked, refused, noScan, ended, ownAnswers };
}

export type ScanVisits = ReturnType<typeof scanVisits>;

/** Why a scan, or a choice between answers, was not settled, and what to do. */
export const SETTLE_REFUSED: Readonly<Record<Exclude<SettleRefusal['code'], 'scan-not-open'>, string>> = {
  'not-the-owner': 'Alleen wie de scan leidt, kan dit doen. Vraag het aan die collega.',
  'differences-open': 'Niet iedereen zegt hetzelfde. Kies eerst bij elk verschil welk antwoord geldt.',
  'reason-missing': 'Bij een onderdeel staat “niet van toepassing” zonder reden. Vul eerst in waarom.',
  'scan-empty': 'Er is nog niets ingevuld. Vul eerst ten minste één onderdeel in.',
  'edit-conflict': 'De scan is intussen gewijzigd. Bekijk hem opnieuw en stel hem dan vast.',
};
