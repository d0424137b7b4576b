/**
 * Parts of names, common in the languages of people whom the register counts most, from which names of people who do not exist are put
 * together. Written by ourselves, from general knowledge; not taken from any list of persons. In the spelling that an English-minded
 * clerk uses (Arabic, Hausa), or that of the language itself (Vietnamese, Romanian, Yoruba, Igbo, Edo).
 */
export interface NameParts {
  readonly nationality: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly family: readonly string[];
  /** Family names are as often put together of a begin and an end, so that as few people share one as do in life. */
  readonly composed: readonly (readonly [begins: readonly string[], ends: readonly string[]])[];
  /** Between the two; empty where nobody has one. */
  readonly middle: readonly string[];
  /** A family name that so great a share carries, as Nguyễn among Vietnamese people. */
  readonly firstFamilyShare: number;
  /** Of how many the birthday is written down as 1 January. Our own guess. */
  readonly firstOfJanuary: number;
  readonly familyFirst: boolean;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const NAME_PARTS = {
  arabic: {
    nationality: ['MA', 'SY', 'IQ', 'DZ', 'EG', 'SD', 'TN', 'YE'],
    women:
      words(`Fatima Khadija Aisha Zaynab Maryam Nour Samira Karima Latifa Rachida Naima Hanan Yasmin Salma Souad Hafsa Loubna Sanaa Ilham Zakia Farida Hind Bouchra Mouna Rim Amal Sawsan Ghada Manal Abir Dalal Amina Malika
      Jamila Zahra Nadia Halima Sumaya Rania Layla Huda Iman Asma Najat Wafa Ikram Shaima Dunya Ghizlan Basma Rabia Siham Hayat Nawal Wissal`),
    men: words(`Mohammed Ahmed Youssef Hussein Hassan Khalid Rashid Karim Jamal Mustafa Omar Ibrahim Bilal Tariq Walid Samir Hamza Yahya
      Anwar Faisal Said Mahmoud Nabil Ismail Abdelkader Abdulrahman Abdelaziz Abdullah Zakaria Marwan Ayoub Idris Haitham Qasim Jaafar Munir
      Nasser Othman Ridwan Salim Adil Aziz Fouad Hicham Jawad Kamal Lotfi Mounir Noureddine Rafiq Saad Taha Wassim Zuhair Badr Imad`),
    family:
      words(`El-Amrani Benali Al-Masri Haddad Khoury Mansour Al-Hassan Bouazza El-Idrissi Chaoui Darwish Najjar Al-Ahmad Saleh Hamdi
      Touati Belkacem El-Fassi Al-Jaziri Shahin Zitouni Rahmani Al-Tamimi Khalil Othmani Bakkali El-Yacoubi Sharif Al-Qadi Yousfi Abbas
      Mahdi Tahiri Boukhari El-Ghazi Hakimi Al-Rawi Suleiman Ouahbi Djebbar Slimani Kaddour Al-Zahrani Messaoudi Laaroussi Barakat
      El-Moussaoui Nasri Cherkaoui Ziani Azzouzi Berrada Chafik Dahmani El-Alaoui Farouk Guerroudj Hariri Jabri Kassem Lahlou Mokhtari
      Naciri Al-Obaidi Qabbani Rahal Sabri Tazi Wahbi Zerouali Bensalem Daoudi El-Khattabi Fikri Al-Ghamdi Harbi Issaoui Jouini Karimi
      Mahfoud Nouri Salhi`),
    composed: [
      [
        words('Ben Bou Ait-'),
        words(`Amrani Hassan Driss Salah Moussa Omar Yahia Zakour Jelloun Kirane Hamou Slimane Chekroun Amor Aissa Malek Nasser Haddou Ziane Tayeb
          Lahcen Kassim Naceur Rahou Saïd Sliman Youb Djelloul Larbi Mimoun Akhrif Azza Chaïb Dali Fares Guedra Jabbar Ammar Rejeb Attia`),
      ],
    ],
    middle: [],
    firstFamilyShare: 0.02,
    firstOfJanuary: 0.25,
    familyFirst: false,
  },
  vietnamese: {
    nationality: ['VN'],
    women:
      words(`Lan Hương Linh Trang Phương Thảo Ngọc Yến Hạnh Mai Thúy Hồng Nhung Hiền Xuân Loan Quỳnh Vân Diễm Giang Hằng Thu Trâm Uyên
      Châu Oanh Tuyết Bích Như Ánh`),
    men: words(`Minh Hùng Tuấn Dũng Đức Quang Long Thắng Sơn Hải Nam Phong Khánh Việt Cường Bảo Trung Hiếu Tùng Thành Đạt Kiên Lâm Phúc Quân
      Vinh Toàn Hoàng Nghĩa Tiến`),
    family: words('Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trương Lương'),
    composed: [],
    middle: words('Thị Văn Ngọc Minh Thanh Hữu Đình Kim Xuân Thu Quốc Bảo Hoài Mỹ Công'),
    firstFamilyShare: 0.35,
    firstOfJanuary: 0.06,
    familyFirst: true,
  },
  romanian: {
    nationality: ['RO', 'MD'],
    women:
      words(`Andreea Mihaela Elena Ioana Alexandra Cristina Gabriela Ștefania Florentina Raluca Simona Daniela Loredana Mădălina Bianca
      Roxana Nicoleta Georgiana Lăcrămioara Oana Adina Corina Denisa Ionela Larisa Marinela Narcisa Petronela Rodica Teodora Valentina
      Viorica Anișoara Luminița Steluța Alina Carmen Dana Ecaterina Felicia Geta Iuliana Liliana Monica Paula Ramona Sorina Tatiana Violeta
      Ancuța Crina`),
    men: words(`Ionuț Mihai Alexandru Ștefan Gheorghe Vasile Constantin Cristian Florin Adrian Răzvan Bogdan Cătălin Marius Nicolae Dumitru
      Ilie Marian Costel Sorin Viorel Lucian Octavian Petru Radu Silviu Tiberiu Valentin Emil Dragoș Iulian Laurențiu Ovidiu Traian Doru`),
    family:
      words(`Popescu Ionescu Popa Dumitrescu Stan Stoica Gheorghiu Munteanu Rusu Șerban Țurcanu Lăzărescu Mărginean Constantinescu Preda
      Vlădescu Ciobanu Ungureanu Moldoveanu Barbu Cojocaru Niculescu Tănase Sandu Olaru Bălan Rădulescu Enache Costache Vișan Dobre Neagu
      Chirilă Albu Bratu Cazacu Danciu Florescu Ghiță Hanganu Ispas Jitaru Leonte Manole Nistor Onofrei Petcu Roman Stroe Tudose Ursu
      Voicu Zaharia Bejan Coman Dinu Pavel Iancu Mocanu Drăgan Apostol Lupu Matei Crăciun Stănescu Zamfir Pîrvu Cristea Grosu Toader Păun Oprea Filip`),
    composed: [
      [
        words(`Alb Brad Cern Dobr Flor Grig Ild Jian Lung Mold Negr Olt Pădur Rom Săv Tom Urs Vlad Zăv Băl Căl Dăn Făg Hur Ior Lăp Măr Năst Păl Răd
          Sim Tudor Vint Ard Buz Cod Drag Frunz Golt Horm`),
        words('escu eanu aru oiu ilă inca'),
      ],
    ],
    middle: words('Maria Ana Ion Daniel Elena'),
    firstFamilyShare: 0.03,
    firstOfJanuary: 0.01,
    familyFirst: false,
  },
  nigerian: {
    nationality: ['NG'],
    women:
      words(`Blessing Precious Joy Patience Osarugue Itohan Imade Isoken Omosefe Ehinomen Adaeze Ngozi Chidinma Nneka Ifeoma Chiamaka
      Oluwaṣeun Ọláídé Fọlákẹ́ Títílayọ̀ Bọ́láńlé Àbẹ̀ní Efosa Osayi Uyi Ivie Faith Happiness Gift Mercy Princess Destiny Rukayat Aminat Hauwa
      Zainab Hadiza Uchenna Oghogho Eseosa`),
    men: words(`Osagie Osaze Osaro Efe Ekhosuehi Nosakhare Chukwuemeka Chinedu Obinna Ikechukwu Emeka Kelechi Uzochukwu Ifeanyi Nnamdi
      Adébáyọ̀ Olúṣẹ́gun Babátúndé Ọlákúnlé Fẹ́mi Kọ́láwọlé Adéṣínà Samuel Emmanuel Friday Sunday Godwin Monday Ibrahim Musa Sani Abubakar
      Yakubu Umar Garba Ehigie Aigbe Iyobosa Omoregie Odion`),
    family:
      words(`Igbinedion Osunde Omoruyi Aigbogun Ehigiator Osazuwa Idahosa Ogbemudia Eguavoen Obasuyi Imasuen Uwaifo Asemota Okonkwo
      Nwosu Okafor Eze Nwachukwu Obi Onyekachi Anyanwu Chukwu Okoro Uzor Adébọ́wálé Ọlátúnjí Adéyẹmí Ògúnbánjọ Ọ̀ṣúnṣanmí Àkàndé Ṣówándé Bello
      Danjuma Aliyu Abdullahi Gambo Lawal Suleiman Osifo Ighodaro Agbonlahor Erhabor Ohenhen Edosomwan Iyare Enogieru Oboh Odiase Usifo
      Amadasun Aghedo Ekhator Guobadia Ikponmwosa Obaseki Osahon Usman Yusuf Ibekwe Nnadi Ogbonna Umeh Ajayi Balógun Fálétí Odùwọlé
      Oyèbísí`),
    composed: [
      [
        words('Adé Olú Ọlá Ògún Ayọ̀ Ọmọ Ifá Oyè'),
        words('yẹmi kunlé walé tundé ṣọlá niyi gbenga bùkọ́lá dipọ lana ṣina bọlá rinsọlá dele'),
      ],
      [words('Chukwu Nwa Oke Ezi Uzo Ony'), words('ebuka emeka azu nneka udeh kelue asogwa ibe onwu ora')],
      [words('Osa Omo Ehi Iya Igbi Ero Uwa'), words('gie ruyi zuwa bor mwen ghae rodion hon gbon tohan yamu')],
    ],
    middle: words('Osas Joy Chi Ayo Grace Ade'),
    firstFamilyShare: 0.02,
    firstOfJanuary: 0.05,
    familyFirst: false,
  },
  dutch: {
    nationality: ['NL'],
    women:
      words(`Sanne Lotte Anouk Femke Iris Naomi Kim Lisa Demi Britt Esmee Fleur Maud Noa Roos Tessa Yara Julia Manon Eline Chantal Priscilla
      Melissa Shirley Romy Anne Bente Carlijn Dewi Evi Floor Gwen Hanna Ilse Jasmijn Linde Manouk Nienke Puck Rosalie Sofie Tara Veerle`),
    men: words(`Daan Sem Lars Thijs Bram Niels Jeroen Ruben Sander Tim Kevin Mike Rick Stefan Wouter Dennis Jordy Milan Jesse Koen Patrick Roy
      Danny Melvin Giovanni Arjan Bas Casper Dirk Erik Floris Gijs Henk Ivo Joost Karel Luuk Maarten Nick Olaf Pepijn Remco Stijn Tom`),
    family:
      words(`De-Jong Jansen De-Vries Bakker Visser Smit Meijer De-Boer Mulder De-Groot Bos Vos Peters Hendriks Van-Leeuwen Dekker
      Brouwer De-Wit Dijkstra Smits De-Graaf Van-Dijk Kok Jacobs Vermeulen Van-den-Berg Martina Pinas Ramdin Wijngaard Schouten Willems
      Hoekstra Koster Prins Huisman Blom Postma Kuiper Veenstra Verhoeven Gerritsen Van-der-Meer Scholten Kramer Hermans Van-Beek
      Timmermans Groen Gerrits Bosch Jonker Wolters Sanders Van-Loon Maas Driessen Verbeek Kuijpers Bosman Molenaar Rietveld Terpstra
      Wiersma Zijlstra Hofman Van-Rijn Sluiter`),
    composed: [
      [
        words('Berg Hof Veld Dijk Broek Water Linde Heuvel Zand Molen Kerk Bosch Heide Roos Steen'),
        words('stra sma man huis kamp ink hof'),
      ],
    ],
    middle: [],
    firstFamilyShare: 0.03,
    firstOfJanuary: 0,
    familyFirst: false,
  },
} as const satisfies Readonly<Record<string, NameParts>>;

export type Origin = keyof typeof NAME_PARTS;
