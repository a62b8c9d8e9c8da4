import {
  array,
  fallback,
  finite,
  type GenericSchema,
  type InferOutput,
  maxLength,
  nonEmpty,
  nullable,
  number,
  object,
  pipe,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot';

// Schemas for parts of JSON:API documents. An optional part that is missing or has the wrong type becomes null.
// A missing required part (the ID) makes that one item unreadable, never the list.

/**
 * The longest text that is kept, in characters; the rest is cut. Texts of Globus are far shorter. Without a limit, one
 * label of megabytes would slow down every list, search and support bundle.
 */
const MAX_TEXT_LENGTH = 20_000;

const cut = transform((text: string) => text.slice(0, MAX_TEXT_LENGTH));

/** A text, or null. */
export const OptionalText = fallback(nullable(pipe(string(), cut)), null);

/** A text, empty if it is missing. */
export const Text = fallback(pipe(string(), cut), '');

/** The ID of a resource. A cut ID would be another one, so a longer one makes the item unreadable. */
export const ResourceId = pipe(string(), nonEmpty(), maxLength(MAX_TEXT_LENGTH));

/** A number, or null. JSON can hold numbers too large for JavaScript, which are parsed as Infinity. */
export const OptionalNumber = fallback(nullable(pipe(number(), finite())), null);

/** The ID of a related resource, nested in three objects that may each be missing. */
export const RelatedResource = fallback(
  nullable(object({ data: fallback(nullable(object({ id: OptionalText })), null) })),
  null,
);

/** A list whose items are parsed one by one with {@link readItems}. */
export const ListDocument = object({
  data: array(unknown()),
  // Not cut: a cut link would lead to another page.
  links: fallback(nullable(object({ next: fallback(nullable(string()), null) })), null),
});

/** Parses the items of a list; returns the valid ones, and the number of the others. */
export function readItems<TSchema extends GenericSchema>(
  schema: TSchema,
  items: readonly unknown[],
): { items: InferOutput<TSchema>[]; unreadable: number } {
  const readable: InferOutput<TSchema>[] = [];
  for (const item of items) {
    const parsed = safeParse(schema, item);
    if (parsed.success) readable.push(parsed.output);
  }
  return { items: readable, unreadable: items.length - readable.length };
}

/** The query parameters of one page of a list. */
export type PageQuery = Record<string, string>;

/** Identifies a page by its parameters. */
export const pageKey = (query: PageQuery) => String(new URLSearchParams(query));

/** Returns the next page; null when it was read before, because then the links form a loop. */
export function nextUnreadPage(next: PageQuery | null, pagesRead: readonly PageQuery[]): PageQuery | null {
  return next && !pagesRead.some((query) => pageKey(query) === pageKey(next)) ? next : null;
}

/**
 * Returns the query of the next page, from the `links` of a list; null on the last page.
 *
 * The link is untrusted: only its query is used, with the URL of the first page, so that a token is never sent to
 * another host. The query replaces all parameters (globus-api.md, "Transfer v2").
 */
export function nextPageQuery({ links }: InferOutput<typeof ListDocument>): PageQuery | null {
  const next = links?.next;
  if (!next || !URL.canParse(next, 'https://base.invalid')) return null;
  const parameters = new URL(next, 'https://base.invalid').searchParams;
  return parameters.size === 0 ? null : Object.fromEntries(parameters);
}
