import { expect, test } from 'vitest';
import type { RouteConfig } from '../http/route-config.ts';
import { apiRoutes } from './api-routes.ts';

const api = {
  operationId: 'lezen',
  summary: 'Lezen',
  description: 'Leest.',
  tags: ['Zaken'],
  responses: { 200: { description: 'Goed.' } },
};
const config: RouteConfig = { access: 'public', purpose: 'geen', data: ['D0'] };

test('takes only routes that are described for other systems, and leaves out the HEAD beside a GET', () => {
  const routes = apiRoutes([
    { method: 'GET', path: '/gemeenten', config },
    { method: 'GET', path: '/api/v1/zaken', config: { ...config, api } },
    { method: 'HEAD', path: '/api/v1/zaken', config: { ...config, api } },
  ]);
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v1/zaken']);
});

test('a route for everybody is open, any other asks a token', () => {
  const routes = apiRoutes([
    { method: 'GET', path: '/api/v1/open', config: { ...config, api } },
    { method: 'GET', path: '/api/v1/mijn', config: { ...config, access: 'signed-in', api } },
    { method: 'GET', path: '/api/v1/rol', config: { ...config, access: ['analist'], api } },
  ]);
  expect(routes.map(({ security }) => security)).toEqual(['open', 'bearer', 'bearer']);
});
