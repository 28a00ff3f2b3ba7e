/** An error as the log tells it. */
export interface LoggedError {
  type: string;
  message: string;
  stack?: string;
  cause?: LoggedError;
  errors?: LoggedError[];
  [fact: string]: unknown;
}

/**
 * What may be told of an error beside its words. Libraries hang whole requests on theirs, with headers and bodies, and Postgres the row
 * that it refused: none of that.
 */
const facts = [
  "code",
  "status",
  "statusCode",
  "severity",
  "schema",
  "table",
  "column",
  "constraint",
  "routine",
  "retryable",
];

const deepest = 4;
const longest = 2_000;

/** An error without what customers or credentials said, as far as that can be told from its form. */
export function loggedError(error: unknown, depth = 0): LoggedError | unknown {
  if (!(error instanceof Error)) return error;
  const { message, stack, cause } = error;
  const told = Object.entries(error).filter(
    ([key, value]) => facts.includes(key) && ["string", "number", "boolean"].includes(typeof value),
  );
  const inner = (each: unknown) => loggedError(each, depth + 1) as LoggedError;
  const within = depth < deepest;
  return {
    type: error.constructor.name,
    message: withoutSecrets(message),
    ...(stack === undefined ? {} : { stack: stackOf(stack, message) }),
    ...Object.fromEntries(told),
    ...(within && cause instanceof Error ? { cause: inner(cause) } : {}),
    ...(within && error instanceof AggregateError ? { errors: error.errors.slice(0, 5).map(inner) } : {}),
  };
}

/** Where it was thrown; the message, which stands before that, is told by itself. */
function stackOf(stack: string, message: string): string {
  const frames =
    stack.startsWith("Error") || stack.includes(message) ? stack.slice(stack.indexOf("\n    at ")) : stack;
  return withoutSecrets(frames.startsWith("\n") ? frames.slice(1) : "");
}

/** What is a secret by its form, and quoted input that parsers show. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\brapport_[\w-]{8,}/g, "[key]"],
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, "[credential]"],
  [/\b(?:whsec_|sk-|pc-|pcsk_|AIza|ya29\.)[\w+/=.-]{6,}/g, "[key]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[token]"],
  [/(\w+:\/\/)[^\s/@]*@/g, "$1[credential]@"],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, "[email]"],
  // JSON.parse and Postgres quote what they could not read.
  [/".*"(?:\.{3})? is not valid JSON/gs, "the text is not valid JSON"],
  [/(invalid (?:input syntax|input value|byte sequence)[^:]*): .*/g, "$1"],
];

function withoutSecrets(text: string): string {
  return forms.reduce((told, [form, instead]) => told.replace(form, instead), text.slice(0, longest));
}
