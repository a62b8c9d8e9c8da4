import { type BaseIssue, getDotPath, safeParse } from 'valibot';
import { type SupportBundle, withDiagnosis } from '../../domain/support-bundle/createBundle.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../domain/support-bundle/facts.ts';
import { isNestedDeeper } from '../../domain/text/json.ts';
import { toSingleLine } from '../../domain/text/plainText.ts';
import { BundleSchema } from './bundleSchema.ts';

/** The largest file to read. The files that this dashboard writes are far smaller. */
const MAX_BYTES = 20 * 1024 * 1024;
/** A bundle nests five levels deep. */
const MAX_DEPTH = 20;

/** A bundle, or a sentence that says what is wrong with the file. */
export type ReadBundleResult = { bundle: SupportBundle } | { problem: string };

/** Reads a file that a person chose. A file that is too large isn't read at all. */
export async function readBundleFile(file: File): Promise<ReadBundleResult> {
  if (file.size > MAX_BYTES) {
    return {
      problem: `The file is ${Math.ceil(file.size / 1024 / 1024)} MB. Bundles can’t exceed ${MAX_BYTES / 1024 / 1024} MB.`,
    };
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { problem: 'Your browser couldn’t read the file.' };
  }
  return readBundle(text);
}

/** Reads an untrusted bundle. Ignores the diagnosis in it and computes one from its facts. */
export function readBundle(text: string): ReadBundleResult {
  if (isNestedDeeper(text, MAX_DEPTH))
    return { problem: 'The file isn’t a support bundle: it’s nested too deeply.' };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problem: 'The file isn’t JSON.' };
  }
  const read = safeParse(BundleSchema, document, { abortEarly: true });
  if (read.success) return { bundle: withDiagnosis(read.output) };
  const { format, version } = headerOf(document);
  if (format !== BUNDLE_FORMAT) return { problem: 'The file isn’t a support bundle.' };
  if (version !== BUNDLE_VERSION) {
    return {
      problem: 'The bundle is from a different version of the dashboard and can’t be opened.',
    };
  }
  return { problem: `The bundle is damaged or was modified: ${describeIssue(read.issues[0])}.` };
}

function headerOf(document: unknown): { format: unknown; version: unknown } {
  const header = Object(document) as { format?: unknown; version?: unknown };
  return { format: header.format, version: header.version };
}

/** Names the field and what it should be. Never quotes its value, which anyone may have written. */
function describeIssue(issue: BaseIssue<unknown>): string {
  const field = toSingleLine(getDotPath(issue) ?? 'the document', 80);
  if (issue.received === 'undefined') return `${field} is missing`;
  return `${field} should be ${/^[A-Z]/.test(issue.message) ? (issue.expected ?? 'otherwise') : issue.message}`;
}
