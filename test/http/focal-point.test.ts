import { beforeAll, describe, expect, it } from 'vitest';
import { day, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/K2.1';
const filled = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '4,5',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1 maart 2028',
};

describe('recording a focal point on a page', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function newcomer() {
    actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    const visitor = await app.visitor(actor);
    const form = await visitor.form(PATH);
    return { visitor, form: { ...form, fields: { ...form.fields, ...filled } } };
  }
  const events = () =>
    database.admin.selectFrom('audit.event').selectAll().where('tenant_id', '=', actor.organisationId).execute();
  const decisions = () =>
    database.admin.selectFrom('audit.decision').selectAll().where('tenant_id', '=', actor.organisationId).execute();

  it('stores, publishes and audits once, and shows what was stored', async () => {
    const { visitor, form } = await newcomer();
    const answer = await visitor.send(form);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?opgeslagen`]);
    const page = await visitor.page(PATH);
    expect(page.querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe('Noor Fictief');
    expect(page.querySelector('[name=geldigTot]')?.getAttribute('value')).toBe('1 maart 2028');
    expect(await events()).toMatchObject([
      { action: 'approach.record-focal-point', subject_id: 'K2.1', person_id: actor.personId },
    ]);
    const standings = await database.admin
      .selectFrom('approach.standing')
      .selectAll()
      .where('tenant_id', '=', actor.organisationId)
      .execute();
    expect(standings).toMatchObject([{ element: 'K2.1', lapses_on: '2028-03-01' }]);
  });

  it('does a form that is sent twice once, also at the same moment', async () => {
    const { visitor, form } = await newcomer();
    const answers = await Promise.all([visitor.send(form), visitor.send(form), visitor.send(form)]);
    expect(answers.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
      Array(3).fill([303, `${PATH}?opgeslagen`]),
    );
    expect(await events()).toHaveLength(1);
  });

  it('says every wrong field at once, keeps the answers and stores nothing', async () => {
    const { visitor, form } = await newcomer();
    const answer = await visitor.send({
      ...form,
      fields: { ...form.fields, urenPerWeek: 'veel', besluitdatum: '31-02-2026', vervanger: '' },
    });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(400);
    expect(page.title).toContain('(3 invoerfouten)');
    for (const field of ['urenPerWeek', 'besluitdatum', 'vervanger']) {
      const input = page.querySelector(`[name=${field}]`)!;
      expect(input.getAttribute('aria-invalid')).toBe('true');
      expect(page.getElementById(input.getAttribute('aria-describedby')!.split(' ').at(-1)!)?.textContent).toMatch(
        /^Fout: /,
      );
    }
    expect(page.querySelector('[name=urenPerWeek]')?.getAttribute('value')).toBe('veel');
    expect(await events()).toHaveLength(0);
  });

  it('refuses by rule with 409, words beside the field, and a decision that stays', async () => {
    const { visitor, form } = await newcomer();
    const answer = await visitor.send({ ...form, fields: { ...form.fields, geldigTot: '1-10-2026' } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-geldigTot-fout')?.textContent).toContain(
      'na de datum van het besluit',
    );
    expect(await decisions()).toMatchObject([{ outcome: 'refused', code: 'ends-before-decision' }]);
    expect(await events()).toHaveLength(0);
  });

  it('shows a stale tab what changed and by whom, and keeps what was typed', async () => {
    const { visitor, form } = await newcomer();
    const stale = await visitor.form(PATH);
    await visitor.send(form);
    const answer = await visitor.send({
      ...stale,
      fields: { ...stale.fields, ...filled, aandachtsfunctionaris: 'Iemand Anders' },
    });
    const page = documentOf(answer);
    expect(answer.statusCode).toBe(409);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('u hebt dit in een ander venster gewijzigd');
    expect(page.querySelector('main')?.textContent).toContain('Noor Fictief');
    expect(page.querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe('Iemand Anders');
    const again = await visitor.send({
      action: PATH,
      fields: {
        ...stale.fields,
        ...filled,
        aandachtsfunctionaris: 'Iemand Anders',
        versie: '1',
        _sleutel: 'nog-een-keer-1',
      },
    });
    expect(again.statusCode).toBe(303);
  });

  it('escapes HTML and survives SQL in every field', async () => {
    const { visitor, form } = await newcomer();
    const nasty = `<script>alert(1)</script>'); drop table approach.element; --`;
    await visitor.send({ ...form, fields: { ...form.fields, aandachtsfunctionaris: nasty, besluit: nasty } });
    const response = await visitor.get(PATH);
    expect(response.body).not.toContain('<script>alert');
    expect(documentOf(response).querySelector('[name=aandachtsfunctionaris]')?.getAttribute('value')).toBe(nasty);
  });

  it('asks who is meant when two people have the name, and looks at that person alone from then on', async () => {
    const { visitor, form } = await newcomer();
    const place = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const stays = await anActor(database, 'teamleider', place);
    const leaves = await anActor(database, 'medewerker', place);
    const change = (who: Actor, set: { person_name?: string; valid_until?: PlainDate }) =>
      database.admin.updateTable('accounts.membership').set(set).where('id', '=', who.membershipId).execute();
    for (const who of [stays, leaves]) await change(who, { person_name: 'Tom  fictief' });

    const asked = await visitor.send(form);
    expect(asked.statusCode).toBe(409);
    const page = documentOf(asked);
    expect(page.title).toContain('(1 invoerfout)');
    const choices = [...page.querySelectorAll('[name=vervangerIs]')].map((each) => each.getAttribute('value'));
    expect(choices.toSorted()).toEqual([stays.personId, leaves.personId, 'buiten'].toSorted());
    expect(page.querySelector('[name=vervanger]')?.getAttribute('value')).toBe('Tom Fictief');
    expect(page.querySelector('main')?.textContent).toContain('Collega, teamleider, vanaf 1 januari 2020');

    const fields = { ...form.fields, vervangerIs: leaves.personId, _sleutel: 'wie-wordt-bedoeld' };
    expect((await visitor.send({ ...form, fields })).statusCode).toBe(303);
    await change(leaves, { valid_until: day('2026-01-01') });
    expect((await visitor.page(PATH)).querySelector('main')?.textContent).toContain(
      'De vervanger werkt hier niet meer',
    );
  });

  it('refuses a form without the token of this session', async () => {
    const { visitor, form } = await newcomer();
    const { _csrf, ...withoutToken }: Record<string, string> = form.fields;
    expect(_csrf).toMatch(/^[0-9a-f-]{36}\./);
    expect((await visitor.post(PATH, withoutToken)).statusCode).toBe(403);
    expect(await events()).toHaveLength(0);
  });
});
