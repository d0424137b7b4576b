import { z } from 'zod';
import { err, ok } from '../../shared-kernel/result.ts';
import type { Role } from '../../shared-kernel/role.ts';
import { APPROVAL_HOURS, type ApprovalKind } from '../approvals/approval-kind.ts';
import { DOSSIER_SUBJECT, endLine, linesOf } from './give-access.ts';
import { holds } from './judge-access.ts';

/** Which exclusion is to be lifted: of whom, from which dossier. */
export interface LiftExclusion {
  readonly dossierId: string;
  readonly personId: string;
  readonly personName: string;
}

/**
 * Letting somebody back in a dossier from which she was excluded: asked by who works on dossiers, agreed by the officer for data
 * protection. The one it is about asks nor decides.
 */
export function liftExclusionKind(requesters: readonly Role[]): ApprovalKind<LiftExclusion> {
  return {
    kind: 'privacy.lift-exclusion',
    label: 'Een buitensluiting opheffen',
    effect: 'Deze collega kan daarna weer aan het dossier worden toegewezen. Zij krijgt het niet vanzelf terug.',
    payload: z.object({ dossierId: z.uuid(), personId: z.uuid(), personName: z.string().min(1) }),
    show: ({ dossierId, personName }) => [
      { label: 'Wie', value: personName },
      { label: 'Dossier', value: dossierId },
    ],
    requesters,
    deciders: ['fg'],
    hours: APPROVAL_HOURS,
    async execute(tx, request, decider, time) {
      const { dossierId, personId } = request.payload;
      if (personId === decider.personId || personId === request.requestedBy.personId)
        return err({ code: 'lifts-own-exclusion' });
      const lines = await linesOf(tx, request.tenantId, dossierId, personId);
      const held = lines.filter((line) => line.kind === 'excluded' && holds(line, time.now));
      if (held.length === 0) return err({ code: 'not-excluded' });
      for (const { id } of held)
        await endLine(tx, { organisationId: request.tenantId, personName: decider.personName }, id, time.now);
      return ok({ subject: { kind: DOSSIER_SUBJECT, id: dossierId } });
    },
  };
}
