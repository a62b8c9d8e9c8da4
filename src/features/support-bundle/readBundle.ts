import { type BaseIssue, getDotPath, safeParse } from 'valibot';
import { type SupportBundle, withDiagnosis } from '../../domain/support-bundle/createBundle.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../domain/support-bundle/facts.ts';
import { toSingleLine } from '../../domain/text/plainText.ts';
import { BundleSchema } from './bundleSchema.ts';

/** The largest file that is looked into. What this dashboard writes is far smaller. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Our own go five deep. */
const DEEPEST = 20;

/** A bundle, or what is wrong with the file, in a sentence for the person who opened it. */
export type ReadBundleResult = { bundle: SupportBundle } | { problem: string };

/** Reads a file somebody chose; one that is too large is not read at all. */
export async function readBundleFile(file: File): Promise<ReadBundleResult> {
  if (file.size > MOST_BYTES) {
    return {
      problem: `The file has ${Math.ceil(file.size / 1024 / 1024)} MB; a support bundle has at most ${MOST_BYTES / 1024 / 1024} MB.`,
    };
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { problem: 'The browser could not read the file.' };
  }
  return readBundle(text);
}

/** Reads a bundle that anybody may have written. Its diagnosis is not believed, but made anew from its facts. */
export function readBundle(text: string): ReadBundleResult {
  if (depthOf(text) > DEEPEST) return { problem: 'The file is nested deeper than any support bundle is.' };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problem: 'The file is not JSON.' };
  }
  const read = safeParse(BundleSchema, document, { abortEarly: true });
  if (read.success) return { bundle: withDiagnosis(read.output) };
  const { format, version } = headOf(document);
  if (format !== BUNDLE_FORMAT)
    return { problem: 'The file is JSON, but not a support bundle of this dashboard.' };
  if (version !== BUNDLE_VERSION) {
    return {
      problem: 'The bundle was made by another version of this dashboard, which this one cannot read.',
    };
  }
  return { problem: `The bundle is damaged or was changed: ${misfit(read.issues[0])}.` };
}

/** How deep brackets are nested, in one pass, without building anything; those inside strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === ']') depth -= 1;
  }
  return deepest;
}

function headOf(document: unknown): { format: unknown; version: unknown } {
  const head = Object(document) as { format?: unknown; version?: unknown };
  return { format: head.format, version: head.version };
}

/** Which field, and what it should be; never what stands there. */
function misfit(issue: BaseIssue<unknown>): string {
  const place = toSingleLine(getDotPath(issue) ?? 'the document', 80);
  if (issue.received === 'undefined') return `${place} is missing`;
  return `${place} should be ${/^[A-Z]/.test(issue.message) ? (issue.expected ?? 'otherwise') : issue.message}`;
}
