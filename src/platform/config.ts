import { join, resolve } from 'node:path';
import type { ClamdAddress } from './files/clamd.ts';

/** What the environment asks of this process. Names and defaults: docs/koppelvlak.md. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAdminUrl: string | undefined;
  readonly demoAsked: boolean | undefined;
  readonly seedSize: SeedSize;
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly publicUrl: string | undefined;
  /** Where somebody who found a hole tells it: an address of a page or of mail. */
  readonly securityContact: string | undefined;
  /** A virus scanner that looks at photographs before anybody else does. */
  readonly clamd: ClamdAddress | undefined;
  /** Systems that the program may call although they are not out in the world over HTTPS: `host:port` or `host`. */
  readonly outboundAllow: readonly string[];
  /** The file with the master key; made at the first start when it is not there. */
  readonly keyFile: string;
  readonly keyFileWasSet: boolean;
  /** A key service that holds the master key instead, with the name of the key in it and the file with the token to ask with. */
  readonly keyService: { readonly url: string; readonly keyName: string; readonly tokenFile: string } | undefined;
  /** Backups that the process makes by itself; undefined when somebody else sees to that. */
  readonly backups: BackupSettings | undefined;
  /** Where figures about the process are read, apart from its visitors; undefined when nobody asked for them. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
}

export interface BackupSettings {
  /** Where the data go, and where the keys: two places, so that nobody finds both in one. */
  readonly folder: string;
  readonly keysFolder: string;
  readonly everyHours: number;
  /** How long the data are kept; keys never longer than 35 days. */
  readonly keepDays: number;
}

export const SEED_SIZES = ['klein', 'land', 'groot', 'register', 'leeg'] as const;
export type SeedSize = (typeof SEED_SIZES)[number];
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The configuration cannot be used; the message says in Dutch which setting and what it accepts. Ends in exit code 2. */
export class ConfigurationError extends Error {}

