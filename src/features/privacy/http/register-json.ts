import type { ProcessingActivity, ProcessingRegister } from '../domain/processing-activity.ts';

/** The register for machines: Dutch names, as in the API. Nothing in it is about one organisation or person. */
export function registerJson(register: ProcessingRegister, inUse: ReadonlySet<string>) {
  return {
    titel: 'Verwerkingsregister van In Beeld',
    toelichting:
      'Voorstel dat de functionaris gegevensbescherming van elke organisatie bevestigt. Wat nog niemand bevestigde, staat in nogTeVerifieren.',
    gegevensklassen: register.dataClasses,
    maatregelen: register.measures.map(({ id, text, textEn, provenBy }) => ({
      id,
      naam: text,
      naamEngels: textEn,
      eisen: provenBy,
    })),
    verwerkingen: register.activities.map((activity) => ({
      ...activityJson(activity),
      inGebruik: inUse.has(activity.id),
    })),
    eerdereVersies: register.history.map(activityJson),
  };
}

function activityJson(activity: ProcessingActivity) {
  return {
    id: activity.id,
    versie: activity.version,
    geldigVanaf: activity.validFrom,
    naam: activity.name,
    naamEngels: activity.nameEn,
    uitleg: activity.plain.nl,
    uitlegEngels: activity.plain.en,
    verantwoordelijke: activity.controller,
    gezamenlijk: activity.joint,
    grondslag: activity.basis,
    betrokkenen: activity.dataSubjects,
    dataklassen: activity.dataClasses,
    beperking: activity.dataNote ?? null,
    bewaartermijn: activity.retention.map(({ what, period, from }) => ({
      wat: what,
      termijn: period ?? null,
      startpunt: from,
    })),
    ingezienDoor: activity.seenBy,
    ontvangers: activity.sharedWith,
    doorgifte: activity.transfer,
    maatregelen: activity.measures,
    vertrouwelijk: activity.confidential
      ? { reden: activity.confidential.why, tot: activity.confidential.until }
      : false,
    dpia: { nodig: activity.dpia.needed, reden: activity.dpia.why },
    stand: { on: 'aan', off: 'uit', planned: 'later' }[activity.state],
    nogTeVerifieren: activity.unverified.map((each) => UNVERIFIED_NAMES[each]),
  };
}

const UNVERIFIED_NAMES = {
  basis: 'grondslag',
  retention: 'bewaartermijn',
  dataClasses: 'dataklassen',
  confidentiality: 'vertrouwelijk',
  recipients: 'ontvangers',
} as const satisfies Record<ProcessingActivity['unverified'][number], string>;
