import { GRANT_ROLE, INVITE_PERSON } from '../features/accounts/index.ts';
import { CHECK_REFERRAL } from '../features/care/index.ts';
import { RELEASE_FIGURES } from '../features/insight/index.ts';
import { CHECK_EMERGENCY, GRANT_REPORTER_KIND, YEARLY_DELIVERY } from '../features/registration/index.ts';
import { CHECK_PLACING } from '../features/shelter/index.ts';
import { CLOSE_REPORT, LOWER_ACUTE, NAME_READER } from '../features/signals/index.ts';
import { type ApprovalKinds, approvalKinds } from '../platform/approvals/approval-kind.ts';
import { liftExclusionKind } from '../platform/dossiers/lift-exclusion.ts';
import { SETTLE_TERM } from '../platform/retention/settle-term.ts';
import { ROLES } from '../shared-kernel/role.ts';
import { POLICY } from './access-matrix.ts';

/** Everything in the product that nobody does alone. A feature with such a deed adds its kind here. */
export const APPROVAL_KINDS: ApprovalKinds = approvalKinds([
  GRANT_ROLE,
  INVITE_PERSON,
  liftExclusionKind(ROLES.filter((role) => POLICY.worksOnDossiers(role))),
  RELEASE_FIGURES,
  SETTLE_TERM,
  LOWER_ACUTE,
  CLOSE_REPORT,
  NAME_READER,
  CHECK_EMERGENCY,
  CHECK_REFERRAL,
  CHECK_PLACING,
  YEARLY_DELIVERY,
  GRANT_REPORTER_KIND,
]);