/** Reads the environment. @throws ConfigurationError naming every wrong setting at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push(`PORT moet een poortnummer zijn (0–65535), niet "${env.PORT}"`);
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = env[name] || fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    wrong.push(`${name} moet een van ${allowed.join(', ')} zijn, niet "${value}"`);
    return fallback;
  };
  const yesOrNo = (name: string): boolean | undefined => {
    const value = env[name];
    if (value === undefined || value === '') return undefined;
    if (['1', 'ja', 'true'].includes(value)) return true;
    if (['0', 'nee', 'false'].includes(value)) return false;
    wrong.push(`${name} moet 1 of 0 zijn, niet "${value}"`);
    return undefined;
  };
  const url = (name: string): string | undefined => {
    const value = env[name];
    if (!value) return undefined;
    if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
    wrong.push(`${name} moet een adres zijn dat met postgres:// begint`);
    return undefined;
  };
  /** An address that begins with one of these schemes. */
  const addressIn = (name: string, schemes: readonly string[]): string | undefined => {
    const value = env[name];
    if (!value) return undefined;
    if (URL.canParse(value) && schemes.includes(new URL(value).protocol) && new URL(value).hostname !== '')
      return value;
    wrong.push(`${name} moet een adres zijn dat met ${schemes.map((scheme) => `${scheme}//`).join(' of ')} begint`);
    return undefined;
  };
  const keyService = (): Config['keyService'] => {
    const address = env.KEY_SERVICE;
    if (!address) return undefined;
    const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' };
    if (protocol !== 'https:' && !(protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)))
      wrong.push('KEY_SERVICE moet een adres zijn dat met https:// begint, zoals https://kluis.gemeente.nl/v1/transit');
    const keyName = env.KEY_SERVICE_KEY || 'in-beeld';
    if (!/^[\w-]{1,60}$/.test(keyName)) wrong.push(`KEY_SERVICE_KEY is de naam van een sleutel, niet "${keyName}"`);
    if (!env.KEY_SERVICE_TOKEN_FILE)
      wrong.push('KEY_SERVICE vraagt ook KEY_SERVICE_TOKEN_FILE: het bestand met de toegangscode van de sleuteldienst');
    return { url: address.replace(/(?<!\/)\/+$/, ''), keyName, tokenFile: resolve(env.KEY_SERVICE_TOKEN_FILE || '.') };
  };
  const clamd = (): ClamdAddress | undefined => {
    const value = env.CLAMD;
    if (!value) return undefined;
    const read = /^(?:tcp:\/\/)?([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})$/.exec(value);
    const at = Number(read?.[2]);
    if (read && at >= 1 && at <= 65535) return { host: read[1]!.replace(/^\[|\]$/g, ''), port: at };
    wrong.push(`CLAMD moet het adres van de virusscanner zijn, zoals 127.0.0.1:3310, niet "${value}"`);
    return undefined;
  };
  const securityContact = (): string | undefined => {
    const value = env.SECURITY_CONTACT;
    if (!value || /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(value)) return value || undefined;
    wrong.push(`SECURITY_CONTACT moet met mailto: of https:// beginnen, niet "${value}"`);
    return undefined;
  };
  const outboundAllow = (): readonly string[] => {
    const hosts = (env.OUTBOUND_ALLOW ?? '').split(',').map((each) => each.trim().toLowerCase());
    const named = hosts.filter((each) => each !== '');
    for (const each of named)
      if (!/^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/.test(each))
        wrong.push(
          `OUTBOUND_ALLOW noemt systemen als inloggen.gemeente.nl of 127.0.0.1:8080, met komma's ertussen; niet "${each}"`,
        );
    return named;
  };
  const backups = (): BackupSettings | undefined => {
    const [folder, keysFolder] = [env.BACKUP_DIR, env.BACKUP_KEYS_DIR];
    if (!folder && !keysFolder) return undefined;
    if (!folder || !keysFolder || resolve(folder) === resolve(keysFolder))
      wrong.push(
        'BACKUP_DIR en BACKUP_KEYS_DIR horen bij elkaar: twee verschillende mappen, liefst op verschillende plekken',
      );
    const whole = (name: string, fallback: number, most: number) => {
      const value = Number(env[name] || fallback);
      if (!Number.isInteger(value) || value < 1 || value > most)
        wrong.push(`${name} moet een geheel getal zijn van 1 tot ${most}, niet "${env[name]}"`);
      return value;
    };
    return {
      folder: resolve(folder ?? '.'),
      keysFolder: resolve(keysFolder ?? '.'),
      everyHours: whole('BACKUP_EVERY_HOURS', 24, 24 * 7),
      keepDays: whole('BACKUP_KEEP_DAYS', 35, 3650),
    };
  };
  const metrics = (): Config['metrics'] => {
    if (!env.METRICS_PORT) return undefined;
    const at = Number(env.METRICS_PORT);
    if (!Number.isInteger(at) || at < 0 || at > 65535 || (at === port && at !== 0))
      wrong.push(`METRICS_PORT moet een andere poort zijn dan PORT (0–65535), niet "${env.METRICS_PORT}"`);
    return { host: env.METRICS_HOST || '127.0.0.1', port: at };
  };
  const config: Config = {
    port,
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(env.DATA_DIR || '.data'),
    databaseUrl: url('DATABASE_URL'),
    databaseAdminUrl: url('DATABASE_ADMIN_URL'),
    demoAsked: yesOrNo('DEMO'),
    seedSize: oneOf('SEED', SEED_SIZES, 'klein'),
    rateLimits: oneOf('RATE_LIMITS', ['on', 'off'] as const, 'on') === 'on',
    trustProxy: yesOrNo('TRUST_PROXY') ?? false,
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    smtpUrl: addressIn('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env.MAIL_FROM || 'niet-beantwoorden@in-beeld.invalid',
    securityContact: securityContact(),
    publicUrl: addressIn('PUBLIC_URL', ['https:', 'http:']),
    clamd: clamd(),
    outboundAllow: outboundAllow(),
    keyFileWasSet: Boolean(env.KEY_FILE),
    keyFile: resolve(env.KEY_FILE || join(env.DATA_DIR || '.data', 'sleutel')),
    keyService: keyService(),
    backups: backups(),
    metrics: metrics(),
  };
  if (wrong.length > 0) throw new ConfigurationError(wrong.join('\n'));
  return config;
}
