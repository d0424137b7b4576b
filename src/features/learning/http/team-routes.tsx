import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { TRAINED_WORK_NAMES } from '../domain/training.ts';
import { EffectSection } from '../ui/recognition-page.tsx';
import { COLUMN_NAMES, PROBLEM_TEXTS, PROVIDER_NAMES, TEAMS_PATH } from '../ui/register-words.ts';
import { TeamPage } from '../ui/team-page.tsx';
import { TeamsPage } from '../ui/teams-page.tsx';
import { enterTrainings } from '../use-cases/import-trainings.ts';
import { readMunicipalEffect } from '../use-cases/recognition.ts';
import { type KeepTeamRefusal, type KeptTeam, keepTeam, readRegister, readTeam } from '../use-cases/register.ts';
import { ColleagueForm, KEEPERS, TEAM_REFUSED, TeamForm, WATCHERS } from './register-form.ts';

const PAGE = 100;

interface Typed {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

/** The training register: the share trained by work, the teams, and a team. */
export function registerTeamRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const register = { purpose: 'VA-13', data: ['D1', 'D12'] } as const;
  const one = { ...register, access: KEEPERS, sample: 'team-id' } as const;

  async function showTeams(request: FastifyRequest, reply: FastifyReply, status = 200, typed: Typed = {}) {
    const actor = edge.actor(request);
    const { effect, ...view } = await edge.look(request, 'own', async (tx, time) => ({
      ...(await readRegister(tx, actor, time)),
      effect: await readMunicipalEffect(tx, actor, time),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'learning', time.today),
    }));
    const { ingelezen } = request.query as { readonly ingelezen?: string };
    const page = (
      <TeamsPage
        frame={edge.frame(request)}
        {...view}
        mayKeep={KEEPERS.includes(actor.role)}
        formKey={edge.formKey()}
        values={typed.values}
        errors={typed.errors}
        saved={status === 200 && ingelezen !== undefined ? 'De lijst staat in het register.' : undefined}
      >
        <EffectSection effect={effect} />
      </TeamsPage>
    );
    return edge.html(reply, page, status);
  }

  async function showTeam(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { readonly changing?: Typed; readonly colleague?: Typed } = {},
  ) {
    const actor = edge.actor(request);
    const asked = Number((request.query as Record<string, unknown>).pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
    const id = teamIdOf(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      found: await readTeam(tx, actor, id, { limit: PAGE, offset: (page - 1) * PAGE }),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'learning', today),
      today,
    }));
    if (!view.found) throw notFound();
    const { team, leaders, members, total } = view.found;
    return edge.html(
      reply,
      <TeamPage
        frame={edge.frame(request)}
        today={view.today}
        team={team}
        leaders={leaders}
        members={members}
        page={page}
        pages={Math.ceil(total / PAGE)}
        isOpen={view.isOpen}
        teamKey={edge.formKey()}
        formKey={edge.formKey()}
        changing={typed.changing ?? {}}
        colleague={typed.colleague ?? {}}
        saved={status === 200 && Object.hasOwn(request.query as object, 'bewaard')}
      />,
      status,
    );
  }

  const teamIdOf = (request: FastifyRequest): string => {
    const { team } = request.params as { readonly team: string };
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(team)) throw notFound();
    return team;
  };
  const factsOf = ({ naam, werk, mensen, teamleider }: z.output<typeof TeamForm>) => ({
    name: naam,
    work: werk,
    headcount: mensen,
    leaderId: teamleider,
  });

  app.get(TEAMS_PATH, { config: { ...register, access: WATCHERS } }, (request, reply) => showTeams(request, reply));

  app.post(
    TEAMS_PATH,
    { config: { ...register, access: KEEPERS, gate: 'learning', action: 'learning.make-team', fields: TeamForm } },
    async (request, reply) => {
      const form = parseForm(TeamForm, request.body);
      if (!form.ok) return showTeams(request, reply, 400, form);
      const at = ({ teamId }: KeptTeam) => `${TEAMS_PATH}/${teamId}?bewaard`;
      const input = { id: undefined, seenVersion: 0, facts: factsOf(form.value) };
      const outcome = await edge.command<KeptTeam, KeepTeamRefusal>(request, reply, at, (tx, time) =>
        keepTeam(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(at(outcome.value), 303);
      const { code } = outcome.error;
      if (code === 'no-such-team') throw notFound();
      const { field, text } = TEAM_REFUSED[code];
      return showTeams(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  app.get(`${TEAMS_PATH}/:team`, { config: one }, (request, reply) => showTeam(request, reply));

  app.post(
    `${TEAMS_PATH}/:team`,
    { config: { ...one, gate: 'learning', action: 'learning.change-team', fields: TeamForm } },
    async (request, reply) => {
      const id = teamIdOf(request);
      const form = parseForm(TeamForm, request.body);
      if (!form.ok) return showTeam(request, reply, 400, { changing: form });
      const saved = `${TEAMS_PATH}/${id}?bewaard`;
      const input = { id, seenVersion: form.value.versie, facts: factsOf(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => keepTeam(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      const { code } = outcome.error;
      if (code === 'no-such-team') throw notFound();
      const { field, text } = TEAM_REFUSED[code];
      const errors = { [field]: text };
      if (code !== 'edit-conflict') return showTeam(request, reply, 409, { changing: { values: form.values, errors } });
      const now = await edge.look(request, 'own', (tx) =>
        readTeam(tx, edge.actor(request), id, { limit: 1, offset: 0 }),
      );
      const values = { ...form.values, versie: String(now?.team.version ?? 0) };
      return showTeam(request, reply, 409, { changing: { values, errors } });
    },
  );

  app.post(
    `${TEAMS_PATH}/:team/training`,
    { config: { ...one, gate: 'learning', action: 'learning.enter-training', fields: ColleagueForm } },
    async (request, reply) => {
      const id = teamIdOf(request);
      const form = parseForm(ColleagueForm, request.body);
      if (!form.ok) return showTeam(request, reply, 400, { colleague: form });
      const actor = edge.actor(request);
      const found = await edge.look(request, 'own', (tx) => readTeam(tx, actor, id, { limit: 1, offset: 0 }));
      if (!found) throw notFound();
      const { work, name } = found.team;
      const typed = form.value;
      // read as a row of a table is read: the same rules, the same words
      const cells = {
        ...typed,
        functie: TRAINED_WORK_NAMES[work],
        team: name,
        aanbieder: PROVIDER_NAMES[typed.aanbieder],
      };
      const columns = Object.keys(COLUMN_NAMES) as (keyof typeof COLUMN_NAMES)[];
      const sheet = [columns.map((column) => COLUMN_NAMES[column]), columns.map((column) => cells[column])];
      const saved = `${TEAMS_PATH}/${id}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => enterTrainings(tx, actor, { sheet, origin: 'entered' }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      const { code, read } = outcome.error;
      const problems = 'rows' in read ? (read.rows[0]?.problems ?? []) : [];
      const errors =
        code === 'nothing-new'
          ? { cursus: 'Deze training van deze persoon staat er al.' }
          : Object.fromEntries(
              problems.map(({ column, code: problem }) => [
                column === 'team' || column === 'functie' ? 'email' : column,
                PROBLEM_TEXTS[problem],
              ]),
            );
      return showTeam(request, reply, code === 'nothing-new' ? 409 : 400, {
        colleague: { values: form.values, errors },
      });
    },
  );
}
