import { parseHTML } from 'linkedom';
import { type FilledForm, formOf } from './app.ts';

/** A visitor of a running product without a browser: reads pages, fills in forms and sends them over HTTP. */
export class Browserless {
  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Signs in to a demo. */
  static async signIn(url: string, role: string, organisation: string): Promise<Browserless> {
    const answer = await fetch(`${url}/demo/aanmelden`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ rol: role, organisatie: organisation }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`no session: ${answer.status}`);
    return new Browserless(url, cookie);
  }

  /** The same visitor at another process. */
  at(url: string): Browserless {
    return new Browserless(url, this.cookie);
  }

  get(path: string): Promise<Response> {
    return fetch(this.url + path, { redirect: 'manual', headers: { cookie: this.cookie, accept: 'text/html' } });
  }

  async form(path: string, action?: string): Promise<FilledForm> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return formOf(parseHTML(await answer.text()).document as unknown as Document, action);
  }

  send(form: FilledForm): Promise<Response> {
    return fetch(this.url + form.action, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, accept: 'text/html' },
      body: new URLSearchParams(form.fields),
    });
  }

  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    field: string,
    name: string,
    bytes: Buffer,
  ): Promise<Response> {
    const body = new FormData();
    for (const [key, value] of Object.entries(fields)) body.append(key, value);
    body.append(field, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
    return fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, accept: 'text/html' },
      body,
    });
  }
}
