/** The one field of the form that carries what the key answered. */
const ANSWER = 'antwoord';

/**
 * Asks a key of the person to answer the question that the form carries, and sends the form with the answer. What cannot be done is
 * said on the page. Without this script the page says whom to ask: a key answers a script alone (WebAuthn).
 */
export function askPasskeys(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    if (!root.defaultView?.PublicKeyCredential) say(root, 'missing');
    else form.addEventListener('submit', (event) => answerFirst(root, form, event));
  }
}

function answerFirst(root: Document, form: HTMLFormElement, event: Event): void {
  const field = form.elements.namedItem(ANSWER) as HTMLInputElement;
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  ask(form.dataset.passkey!, JSON.parse(form.dataset.passkeyQuestion!)).then(
    (answer) => {
      field.value = JSON.stringify(answer);
      form.submit();
    },
    (problem: unknown) => {
      form.ariaBusy = null;
      say(root, problem instanceof DOMException && problem.name === 'InvalidStateError' ? 'known' : 'stopped');
    },
  );
}

/** Shows what went wrong, and brings a reader there. */
function say(root: Document, what: string): void {
  for (const message of root.querySelectorAll<HTMLElement>('[data-passkey-says]')) {
    message.hidden = message.dataset.passkeySays !== what;
    if (!message.hidden) message.focus();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the question comes from our own page, in the form of the standard
async function ask(kind: string, question: any): Promise<unknown> {
  const challenge = bytesOf(question.challenge);
  const known = (list: { id: string }[] = []) => list.map((each) => ({ ...each, id: bytesOf(each.id) }));
  const credential = (
    kind === 'make'
      ? await navigator.credentials.create({
          publicKey: {
            ...question,
            challenge,
            user: { ...question.user, id: bytesOf(question.user.id) },
            excludeCredentials: known(question.excludeCredentials),
          },
        })
      : await navigator.credentials.get({ publicKey: { ...question, challenge } })
  ) as PublicKeyCredential | null;
  if (!credential) throw new Error('no key');
  const { id, rawId, type } = credential;
  return { id, rawId: textOf(rawId), type, response: partsOf(credential.response), clientExtensionResults: {} };
}

/** What a key answered, as text. */
function partsOf(response: AuthenticatorResponse): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    const part = (response as unknown as Record<string, ArrayBuffer | null | undefined>)[name];
    if (part) parts[name] = textOf(part);
  }
  return parts;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

askPasskeys(document);
