import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** No answer of another system is larger than this, in bytes. */
const MOST_BYTES = 512 * 1024;
/** How long another system may take, in milliseconds. */
const PATIENCE_MS = 5_000;

/** The program does not call this address, or got no answer from it that it reads. Says nothing of what the answer held. */
export class OutboundRefused extends Error {}

/**
 * Addresses that belong to the machine or the network we stand in, not to the world (the IANA registries of special-purpose
 * addresses): an address that somebody filled in never reaches them.
 */
const INWARD = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  INWARD.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INWARD.addSubnet(net, bits, 'ipv6');

/** Whether this IP address may be called from here. */
export function isOutward(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  // an IPv4 address written as IPv6 is the IPv4 address
  const asFour = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (family === 6 && /^::ffff:/i.test(address) && !asFour) return false;
  return asFour ? !INWARD.check(asFour, 'ipv4') : !INWARD.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Looks a name up once, and refuses it when any of its addresses lies inward: what was judged is what is called. */
const outwardLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '');
    if (addresses.length === 0 || !addresses.every(({ address }) => isOutward(address)))
      return done(new OutboundRefused(`${hostname} lies inward`), '');
    if (options.all) return done(null, addresses);
    return done(null, addresses[0]!.address, addresses[0]!.family);
  });
};

export interface OutboundOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks another system; a redirect is an answer like any other and is not followed. @throws OutboundRefused */
export type OutboundFetch = (url: string, options?: OutboundOptions) => Promise<Response>;

/**
 * Calls only systems out in the world, over HTTPS. `allowed` names what may be called besides, as `host:port` or `host` (the
 * setting OUTBOUND_ALLOW): a system in the same network, or one beside the program in a trial, also without HTTPS.
 */
export function outboundFetch(allowed: readonly string[]): OutboundFetch {
  return (address, options = {}) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isAllowed = url !== undefined && (allowed.includes(url.host) || allowed.includes(url.hostname));
    if (!url) return refuse('no address');
    if (url.username !== '' || url.password !== '') return refuse('a password in the address');
    if (url.protocol !== 'https:' && !(isAllowed && url.protocol === 'http:')) return refuse('not https');
    const bare = url.hostname.replace(/^\[|\]$/g, '');
    // an address in digits is not looked up
    if (!isAllowed && isIP(bare) !== 0 && !isOutward(bare)) return refuse(`${bare} lies inward`);
    return call(url, options, isAllowed);
  };
}

const refuse = (why: string): Promise<never> => Promise.reject(new OutboundRefused(why));

function call(url: URL, { method = 'GET', headers, body, signal }: OutboundOptions, isAllowed: boolean) {
  return new Promise<Response>((answer, fail) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(
      url,
      {
        method,
        headers: { ...headers },
        agent: false,
        signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) : AbortSignal.timeout(PATIENCE_MS),
        ...(!isAllowed && { lookup: outwardLookup }),
      },
      (response) => readWhole(response).then((bytes) => answer(asResponse(response, bytes)), fail),
    );
    request.on('error', fail);
    request.end(body === undefined ? undefined : String(body));
  });
}

async function readWhole(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new OutboundRefused('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function asResponse({ statusCode = 502, headers }: IncomingMessage, bytes: Buffer): Response {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const each of [value ?? []].flat()) if (!name.startsWith(':')) kept.append(name, each);
  const isEmpty = [101, 204, 205, 304].includes(statusCode);
  return new Response(isEmpty ? null : new Uint8Array(bytes), { status: statusCode, headers: kept });
}
