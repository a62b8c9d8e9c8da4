import {
  array,
  fallback,
  finite,
  type GenericSchema,
  type InferOutput,
  nullable,
  number,
  object,
  pipe,
  safeParse,
  string,
  unknown,
} from 'valibot';

// The pieces of JSON:API documents. What a page can do without may be missing, null or of a wrong type, and is
// null then; what it cannot do without (an id) makes the one item unreadable, never the list.

/** A text that may be missing. */
export const OptionalText = fallback(nullable(string()), null);

/** A number that may be missing; JSON can hold one too large for JavaScript, which is Infinity then. */
export const OptionalNumber = fallback(nullable(pipe(number(), finite())), null);

/** The id of a related resource, on three levels that may each be missing. */
export const RelatedResource = fallback(
  nullable(object({ data: fallback(nullable(object({ id: OptionalText })), null) })),
  null,
);

/** A list whose items are read one by one with {@link readItems}. */
export const ListDocument = object({
  data: array(unknown()),
  links: fallback(nullable(object({ next: OptionalText })), null),
});

/** Reads the items of a list: the good ones, and how many could not be read. */
export function readItems<TSchema extends GenericSchema>(
  schema: TSchema,
  items: readonly unknown[],
): { items: InferOutput<TSchema>[]; unreadable: number } {
  const readable: InferOutput<TSchema>[] = [];
  for (const item of items) {
    const read = safeParse(schema, item);
    if (read.success) readable.push(read.output);
  }
  return { items: readable, unreadable: items.length - readable.length };
}

/** The parameters of a page. */
export type PageQuery = Record<string, string>;

/** The same parameters in the same order are the same text. */
export const pageKey = (query: PageQuery) => String(new URLSearchParams(query));

/** The next page, or null when it was read before: the pages go in a circle, and nothing new would come. */
export function nextUnreadPage(next: PageQuery | null, read: readonly PageQuery[]): PageQuery | null {
  return next && !read.some((query) => pageKey(query) === pageKey(next)) ? next : null;
}

/**
 * The query of the next page, from the `links` of a list, or null on the last one.
 *
 * The link is untrusted: only its query is followed, on the address we asked before, so that a token never goes
 * to another place. By contract it replaces every parameter (globus-api.md, "Transfer v2").
 */
export function nextPageQuery({ links }: InferOutput<typeof ListDocument>): PageQuery | null {
  const next = links?.next;
  if (!next || !URL.canParse(next, 'https://base.invalid')) return null;
  const parameters = new URL(next, 'https://base.invalid').searchParams;
  return parameters.size === 0 ? null : Object.fromEntries(parameters);
}
