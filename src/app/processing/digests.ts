/**
 * What every version of every activity says, as a digest. A test compares: an activity that changed its meaning gets a higher
 * version and a day from which it holds, the version before goes to `history.ts`, and its digest stays here for ever.
 */
export const ACTIVITY_DIGESTS: Readonly<Record<string, string>> = {
  'VA-01@1': '4c7a42a7396836bd',
  'VA-01@2': '583e4ef366b93430',
  'VA-02@1': '1e0c2d7a18721afe',
  'VA-02@2': '44d66368ec9050d9',
  'VA-02@3': 'c1bb043d8bd25d53',
  'VA-02@4': '808f77806f7278ea',
  'VA-02@5': '5d2503934f701eed',
  'VA-03@1': 'e0f7ac0cd00e04e0',
  'VA-04@1': '01a2f3f7ed1d30cc',
  'VA-05@1': '28485726a19e57f9',
  'VA-06@1': '1a4a079565d322e3',
  'VA-07@1': 'b236031ce2abf287',
  'VA-07@2': '9ae456df93193391',
  'VA-08@1': '9eaa15d3171dadb7',
  'VA-09@1': '18996f8a2ef0872c',
  'VA-09@2': '2feb05ba4633389e',
  'VA-10@1': '4660e6dd4f91d6a4',
  'VA-11@1': '6dc27b31f496f476',
  'VA-12@1': '49ad13fd233ae18e',
  'VA-13@1': '47ecb9caef99fbf1',
  'VA-14@1': 'c54a6f6e416648e7',
  'VA-15@1': '0e70f17023ebb46d',
  'VA-16@1': 'e7ed716ea1c630fa',
  'VA-17@1': '8c96713d07266d18',
  'VA-18@1': '951cbe363542e403',
  'VA-19@1': '7a8604b82dba59d0',
  'VA-20@1': '04920e136d842d7f',
  'VA-21@1': '39fcbc04c3fd9252',
};
