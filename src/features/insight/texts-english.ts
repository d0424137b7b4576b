import type { StudyTexts } from './texts.ts';

export const ENGLISH_STUDY: StudyTexts = {
  own: 'Our own calculation, not an official estimate.',
  methods: {
    stepwise: {
      name: 'Step by step',
      assumes:
        'Begins with lists that have nothing to do with each other. Adds a pair of lists when their overlap is too large or too small for chance. Stops when no pair stands out any more.',
    },
    bic: {
      name: 'Lowest BIC',
      assumes:
        'Looks at all models and chooses one. Every pair of lists that takes part costs many points. So a simple model wins.',
    },
    aic: {
      name: 'Lowest AIC',
      assumes: 'Does the same, but a pair of lists costs fewer points. So a model with more pairs wins.',
    },
    main: {
      name: 'Independent lists',
      assumes:
        'Takes for granted that one list says nothing about another. That is almost never true: people known to the police more often come to a shelter.',
    },
    dga: {
      name: 'Average over models (Bayes)',
      assumes:
        'Does not choose one model, but weighs many and takes the average. How high the number may be, is set beforehand.',
    },
    lcmcr: {
      name: 'Latent classes (Bayes)',
      assumes:
        'Takes for granted that there are kinds of people, and that each list sees one kind more often than another. It works out by itself which kinds.',
    },
  },
  statuses: {
    ok: '',
    infinite: 'No number: nobody is on two lists, so there is only a lower bound.',
    'not-identifiable': 'No number: these lists cannot tell this model from other models.',
    'no-mle': 'No number: this model has no best estimate.',
    'bca-undefined': 'The BCa interval does not exist here; the interval only counts the repetitions (percentiles).',
    unbounded: 'The interval has no bound on one side.',
    'not-converged': 'No number: the calculation does not come to rest.',
    'invalid-input': 'No number: the method cannot work with these lists.',
  },
  intervals: {
    bca: 'BCa, with the choice of model repeated',
    percentile: 'percentiles, with the choice of model repeated',
    conditional: 'for the chosen model, so too narrow',
    profile: 'for the chosen model, so too narrow',
    credible: 'probable range (Bayes)',
  },
  warnings: {
    sparse: 'The lists overlap little. The total rests on few people.',
    'independence-assumed': 'It was assumed that the lists have nothing to do with each other.',
    'search-incomplete': 'Not all models were looked at.',
    'grid-limit': 'The highest number that we allow, counts in the result.',
    'grid-coarse': 'The calculation was coarse.',
    bimodal: 'The calculation points to two answers.',
    'too-many-lists': 'This method can take at most six lists.',
  },
  listDropped: (list) => `List ${list} did not take part: it tells nothing about the rest.`,
  refusals: {
    'too-few-lists':
      'Fewer than two usable lists remain. A list with nobody, with everybody, or the same as another list, tells us nothing.',
    'no-overlap':
      'Nobody is on two lists. Then the total can be any number. Only this is sure: at least as many as are known now.',
    'too-thin':
      'Fewer than ten people are on two lists. One person more or less then changes the total by a tenth or more.',
  },
};
