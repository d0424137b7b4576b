import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  answerBy,
  judgeAgreement,
  judgeAnswer,
  judgeErasure,
  judgeExtension,
  judgeProposal,
  neutralOn,
  type RightsRequest,
} from './rights-request.ts';

const request = (change: Partial<RightsRequest> = {}): RightsRequest => ({
  id: 'proef',
  kind: 'access',
  reference: 'Z-1',
  receivedOn: day('2027-01-31'),
  askedBy: 'self',
  contact: 'in-person',
  talk: 'own-wish',
  identity: 'document-seen',
  finding: 'held',
  dossierIds: ['dossier'],
  extendedOn: undefined,
  outcome: undefined,
  withheld: [],
  proposedBy: undefined,
  proposedByName: undefined,
  agreedByName: undefined,
  notice: undefined,
  erasedAt: undefined,
  answeredAt: undefined,
  ...change,
});
const proposed = (
  of: RightsRequest,
  outcome: NonNullable<RightsRequest['outcome']>,
  ...withheld: RightsRequest['withheld']
) => judgeProposal(of, { outcome, withheld });
const refusal = (code: string) => ({ ok: false, error: { code } });

describe('a request for rights', () => {
  it('is answered within a month, and within three when that was told in time', () => {
    expect(answerBy(request())).toBe('2027-02-28');
    expect(answerBy(request({ extendedOn: day('2027-02-10') }))).toBe('2027-04-30');
    expect(judgeExtension(request(), day('2027-02-28')).ok).toBe(true);
    expect(judgeExtension(request(), day('2027-03-01'))).toEqual(refusal('extension-too-late'));
    expect(judgeExtension(request({ extendedOn: day('2027-02-10') }), day('2027-02-11'))).toEqual(
      refusal('extended-before'),
    );
  });

  it('tells nothing before a talk alone with her and a look at who she is', () => {
    expect(proposed(request({ talk: undefined }), 'granted')).toEqual(refusal('talk-first'));
    expect(proposed(request({ identity: undefined }), 'granted')).toEqual(refusal('identity-first'));
    expect(proposed(request({ finding: undefined }), 'granted')).toEqual(refusal('search-first'));
    expect(proposed(request(), 'granted').ok).toBe(true);
  });

  it('says as much to who may be an offender as to who is not known, and on the same day', () => {
    for (const change of [{ finding: 'nothing' }, { finding: 'alleged' }, { talk: 'not-own-wish' }] as const) {
      const one = request(change);
      expect(proposed(one, 'granted')).toEqual(refusal('must-stay-neutral'));
      expect(proposed(one, 'refused', 'investigation')).toEqual(refusal('must-stay-neutral'));
      expect(proposed(one, 'neutral').ok).toBe(true);
      const agreed = { ...one, outcome: 'neutral', agreedByName: 'Voorbeeld (fictief)' } as const;
      expect(judgeAnswer(agreed, day('2027-02-27'))).toEqual(refusal('answer-too-early'));
      expect(judgeAnswer(agreed, day('2027-02-28')).ok).toBe(true);
    }
    expect(neutralOn(day('2027-01-31')) <= answerBy(request())).toBe(true);
    expect(proposed(request(), 'neutral')).toEqual(refusal('neutral-not-needed'));
  });

  it('withholds only with a ground, and never alone', () => {
    expect(proposed(request(), 'partly')).toEqual(refusal('ground-missing'));
    expect(proposed(request(), 'partly', 'others').ok).toBe(true);
    const waiting = request({ outcome: 'partly', proposedBy: 'een' });
    expect(judgeAgreement(waiting, 'een')).toEqual(refusal('own-proposal'));
    expect(judgeAgreement(waiting, 'twee').ok).toBe(true);
    expect(judgeAgreement(request(), 'twee')).toEqual(refusal('nothing-proposed'));
    expect(judgeAnswer(waiting, day('2027-02-28'))).toEqual(refusal('second-first'));
  });

  it('erases what was asked and granted by two, once, and is answered after that', () => {
    const granted = request({ kind: 'erase', outcome: 'granted', agreedByName: 'Voorbeeld (fictief)' });
    expect(judgeErasure(granted)).toEqual({ ok: true, value: undefined });
    expect(judgeErasure({ ...granted, kind: 'access' })).toEqual(refusal('not-to-erase'));
    expect(judgeErasure({ ...granted, outcome: 'partly' })).toEqual(refusal('not-to-erase'));
    expect(judgeErasure({ ...granted, agreedByName: undefined })).toEqual(refusal('second-first'));
    const erased = { ...granted, erasedAt: new Date('2027-02-01T12:00:00Z') };
    expect(judgeErasure(erased)).toEqual(refusal('erased-before'));
    expect(proposed(erased, 'refused', 'law')).toEqual(refusal('erased-before'));
    expect(judgeAnswer(granted, day('2027-02-28'))).toEqual(refusal('erase-first'));
    expect(judgeAnswer(erased, day('2027-02-28')).ok).toBe(true);
  });

  it('of an organisation that erased what it shared needs no talk here, and a ground of its own to be refused', () => {
    const notice = { ids: ['bericht'], senderName: 'Gemeente Voorbeeld' };
    const asked = {
      kind: 'erase',
      askedBy: 'sender',
      contact: 'sender',
      talk: undefined,
      identity: undefined,
    } as const;
    const told = request({ ...asked, notice });
    expect(proposed(told, 'granted').ok).toBe(true);
    expect(proposed(told, 'refused', 'investigation')).toEqual(refusal('ground-missing'));
    expect(proposed(told, 'refused', 'own').ok).toBe(true);
    // that nothing is left is no secret for who shared it
    expect(proposed(request({ ...asked, notice, finding: 'nothing', dossierIds: [] }), 'granted').ok).toBe(true);
    expect(proposed(request({ ...asked, askedBy: 'self', notice: undefined }), 'granted')).toEqual(
      refusal('talk-first'),
    );
    // a person's own request is not refused on what is a receiver's
    expect(proposed(request({ kind: 'erase' }), 'refused', 'own')).toEqual(refusal('ground-missing'));
  });
});
