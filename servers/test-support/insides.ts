/** What an answer to a caller must never hold: stacks, paths and the names of our machinery. */
export const insides = /(\\n|\n)\s+at |node_modules|file:\/\/|\.ts\b|ZodError|INTERNAL/;
