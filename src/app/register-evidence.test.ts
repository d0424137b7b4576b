import { expect, test } from 'vitest';
import type { TableRegister } from '../platform/db/table-register.ts';
import type { RouteEntry } from '../platform/http/route-config.ts';
import { evidenceOf } from './register-evidence.ts';

const tables: TableRegister = {
  'proef.signaal': {
    class: 'tenant',
    activity: 'VA-02',
    alsoFor: ['VA-09'],
    columns: { tenant_id: 'D0', code: 'D2', content: 'D3' },
    sealed: ['content'],
  },
  'proef.ander': { class: 'tenant', activity: 'VA-13', columns: { score: 'D12' } },
};
const route = (purpose: string, demoOnly = false) =>
  ({ method: 'GET', path: '/proef', config: { access: 'public', purpose, data: ['D0'], demoOnly } }) as RouteEntry;

test('evidence counts the addresses of the activities and names their columns, those that serve a second one included', () => {
  const routes = [route('VA-02'), route('VA-09'), route('VA-13'), route('VA-02', true), route('geen')];
  expect(evidenceOf(['VA-02'], routes, tables)).toEqual({
    addresses: 1,
    columns: [
      { name: 'proef.signaal.code', dataClass: 'D2', isSealed: false },
      { name: 'proef.signaal.content', dataClass: 'D3', isSealed: true },
    ],
  });
  expect(evidenceOf(['VA-02', 'VA-09'], routes, tables)).toMatchObject({ addresses: 2, columns: { length: 2 } });
  expect(evidenceOf(['VA-05'], routes, tables)).toEqual({ addresses: 0, columns: [] });
});

test('what identifies a person, says where she is or what a dossier holds is sealed wherever the product keeps it', () => {
  const all = evidenceOf(['VA-01', 'VA-02', 'VA-07', 'VA-09', 'VA-10'], []);
  expect(all.columns.length).toBeGreaterThan(50);
  const open = all.columns.filter(
    ({ dataClass, isSealed }) => ['D4', 'D5', 'D6', 'D7'].includes(dataClass) && !isSealed,
  );
  expect(open.filter(({ name }) => !/_index$/.test(name))).toEqual([]);
});
