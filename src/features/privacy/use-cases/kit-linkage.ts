import { heading, list, paragraph } from '../../../platform/documents/blocks.ts';
import type { Block } from '../../../platform/documents/document-tree.ts';

/**
 * What recognising somebody in the national register gives away, for the DPIA of whoever keeps or feeds it. Stated as it is, also
 * where it is uncomfortable: whether it is acceptable is for people to weigh.
 */
export const LINKAGE_BLOCKS: readonly Block[] = [
  heading('Herkennen van dezelfde persoon in het landelijke register'),
  paragraph(
    'CoMensha telt mensen, geen aanmeldingen. Daarom vergelijkt In Beeld bij CoMensha elke aanmelding met de andere. Het voegt nooit zelf iets samen: een medewerker ziet wie misschien dezelfde is en waarom, zonder de naam, en beslist. «Niet dezelfde» wordt onthouden. Punten gaan over twee aanmeldingen en nooit over een persoon.',
  ),
  list(
    [
      'Om te vinden wat op elkaar lijkt, staan bij een naam vijf merken in de tabel registration.linkage_token: van de geboortedatum, van hoogstens drie namen zoals zij klinken met het geboortejaar, en van twee namen samen. Wat niet bekend is, wordt met toeval aangevuld, zodat het aantal niets zegt.',
      'De merken zijn gemaakt met een sleutel die alleen hiervoor is (vault.linkage_key). Die staat los van de sleutels van organisaties, en alleen het werk dat vergelijkt krijgt haar.',
      'Wat de merken verraden zonder de sleutel: welke registraties een merk delen, dus dat twee mensen waarschijnlijk een geboortedatum of een naam met geboortejaar gemeen hebben, en hoe vaak een merk voorkomt. Een merk dat heel vaak voorkomt, wijst op een veelvoorkomende naam of op 1 januari. Wie de namen en geboortedatums van een groep mensen al kent, kan uit het patroon raden wie erbij zit.',
      'Wat de merken verraden met de sleutel: wie de sleutel én de database heeft, kan van een naam en geboortedatum nagaan of die in het register voorkomt, zonder een dossier te openen.',
      'Het werk opent per aanmelding hoogstens tweeduizend andere aanmeldingen. Geen mens ziet daar iets van, en daarom komt er geen regel per persoon in het logboek van verwerkingen. Wat ervan overblijft, staat in registration.candidate: welke twee registraties, welke redenen en hoeveel punten. Ook dat is een gegeven over twee mensen.',
      'Aanmeldingen zonder naam worden vergeleken op geslacht, nationaliteit, leeftijdsgroep, vorm, regio en maand. Dat is nooit meer dan «mogelijk dezelfde».',
      'Wordt toestemming ingetrokken, dan wordt vanaf dat moment niets ervan gebruikt. De merken, de gevonden paren en de beslissingen daarover worden gewist met de naam waarvan zij zijn gemaakt. Uit elkaar halen brengt niets terug dat is gewist.',
    ],
    '',
  ),
];
