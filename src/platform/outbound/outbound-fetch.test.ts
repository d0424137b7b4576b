import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import {
  EXPIRED_CERTIFICATE,
  HOLDING_CERTIFICATE,
  TRIAL_AUTHORITY,
  TRIAL_KEY,
} from '../../../test/support/certificates.ts';
import { isOutward, OutboundRefused, outboundFetch } from './outbound-fetch.ts';

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    '2002:7f00:1::',
    'localhost',
    '0x7f.1',
  ])('%s lies inward', (address) => expect(isOutward(address)).toBe(false));

  it.each([
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '::ffff:1.1.1.1',
  ])('%s lies outward', (address) => expect(isOutward(address)).toBe(true));
});

describe('calling out', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  async function serve(listener: RequestListener) {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return (server.address() as AddressInfo).port;
  }

  it.each([
    'http://example.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://localhost/',
    'https://user:secret@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'no address',
  ])('refuses %s', async (address) => {
    await expect(outboundFetch([])(address)).rejects.toThrow(OutboundRefused);
  });

  it('reaches a system beside the program only when it is allowed by name and port', async () => {
    let asked = 0;
    const port = await serve((request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ method: request.method }));
    });
    const address = `http://127.0.0.1:${port}/x`;
    await expect(outboundFetch([`127.0.0.1:${port + 1}`])(address)).rejects.toThrow(OutboundRefused);
    expect(asked).toBe(0);
    const answer = await outboundFetch([`127.0.0.1:${port}`])(address, { method: 'POST', body: 'a=1' });
    expect(await answer.json()).toEqual({ method: 'POST' });
    expect(asked).toBe(1);
  });

  it('takes a certificate that holds, and none that has expired or that nobody trusts', async () => {
    const own = getCACertificates('default');
    const asked = async (cert: string, trusted: readonly string[]) => {
      const server = createSecureServer({ key: TRIAL_KEY, cert }, (_, response) => void response.end('antwoord'));
      servers.push(server);
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      const { port } = server.address() as AddressInfo;
      setDefaultCACertificates([...own, ...trusted]);
      try {
        const answer = await outboundFetch([`127.0.0.1:${port}`])(`https://127.0.0.1:${port}/`);
        return await answer.text();
      } catch (error) {
        return (error as { code?: string }).code;
      } finally {
        setDefaultCACertificates([...own]);
      }
    };
    expect(await asked(HOLDING_CERTIFICATE, [TRIAL_AUTHORITY])).toBe('antwoord');
    expect(await asked(EXPIRED_CERTIFICATE, [TRIAL_AUTHORITY])).toBe('CERT_HAS_EXPIRED');
    expect(await asked(HOLDING_CERTIFICATE, [])).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/inward' }).end();
    });
    const answer = await outboundFetch([`127.0.0.1:${port}`])(`http://127.0.0.1:${port}/first`);
    expect(answer.status).toBe(302);
    expect(paths).toEqual(['/first']);
  });

  it('reads no answer without end', async () => {
    const port = await serve((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(64 * 1024))) if (response.destroyed) return;
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    });
    await expect(outboundFetch([`127.0.0.1:${port}`])(`http://127.0.0.1:${port}/`)).rejects.toThrow(OutboundRefused);
  });
});
