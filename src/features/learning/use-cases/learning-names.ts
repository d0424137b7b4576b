/** How the audit log, the deadlines and the retention name the records of learning. */
export const TEAM_SUBJECT = 'learning.team';
export const TRAINEE_SUBJECT = 'learning.trainee';
export const CERTIFICATE_SUBJECT = 'learning.certificate';
export const PROGRESS_SUBJECT = 'learning.progress';
export const ATTEMPT_SUBJECT = 'learning.recognition_attempt';
export const CAMPAIGN_SUBJECT = 'learning.campaign_entry';
