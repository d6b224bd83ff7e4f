import type { Expression, Reference } from "../../iml/ast.ts";
import { call, index, property, string } from "../../iml/build.ts";
import { templateExpression, templateOf, type Value } from "../../model/expression.ts";
import { account, any, date, number, type OutputOf, text, uinteger } from "../field.ts";
import { app, type Lens, type ModuleDeclaration, observed, type Trigger } from "../module.ts";

const forms = app({
  slug: "google-forms",
  name: "Google Forms",
  version: 2,
  parameters: { __IMTCONN__: account("google") },
});

/** The answers to one question, by whose id they are found. */
interface Answered {
  readonly questionId: string;
  readonly textAnswers: { readonly answers: readonly { readonly value: string }[] };
}

const response = {
  responseId: text("Response ID"),
  createTime: date("Create Time"),
  lastSubmittedTime: date("Last Submitted Time"),
  respondentEmail: text("Respondent Email"),
  answers: any<Readonly<Record<string, Answered>>>("Answers"),
  totalScore: number("Total Score"),
};

const watch = forms.pollingTrigger("watchResponses", {
  label: "Watch Responses",
  summary: "Starts with each response that was sent in since the last run.",
  parameters: {
    formId: text("Form ID").required(),
    limit: uinteger("Limit").default(10).describe("How many responses one run takes at most."),
  },
  output: response,
  evidence: observed(4),
});

declare const answer: unique symbol;

/** A question of a form and how its answer is read. */
export interface Question<out Answer> {
  readonly id: Value<string>;
  /** From the list of what was answered, each item with a `value`, to the answer. */
  readonly read: (given: Reference) => Expression;
  readonly [answer]?: Answer;
}

/**
 * A question that is answered with text: a short answer, a paragraph, one choice of several, a date. `id` is the
 * question's id (eight hexadecimal digits), or an environment value that holds it.
 */
export const textQuestion = (id: Value<string>): Question<string> => ({ id, read: firstValue });

/** A question that is answered with a number. Google hands it over as text with a decimal point. */
export const numberQuestion = (id: Value<string>): Question<number> => ({
  id,
  read: (given) => call("parseNumber", firstValue(given), string(".")),
});

type Questions = Readonly<Record<string, Question<unknown>>>;
type AnswerOf<Q> = Q extends Question<infer Answer> ? Answer : never;
type FormResponse = OutputOf<typeof response>;
type NamedResponse<Q extends Questions> = Omit<FormResponse, "answers"> & {
  readonly answers: { readonly [Name in keyof Q]: AnswerOf<Q[Name]> };
};
type WatchInput = Parameters<typeof watch>[0];

interface WatchResponses {
  <Q extends Questions>(input: WatchInput & { readonly questions: Q }): Trigger<NamedResponse<Q>>;
  <Out = FormResponse>(input: WatchInput): Trigger<Out>;
  readonly declaration: ModuleDeclaration;
}

/**
 * Starts with each new response of a form. Google names questions by ids; `questions` gives them names of your own:
 * with `questions: { amount: numberQuestion("2b5f3c01") }` the number is `answers.amount` of the trigger's output.
 */
export const watchResponses: WatchResponses = Object.assign(
  ({ questions, ...input }: WatchInput & { readonly questions?: Questions }) => ({
    ...watch(input),
    ...(questions ? { lens: { answers: answersLens(questions) } } : {}),
  }),
  { declaration: watch.declaration },
) as WatchResponses;

const answersLens = (questions: Questions): Lens =>
  Object.fromEntries(
    Object.entries(questions).map(([name, { id, read }]) => [name, (output: Reference) => read(givenTo(id, output))]),
  );

/**
 * The list of what was answered to a question. An id from the environment is known when the scenario is printed: then
 * it stands in the path like a name.
 */
function givenTo(id: Value<string>, output: Reference): Reference {
  const template = templateOf(id);
  const question = template === undefined ? property(id as string) : index(templateExpression(template));
  const path = [property("answers"), question, property("textAnswers"), property("answers")];
  return { ...output, path: [...output.path, ...path] };
}

const firstValue = (given: Reference): Reference => ({
  ...given,
  path: [...given.path, index(), property("value")],
});
