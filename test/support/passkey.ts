import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

/** What a key of a test does otherwise than a good one. */
export interface Forgery {
  readonly challenge?: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  /** The flags of the authenticator data: UP, UV. */
  readonly flags?: number;
  readonly counter?: number;
  readonly credentialId?: string;
  /** Whose key it says it is; null leaves that out. */
  readonly handle?: string | null;
  readonly signWith?: KeyObject;
  /** Changes what was signed, after it was signed. */
  readonly after?: (parts: { authenticatorData: Buffer; clientData: Buffer }) => {
    authenticatorData: Buffer;
    clientData: Buffer;
  };
}

export const PRESENT_ONLY = UP;

/** A key of software (ES256), which answers as an authenticator does, and as none should. */
export class SoftwarePasskey {
  readonly credentialId: string;
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  handle = '';
  counter = 0;

  constructor(
    private readonly site: { readonly origin: string; readonly rpId: string },
    credentialId = randomBytes(32).toString('base64url'),
  ) {
    this.credentialId = credentialId;
  }

  /** Answers the question to make it, as the page carries it. */
  make(question: { challenge: string; user: { id: string } }, forgery: Forgery = {}): string {
    this.handle = question.user.id;
    const id = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const head = this.#data(forgery, AT, 0);
    const data = Buffer.concat([head, Buffer.alloc(16), length, id, this.#cose()]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      Buffer.from([0x59, data.length >> 8, data.length & 255]),
      data,
    ]);
    return JSON.stringify({
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      response: {
        clientDataJSON: this.#client('webauthn.create', question.challenge, forgery).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
      clientExtensionResults: {},
    });
  }

  /** Answers the question to use it. */
  use(question: { challenge: string }, forgery: Forgery = {}): string {
    let authenticatorData = this.#data(forgery, 0, forgery.counter ?? ++this.counter);
    let clientData = this.#client('webauthn.get', question.challenge, forgery);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    const signature = sign('sha256', signed, forgery.signWith ?? this.#pair.privateKey);
    if (forgery.after) ({ authenticatorData, clientData } = forgery.after({ authenticatorData, clientData }));
    const id = forgery.credentialId ?? this.credentialId;
    const handle = forgery.handle === undefined ? this.handle : forgery.handle;
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(handle !== null && { userHandle: handle }),
      },
      clientExtensionResults: {},
    });
  }

  #client(type: string, challenge: string, forgery: Forgery): Buffer {
    const said = {
      type: forgery.type ?? type,
      challenge: forgery.challenge ?? challenge,
      origin: forgery.origin ?? this.site.origin,
      crossOrigin: forgery.crossOrigin ?? false,
    };
    return Buffer.from(JSON.stringify(said));
  }

  #data(forgery: Forgery, more: number, counter: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const rp = createHash('sha256')
      .update(forgery.rpId ?? this.site.rpId)
      .digest();
    return Buffer.concat([rp, Buffer.from([(forgery.flags ?? UP | UV) | more]), count]);
  }

  #cose(): Buffer {
    const { x, y } = this.#pair.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x!, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y!, 'base64url'),
    ]);
  }
}

/** A short text as CBOR writes it. */
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
