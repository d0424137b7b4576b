import { parseHTML } from 'linkedom';

/** Somebody at the door who knows only HTTP: keeps cookies, reads pages, fills forms and sends them. No script, no browser. */
export class Visitor {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  async get(path: string): Promise<Answer> {
    return this.#ask(path, {});
  }

  async post(path: string, fields: Iterable<readonly [string, string]>): Promise<Answer> {
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams([...fields].map(([name, value]) => [name, value])),
    });
  }

  /** Sends a form of a page with the fields it holds, some of them filled in. */
  async send(form: Form, filled: ReadonlyMap<string, string>): Promise<Answer> {
    const untouched = form.fields
      .filter(({ name, kind, value }) => !filled.has(name) && (value !== '' || !['radio', 'checkbox'].includes(kind)))
      .map(({ name, value }) => [name, value] as const);
    const all = [...untouched, ...filled];
    if (!form.multipart) return this.post(form.action, all);
    const body = new FormData();
    for (const [name, value] of all) body.append(name, value);
    return this.#ask(form.action, { method: 'POST', body });
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const headers: Record<string, string> = {};
    if (this.#cookies.size > 0)
      headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.#base), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return { path, status: response.status, location: response.headers.get('location'), text: await response.text() };
  }
}

export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

export interface Field {
  readonly name: string;
  readonly value: string;
  readonly kind: string;
}

export interface Form {
  readonly action: string;
  readonly multipart: boolean;
  /** What a browser would send when nobody touched the form; a group of choices counts once. */
  readonly fields: readonly Field[];
}

/** The forms of a page that are sent with POST. */
export function formsOf(answer: Answer): Form[] {
  const { document } = parseHTML(answer.text);
  return [...document.querySelectorAll('form')]
    .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
    .map((form) => ({
      action: form.getAttribute('action') || answer.path,
      multipart: form.getAttribute('enctype') === 'multipart/form-data',
      fields: fieldsOf(form),
    }));
}

function fieldsOf(form: Element): Field[] {
  const fields = new Map<string, Field>();
  for (const element of form.querySelectorAll('input[name], select[name], textarea[name]')) {
    if (element.hasAttribute('disabled')) continue;
    const name = element.getAttribute('name')!;
    const kind = element.tagName === 'INPUT' ? (element.getAttribute('type') ?? 'text') : element.tagName.toLowerCase();
    if (kind === 'submit' || kind === 'file') continue;
    const known = fields.get(name);
    fields.set(name, {
      name,
      kind,
      value: untouchedValueOf(element, kind) ?? known?.value ?? '',
    });
  }
  return [...fields.values()];
}

function untouchedValueOf(element: Element, kind: string): string | undefined {
  if (kind === 'textarea') return element.textContent ?? '';
  if (kind === 'select') return element.querySelector('option[selected]')?.getAttribute('value') ?? undefined;
  if (kind === 'radio' || kind === 'checkbox') {
    return element.hasAttribute('checked') ? (element.getAttribute('value') ?? 'on') : undefined;
  }
  return element.getAttribute('value') ?? '';
}
