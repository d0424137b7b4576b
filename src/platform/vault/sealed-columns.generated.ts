/** Made by `npm run gen` from the register of tables (src/app/tables/). */

/** Every column whose content is sealed. */
export type SealedColumn =
  | 'accounts.identity_provider.client_key'
  | 'accounts.late_form.sealed'
  | 'care.case_event.content'
  | 'care.case_file.content'
  | 'care.case_file.identity'
  | 'care.safety.content'
  | 'exchange.message.content'
  | 'files.file.sealed'
  | 'registration.bulk.rows'
  | 'registration.call.content'
  | 'registration.call.help_content'
  | 'registration.delivery.content'
  | 'registration.delivery.identity'
  | 'registration.help_request.content'
  | 'registration.help_request.identity'
  | 'registration.question.answer'
  | 'registration.question.note'
  | 'registration.registration.content'
  | 'registration.registration.identity'
  | 'shelter.unit.address'
  | 'signals.closure.place'
  | 'signals.consultation.advice'
  | 'signals.consultation.question'
  | 'signals.enrichment.note'
  | 'signals.identity.content'
  | 'signals.inspection.place'
  | 'signals.leaving_answer.not_told_because'
  | 'signals.offender_note.content'
  | 'signals.question.answer'
  | 'signals.signal_report.interpretation'
  | 'signals.signal_report.observation'
  | 'signals.signal_report.place'
  | 'signals.signal_report.said_by_other'
  | 'signals.signal_report.said_by_person'
  | 'signals.signal_report.source_reach'
  | 'signals.weighing.because';

/** Every sealed column that can be found by a blind index. */
export type BlindIndexColumn =
  | 'registration.delivery.identity'
  | 'signals.closure.place'
  | 'signals.identity.content'
  | 'signals.inspection.place'
  | 'signals.signal_report.place';
