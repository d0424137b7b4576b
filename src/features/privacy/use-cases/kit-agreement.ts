import { heading, list, paragraph, subheading, TO_FILL_IN, table } from '../../../platform/documents/blocks.ts';
import { kitDocument, measureRows, sayData, sayList, sayRetention, type WriteKit } from './kit-facts.ts';

/** The processing agreement (AVG article 28), with its annexes filled from the register. A draft: a lawyer has the last word. */
export const writeAgreement: WriteKit = (facts) => {
  const { organisation, activities, always, register } = facts;
  const all = [...activities, ...always];
  return kitDocument(
    facts,
    `Verwerkersovereenkomst In Beeld: ${organisation}`,
    'Concept voor een overeenkomst als bedoeld in AVG artikel 28, met bijlagen uit het verwerkingsregister',
    [
      heading('Lees dit eerst'),
      paragraph(
        'Dit is een concept. Gebruikt u de standaardverwerkersovereenkomst van de VNG? Neem dan alleen de bijlagen over. Laat uw jurist het nalezen voordat u tekent.',
      ),
      heading('Partijen'),
      paragraph(
        `${organisation}, verwerkingsverantwoordelijke, vertegenwoordigd door ${TO_FILL_IN};\nen ${TO_FILL_IN}, die In Beeld beheert, verwerker, vertegenwoordigd door ${TO_FILL_IN}.`,
      ),
      heading('Wat partijen afspreken'),
      subheading('1. Onderwerp en duur'),
      paragraph(
        `De verwerker verwerkt persoonsgegevens voor de verantwoordelijke, alleen voor de verwerkingen in bijlage 1. De overeenkomst geldt van ${TO_FILL_IN} tot ${TO_FILL_IN}.`,
      ),
      subheading('2. Alleen op instructie'),
      paragraph(
        'De verwerker doet niets met de gegevens buiten de schriftelijke instructies van de verantwoordelijke, tenzij de wet het verplicht. Vindt de verwerker een instructie in strijd met de wet, dan zegt hij dat meteen.',
      ),
      subheading('3. Geheimhouding'),
      paragraph(
        'Wie bij de verwerker met de gegevens werkt, is tot geheimhouding verplicht. Wie beheert, leest geen inhoud: de rollen voor beheer geven daar geen toegang toe.',
      ),
      subheading('4. Beveiliging'),
      paragraph('De verwerker treft de maatregelen van bijlage 2 en houdt ze op peil.'),
      subheading('5. Andere verwerkers'),
      paragraph(
        'De verwerker schakelt alleen de partijen in die in bijlage 3 staan. Een nieuwe partij meldt hij vooraf, zodat de verantwoordelijke bezwaar kan maken. Hij legt die partij dezelfde plichten op.',
      ),
      subheading('6. Hulp bij rechten van mensen'),
      paragraph(
        'Vraagt iemand om inzage, verbetering of wissen? Dan helpt de verwerker de verantwoordelijke om op tijd te antwoorden. Hij antwoordt niet zelf.',
      ),
      subheading('7. Datalekken'),
      paragraph(
        'De verwerker meldt een inbreuk zonder vertraging en uiterlijk binnen 24 uur nadat hij ervan weet, met wat hij dan weet. Mensen die het aangaat, worden pas benaderd nadat is nagegaan hoe dat veilig kan.',
      ),
      subheading('8. Einde'),
      paragraph(
        'Aan het eind geeft de verwerker de gegevens terug of wist hij ze, naar keuze van de verantwoordelijke, tenzij de wet bewaren verplicht. Hij bevestigt dat schriftelijk.',
      ),
      subheading('9. Controle'),
      paragraph(
        'De verwerker laat zien dat hij zich aan deze afspraken houdt en werkt mee aan een controle door of namens de verantwoordelijke.',
      ),
      heading('Ondertekening'),
      paragraph(
        `Namens ${organisation}: ${TO_FILL_IN}\nNamens de verwerker: ${TO_FILL_IN}\nPlaats en datum: ${TO_FILL_IN}`,
      ),
      heading('Bijlage 1. De verwerkingen'),
      table(
        'Verwerkingen die onder deze overeenkomst vallen',
        ['Verwerking', 'Betrokkenen', 'Gegevens', 'Bewaartermijn', 'Ontvangers'],
        all.map((activity) => [
          `${activity.id} ${activity.name}, versie ${activity.version}`,
          sayList(activity.dataSubjects),
          sayData(activity, register),
          sayRetention(activity),
          sayList(activity.sharedWith),
        ]),
        'Er zijn geen verwerkingen om te noemen.',
      ),
      heading('Bijlage 2. Beveiliging'),
      table('Maatregelen', ['Maatregel', 'Eis'], measureRows(all, register), 'Er zijn geen maatregelen om te noemen.'),
      heading('Bijlage 3. Andere verwerkers en plaats'),
      list(
        [
          `Hosting: ${TO_FILL_IN}. Land: ${TO_FILL_IN}.`,
          `Verzenden van e-mail: ${TO_FILL_IN}. In de e-mail staat alleen dat er iets klaarstaat.`,
          `Sleutels: ${TO_FILL_IN}.`,
          `Ondersteuning: ${TO_FILL_IN}.`,
        ],
        '',
      ),
    ],
  );
};
