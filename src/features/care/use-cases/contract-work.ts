import type { DueWork } from '../../../platform/runner/run-due.ts';
import { lastDayOf } from '../domain/offer.ts';
import { findOffers, holdOffer, writeTellAt } from '../persistence/offer-store.ts';
import { tellAfter } from './offers.ts';
import { CONTRACT_RUNS_OUT, OFFER_ENDS, tellMunicipalities } from './tell-municipalities.ts';

/** A contract runs out, or ran out: the municipalities of the offer hear it, as when somebody ends it. */
export const contractWork: DueWork = {
  kind: 'care.contract-runs-out',
  table: 'care.offer',
  dueColumn: 'tell_at',
  waiting: 'tell_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      if (!(await holdOffer(tx, tenantId, id))) return;
      const offers = await findOffers(tx, time.today, { organisationId: tenantId });
      const offer = offers.find((each) => each.id === id && !each.isFormer);
      const last = offer && lastDayOf(offer);
      if (!offer || !last) return writeTellAt(tx, tenantId, id, undefined);
      const isOver = last < time.today;
      await tellMunicipalities(tx, offer.municipalityIds, isOver ? OFFER_ENDS : CONTRACT_RUNS_OUT, time);
      await writeTellAt(tx, tenantId, id, isOver ? undefined : tellAfter(last));
    }),
};
