import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../src/shared-kernel/plain-date.ts';
import { moveClock, today } from './clock.ts';
import { fillForm as fill } from './fill-form.ts';
import { visitAs } from './roles.ts';
import type { Visit } from './visit.ts';

const LIST = '/registraties/werkvoorraad';

/** Drafts a registration. @returns its address */
async function draft({ page }: Visit, route: string, fields: Readonly<Record<string, string>>): Promise<string> {
  await page.goto(`/registraties/nieuw/${route}`);
  await fill(page, fields, `/nieuw/${route}`);
  await page.waitForURL(/\/registraties\/[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  return new URL(page.url()).pathname;
}

async function consentAndSend({ page }: Visit, path: string): Promise<void> {
  await page.goto(`${path}/toestemming`);
  await fill(page, { gegevenDoor: 'person', hoe: 'written' }, '/toestemming');
  await send(page, path);
}

async function send(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await fill(page, {}, '/versturen');
  await page.getByText('verstuurd', { exact: true }).waitFor();
}

async function takeIn({ page }: Visit): Promise<void> {
  await page.goto(LIST);
  await fill(page, {}, '/ontvangen');
  await page.getByText('De aanmelders zien dat het meetelt').waitFor();
}

const textOf = async ({ page }: Visit, path: string): Promise<string> => {
  await page.goto(path);
  return page.locator('main').innerText();
};

/** How many persons stand on exactly these lists. */
async function onLists(registrar: Visit, lists: string): Promise<number> {
  await registrar.page.goto(`${LIST}/lijsten`);
  const row = registrar.page.getByRole('row').filter({ has: registrar.page.getByText(lists, { exact: true }) });
  return (await row.count()) === 0 ? 0 : Number((await row.getByRole('cell').last().innerText()).trim());
}

const ALL_THREE = 'Jeugdhulp of jeugdbescherming en Politie en Zorgcoördinator';

describe('bringing a possible victim into view', () => {
  it('keeps the overlap of three reporters, tells them «meegeteld», and stops at once', {
    timeout: 180_000,
  }, async () => {
    await using youth = await visitAs('aanmelder', { at: 'AM03' });
    await using care = await visitAs('zorgcoordinator', { at: 'ZC01' });
    await using police = await visitAs('aanmelder', { at: 'AM04' });
    await using registrar = await visitAs('comensha-registratie', { at: 'COM' });
    const before = await onLists(registrar, ALL_THREE);
    const person = { naam: 'Sanne Proef Fictief', geboortedatum: '4-5-2003', leeftijd: '23-30', regio: 'amsterdam' };

    const byYouth = await draft(youth, 'by-name', person);
    await consentAndSend(youth, byYouth);
    const byCare = await draft(care, 'by-name', { ...person, naam: 'Fictief, Sanne Proef' });
    await consentAndSend(care, byCare);
    // who must report asks no consent
    const byPolice = await draft(police, 'must', { ...person, naam: 'SANNE PROEF FICTIEF' });
    await send(police.page, byPolice);
    await takeIn(registrar);
    for (const [reporter, path] of [
      [youth, byYouth],
      [care, byCare],
      [police, byPolice],
    ] as const)
      expect(await textOf(reporter, path)).toContain('meegeteld');

    // the registrar sees who may be the same without reading a name, and says why she merges
    await registrar.page.goto(`${LIST}?toon=maybe-same`);
    const row = registrar.page.getByRole('row').filter({ hasText: '(Politie)' }).first();
    const record = String(await row.getByRole('link').getAttribute('href'));
    expect(await textOf(registrar, record)).not.toContain('Sanne');
    const links = await registrar.page.locator('[aria-labelledby="misschien"] a').allInnerTexts();
    expect(links).toHaveLength(2);
    for (const met of links) {
      await registrar.page.goto(record);
      await fill(registrar.page, { met, reden: 'Zelfde naam, geboortedag en regio' }, '/samenvoegen');
      await registrar.page.getByText('Zelfde naam, geboortedag en regio').first().waitFor();
    }
    expect(await onLists(registrar, ALL_THREE)).toBe(before + 1);

    // withdrawn: the register reads nothing of it from that moment, and the overlap stays
    await youth.page.goto(byYouth);
    await fill(youth.page, {}, '/intrekken');
    await youth.page.getByText('CoMensha kan de gegevens niet meer lezen').waitFor();
    expect(await textOf(registrar, record)).toContain('toestemming ingetrokken');
    expect(await onLists(registrar, ALL_THREE)).toBe(before + 1);
    for (const visitor of [youth, care, police, registrar]) expect(visitor.complaints).toEqual([]);
  });

  it('counts who was reported without a name once, also when she agrees three months later', {
    timeout: 180_000,
  }, async () => {
    await using counsellor = await visitAs('aanmelder', { at: 'AM01', script: false });
    await using registrar = await visitAs('comensha-registratie', { at: 'COM', script: false });
    const path = await draft(counsellor, 'nameless', { aanmelder: 'ADV' });
    await send(counsellor.page, path);
    await takeIn(registrar);
    const counted = await onLists(registrar, 'Advocatuur');
    expect(counted).toBeGreaterThan(0);

    const later = addMonths(await today(registrar), 3);
    await moveClock(registrar, { to: later });

    await counsellor.page.goto(`${path}/naam`);
    const named = { naam: 'Noor Proef Fictief', geboortedatum: '7-8-1999', gegevenDoor: 'person', hoe: 'written' };
    await fill(counsellor.page, named, '/naam');
    await counsellor.page.getByText('naam toegevoegd op').waitFor();
    await takeIn(registrar);
    expect(await onLists(registrar, 'Advocatuur')).toBe(counted);
    for (const visitor of [counsellor, registrar]) expect(visitor.complaints).toEqual([]);
  });

  it('registers the good rows of a file, says of the bad one where it is wrong, and knows the file again', {
    timeout: 180_000,
  }, async () => {
    await using reporter = await visitAs('aanmelder', { at: 'AM01', script: false });
    const { page } = reporter;
    const rows = [
      'Eigen nummer;Manier;Aanmelder;Leeftijd',
      'e2e een;zonder naam;AMBUL;30',
      'e2e twee;zonder naam;AMBUL;oud',
    ];
    const file = { name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
    const bring = async () => {
      await page.goto('/registraties/inlezen');
      await page.locator('[name=bestand]').setInputFiles(file);
      await page.locator('main form[action$="/inlezen"] button[type=submit]').click();
      await page.waitForURL(/\/inlezen\/[0-9a-f-]{36}$/);
      return new URL(page.url()).pathname;
    };
    const path = await bring();
    const problem = page.getByRole('row').filter({ hasText: 'Leeftijd' });
    expect(await problem.innerText()).toMatch(/3/);
    await fill(page, { hoe: 'good' }, '/versturen');
    // in the background, within some seconds
    await expect
      .poll(async () => textOf(reporter, path), { timeout: 60_000, interval: 500 })
      .toMatch(/Verstuurd\s+1\b/);
    await bring();
    expect(await page.locator('main').innerText()).toMatch(/Al eerder aangemeld\s+1\b/);
    expect(reporter.complaints).toEqual([]);
  });
});
