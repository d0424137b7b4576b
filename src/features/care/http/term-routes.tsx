import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { secondReading } from '../domain/terms/compute-term.ts';
import { answerTerm, termTable } from '../domain/terms/term-table.ts';
import { TERMS_PATH } from '../ui/term-words.tsx';
import { TermsAnswerPage } from '../ui/terms-answer-page.tsx';
import type { TermsForm } from '../ui/terms-form.tsx';
import { TermsPage } from '../ui/terms-page.tsx';
import { careTermsToday } from '../use-cases/care-terms.ts';
import { refusedAt, termDay } from './term-day.ts';

const TermForm = z.object({
  klok: z.string().min(1, 'Kies welke klok u wilt berekenen.'),
  dag: z
    .string()
    .trim()
    .transform((typed, context) => termDay(readDutchDate(typed), context, 'Vul de dag in, bijvoorbeeld 12-3-2027.')),
  nagelezen: z
    .string()
    .trim()
    .transform((typed, context) =>
      typed === ''
        ? undefined
        : termDay(
            readDutchDate(typed),
            context,
            'Vul de dag in die uw collega las, bijvoorbeeld 12-3-2027. Of laat dit leeg.',
          ),
    ),
});

const DIFFERS = 'Uw collega las een andere dag. Lees de brief samen en vul allebei dezelfde dag in.';

/**
 * The terms of care coordination, for everybody who signs in: a table, and a form that computes one term. Nothing is kept, no
 * person is in it, and no day stands in an address.
 */
export function registerTermRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: 'signed-in', purpose: 'geen', data: ['D0'] } as const;
  const termsNow = (request: FastifyRequest) =>
    edge.look(request, 'published', async (tx, { today }) => ({ edition: await careTermsToday(tx, today), today }));

  async function show(request: FastifyRequest, reply: FastifyReply, form: TermsForm, status = 200) {
    const { edition } = await termsNow(request);
    const { body, ...head } = edition;
    const page = (
      <TermsPage
        frame={edge.frame(request)}
        law={body.law}
        equated={body.equated}
        table={termTable(body)}
        edition={head}
        form={form}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(TERMS_PATH, { config }, (request, reply) => show(request, reply, { values: {} }));

  app.post(
    TERMS_PATH,
    { config: { ...config, action: 'care.compute-term', fields: TermForm } },
    async (request, reply) => {
      const form = parseForm(TermForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { klok, dag, nagelezen } = form.value;
      const again = (errors: FieldErrors, values: FieldValues = form.values) =>
        show(request, reply, { values, errors }, 400);
      const { edition, today } = await termsNow(request);
      const answer = answerTerm(edition.body, klok, dag);
      if (!answer.ok) return again(refusedAt(answer.error));
      const second = secondReading(dag, nagelezen);
      if (second === 'differs') return again({ nagelezen: DIFFERS });
      const page = (
        <TermsAnswerPage
          frame={edge.frame(request)}
          answer={answer.value}
          second={second}
          today={today}
          edition={edition}
        />
      );
      return edge.html(reply, page);
    },
  );
}
