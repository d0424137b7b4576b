import type { Meeting } from '../domain/lesson.ts';
import { CHECK_STEP, type LearningPath, type Part, type Question, type Reference } from '../domain/path.ts';
import { CHAPTER_WORDS, MEETING_WORDS, UNTESTED } from './learning-words.ts';

/** A heading that takes the focus when its part opens. */
function PartHeading({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <h2 id={id} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Basis({ reference }: { readonly reference: Reference }) {
  return (
    <p class="soft">
      Waarop dit rust: {reference.title}. <cite>{reference.source}</cite>.
      {reference.readOn === null ? ' Nog te verifiëren.' : ''}
    </p>
  );
}

const Next = () => (
  <p>
    <button type="button" data-next>
      Ga verder
    </button>
  </p>
);

/** The same path as a document of its own, for a learning platform: whole in one page, played by the script beside it. */
export function CourseDocument({ path }: { readonly path: LearningPath }) {
  const { parts, check } = path;
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{path.title.nl}</title>
        <link rel="stylesheet" href="course.css" />
        <script src="course.js" defer />
      </head>
      <body>
        <header>
          <h1>{path.title.nl}</h1>
          <p>{path.lead.nl}</p>
          <p class="soft">
            Uit In Beeld, uitgave {path.version}. Ongeveer {path.minutes} minuten. {UNTESTED}.
          </p>
          <p role="status" data-state />
          <noscript>
            <p>Dit pakket werkt alleen met JavaScript. Zet JavaScript aan, of volg het pad in In Beeld zelf.</p>
          </noscript>
        </header>
        <nav aria-label="Delen">
          <details>
            <summary>Alle delen</summary>
            <ol>
              {parts.map((part) => (
                <li key={part.id}>
                  <button type="button" class="plain" data-to={part.id}>
                    {part.title}
                  </button>
                </li>
              ))}
              <li>
                <button type="button" class="plain" data-to={CHECK_STEP}>
                  Toets
                </button>
              </li>
            </ol>
          </details>
        </nav>
        <main>
          {parts.map((part, index) => (
            <section
              data-part={part.id}
              data-kind={part.kind}
              aria-labelledby={`kop-${part.id}`}
              hidden={index > 0}
              key={part.id}
            >
              <p class="soft">
                Deel {index + 1} van {parts.length} · {CHAPTER_WORDS[part.chapter]}
              </p>
              <PartHeading id={`kop-${part.id}`}>{part.title}</PartHeading>
              <PartBody part={part} />
            </section>
          ))}
          <CheckSection questions={check.questions} passWith={check.passWith} />
        </main>
        <footer>
          <button type="button" data-stop>
            Stop en ga terug
          </button>
        </footer>
      </body>
    </html>
  );
}

function PartBody({ part }: { readonly part: Part }) {
  if (part.kind === 'text')
    return (
      <>
        {part.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {part.points.length > 0 ? (
          <ul>
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        ) : null}
        {part.showsRoute ? (
          <p>
            De meldroute van uw gemeente vindt u in In Beeld, onder Meldroute. Hebt u die niet? Vraag de
            aandachtsfunctionaris mensenhandel van uw gemeente.
          </p>
        ) : null}
        <Basis reference={part.reference} />
        <Next />
      </>
    );
  if (part.kind === 'scene') return <SceneBody scene={part} />;
  return <StoryBody story={part} />;
}

function SceneBody({ scene }: { readonly scene: Extract<Part, { kind: 'scene' }> }) {
  return (
    <>
      {scene.situation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <form noValidate>
        <Choices name={scene.id} legend={scene.question} choices={scene.choices} />
        <p class="missing" tabIndex={-1} data-missing hidden>
          Kies een antwoord.
        </p>
        <p>
          <button type="submit">Kies, en zie wat er gebeurt</button>
        </p>
      </form>
      <section data-feedback hidden tabIndex={-1} aria-label="Wat er gebeurt">
        {scene.choices.map((choice) => (
          <p class={choice.isRight ? 'right' : 'other'} data-for={choice.id} hidden key={choice.id}>
            <strong>{choice.isRight ? 'Dit past.' : 'Dit kan beter.'}</strong> {choice.consequence}
          </p>
        ))}
        <p>
          <strong>Waarom:</strong> {scene.why}
        </p>
        <Basis reference={scene.reference} />
        <Next />
      </section>
    </>
  );
}

function StoryBody({ story }: { readonly story: Extract<Part, { kind: 'story' }> }) {
  const signs = story.moments.filter(({ isSign }) => isSign).length;
  return (
    <>
      <p>{story.opening}</p>
      <p class="soft">Lees moment voor moment. Stop zodra u iets ziet dat niet klopt.</p>
      <ol>
        {story.moments.map((moment, index) => (
          <li
            data-moment={moment.id}
            data-sign={moment.isSign ? 'yes' : 'no'}
            hidden={index > 0}
            tabIndex={-1}
            key={moment.id}
          >
            <p>{moment.text}</p>
            <p data-moves>
              <button type="button" data-move="verder">
                Lees verder
              </button>{' '}
              <button type="button" class="second" data-move="stop">
                Stop, hier zie ik iets
              </button>
            </p>
            {(Object.keys(MEETING_WORDS) as Meeting[]).map((meeting) => (
              <p data-met={meeting} class={meeting === 'seen' ? 'right' : 'other'} hidden key={meeting}>
                <strong>{MEETING_WORDS[meeting].label}.</strong> {moment.why}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <section data-ending hidden tabIndex={-1} aria-label="Afloop">
        <p>
          <strong>
            U zag <span data-seen>0</span> van de {signs} signalen.
          </strong>
        </p>
        <p>{story.ending}</p>
        <Basis reference={story.reference} />
        <Next />
      </section>
    </>
  );
}

function CheckSection(props: { readonly questions: readonly Question[]; readonly passWith: number }) {
  const { questions, passWith } = props;
  return (
    <section data-check data-pass={passWith} aria-labelledby="kop-toets" hidden>
      <PartHeading id="kop-toets">Toets</PartHeading>
      <p>
        {questions.length} vragen. Met {passWith} goede antwoorden hebt u het pad gehaald.
      </p>
      <form noValidate>
        {questions.map((question, index) => (
          <div data-question={question.id} data-right={question.right} key={question.id}>
            <Choices
              name={`vraag-${question.id}`}
              legend={`${index + 1}. ${question.question}`}
              choices={question.answers}
            />
            <p class="right" data-explains="right" hidden>
              <strong>Goed.</strong>
            </p>
            <p class="other" data-explains="wrong" hidden>
              <strong>Niet goed.</strong> Het goede antwoord:{' '}
              {question.answers.find(({ id }) => id === question.right)?.text}
            </p>
            <p data-explains="always" hidden>
              {question.explanation}
            </p>
          </div>
        ))}
        <p class="missing" tabIndex={-1} data-missing hidden>
          Beantwoord elke vraag.
        </p>
        <p>
          <button type="submit">Kijk na</button>
        </p>
      </form>
      <section data-outcome hidden tabIndex={-1} aria-label="Uitslag">
        <p>
          <strong>
            <span data-right>0</span> van de {questions.length} antwoorden zijn goed.
          </strong>
        </p>
        <p class="right" data-when="passed" hidden>
          U hebt dit pad gehaald.
        </p>
        <p class="other" data-when="failed" hidden>
          Dat is nog niet genoeg. Lees bij elke vraag waarom, en kies opnieuw.
        </p>
      </section>
    </section>
  );
}

function Choices(props: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.choices.map(({ id, text }) => (
        <p key={id}>
          <label>
            <input type="radio" name={props.name} value={id} /> {text}
          </label>
        </p>
      ))}
    </fieldset>
  );
}
