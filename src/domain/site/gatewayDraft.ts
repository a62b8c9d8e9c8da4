import { safeInfoLink } from './accessPoint.ts';
import { type IdentityMapping, parseIdentityMappings } from './policy-check/identityMapping.ts';
import type { GatewaySettings } from './streamGateway.ts';

/** A setting of a gateway that administrators can change. */
export type GatewayField = keyof GatewaySettings;

/**
 * The settings of a gateway as texts, as in the fields of a form. An empty text stands for a setting that isn't set. Lists
 * have one item per line, keywords are separated by commas, identity mappings are JSON, and flags are "yes" or "no".
 */
export type GatewayDraft = Readonly<Record<GatewayField, string>>;

/** The draft of a gateway without any settings. */
export const EMPTY_DRAFT: GatewayDraft = {
  name: '',
  allowedDomains: '',
  authenticationTimeoutMinutes: '',
  identityMappings: '',
  usersAllowed: '',
  usersDenied: '',
  lanName: '',
  requiresLanSecret: '',
  runsAsLocalUser: '',
  contactEmail: '',
  contactInfo: '',
  department: '',
  description: '',
  infoLink: '',
  keywords: '',
  organization: '',
};

/** All settings, in the order of the form. */
export const GATEWAY_FIELDS = Object.keys(EMPTY_DRAFT) as GatewayField[];

/** Returns the draft that stands for these settings. */
export function draftOf(settings: GatewaySettings): GatewayDraft {
  const flag = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
  const mappings = settings.identityMappings ?? [];
  return {
    name: settings.name ?? '',
    allowedDomains: (settings.allowedDomains ?? []).join('\n'),
    authenticationTimeoutMinutes: settings.authenticationTimeoutMinutes?.toString() ?? '',
    identityMappings: mappings.length === 0 ? '' : JSON.stringify(documentsOf(mappings), null, 2),
    usersAllowed: (settings.usersAllowed ?? []).join('\n'),
    usersDenied: (settings.usersDenied ?? []).join('\n'),
    lanName: settings.lanName ?? '',
    requiresLanSecret: flag(settings.requiresLanSecret),
    runsAsLocalUser: flag(settings.runsAsLocalUser),
    contactEmail: settings.contactEmail ?? '',
    contactInfo: settings.contactInfo ?? '',
    department: settings.department ?? '',
    description: settings.description ?? '',
    infoLink: settings.infoLink ?? '',
    keywords: (settings.keywords ?? []).join(', '),
    organization: settings.organization ?? '',
  };
}

const documentsOf = (mappings: readonly IdentityMapping[]) => mappings.map(({ document }) => document);

/** What is wrong with the fields of a draft. */
export type GatewayErrors = Partial<Record<GatewayField, string>>;

type Parsed<T> = { value: T | null } | { error: string };

const MAX_KEYWORD_CHARACTERS = 1024;
const MAX_ORGANIZATION_CHARACTERS = 1000;
const MAX_MINUTES_DIGITS = 9;

const text = (draftText: string): Parsed<string> => ({ value: draftText.trim() || null });

function parseName(draftText: string): Parsed<string> {
  return draftText.trim() === '' ? { error: 'Enter a name.' } : text(draftText);
}

/** Returns the items of a list, each once: one per line, or separated by another character. */
function items(draftText: string, separator: RegExp): string[] {
  const trimmed = draftText.split(separator).map((item) => item.trim());
  return [...new Set(trimmed.filter((item) => item !== ''))];
}

const orNull = (list: string[]) => (list.length === 0 ? null : list);

function parseDomains(draftText: string): Parsed<string[]> {
  const domains = items(draftText, /[\s,;]/);
  const invalid = domains.find((domain) => !isDomain(domain));
  if (invalid === undefined) return { value: orNull(domains) };
  return { error: `“${invalid.slice(0, 80)}” isn’t a domain. Enter domains such as lab.example.` };
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label) && !/^-|-$/.test(label))
  );
}

function parseUsers(draftText: string): Parsed<string[]> {
  return { value: orNull(items(draftText, /[\r\n]/)) };
}

function parseMinutes(draftText: string): Parsed<number> {
  const trimmed = draftText.trim();
  if (trimmed === '') return { value: null };
  const isWhole = /^\d+$/.test(trimmed) && trimmed.length <= MAX_MINUTES_DIGITS && Number(trimmed) > 0;
  return isWhole ? { value: Number(trimmed) } : { error: 'Enter a whole number of minutes, such as 60.' };
}

function parseMappings(draftText: string): Parsed<IdentityMapping[]> {
  if (draftText.trim() === '') return { value: null };
  let documents: unknown;
  try {
    documents = JSON.parse(draftText);
  } catch (error) {
    const reason = error instanceof Error ? ` ${error.message}.` : '';
    return { error: `This isn’t valid JSON.${reason}` };
  }
  const mappings = parseIdentityMappings(documents);
  if (mappings === null) return { error: 'Enter a list of mapping documents, in square brackets.' };
  for (const [at, mapping] of mappings.entries()) {
    const error = mappingError(mapping);
    if (error !== null) return { error: `Document ${at + 1} ${error}` };
  }
  return { value: mappings.length === 0 ? null : mappings };
}

function mappingError(mapping: IdentityMapping): string | null {
  if (mapping.kind === 'unreadable')
    return 'needs the DATA_TYPE expression_identity_mapping#1.0.0 with “mappings”, or external_identity_mapping#1.0.0 with “command”.';
  if (mapping.kind === 'external') return mapping.command.length > 0 ? null : 'needs a command.';
  const invalid = mapping.rules.indexOf(null);
  return invalid < 0 ? null : `: rule ${invalid + 1} needs “source”, “match” and “output” as texts.`;
}

function parseFlag(draftText: string): Parsed<boolean> {
  return { value: draftText === '' ? null : draftText === 'yes' };
}

function parseEmail(draftText: string): Parsed<string> {
  const trimmed = draftText.trim();
  const isAddress = trimmed === '' || (/^[^\s@]+@[^\s@]+$/.test(trimmed) && trimmed.length <= 320);
  return isAddress ? text(trimmed) : { error: 'Enter an email address, such as help@lab.example.' };
}

function parseLink(draftText: string): Parsed<string> {
  const isLink = draftText.trim() === '' || safeInfoLink(draftText) !== null;
  return isLink ? text(draftText) : { error: 'Enter an address that starts with https://.' };
}

function parseKeywords(draftText: string): Parsed<string[]> {
  const keywords = items(draftText, /[,\r\n]/);
  const length = keywords.reduce((sum, keyword) => sum + keyword.length, 0);
  if (length <= MAX_KEYWORD_CHARACTERS) return { value: orNull(keywords) };
  return { error: `Use at most 1,024 characters in all. These have ${length.toLocaleString('en')}.` };
}

function parseOrganization(draftText: string): Parsed<string> {
  const trimmed = draftText.trim();
  if (/[\r\n]/.test(trimmed)) return { error: 'Use a single line.' };
  if (trimmed.length > MAX_ORGANIZATION_CHARACTERS)
    return { error: `Use at most 1,000 characters. This has ${trimmed.length.toLocaleString('en')}.` };
  return text(trimmed);
}

/** How each field is parsed (globus-api.md, "GCS Manager"). */
const PARSERS: { [F in GatewayField]: (draftText: string) => Parsed<NonNullable<GatewaySettings[F]>> } = {
  name: parseName,
  allowedDomains: parseDomains,
  authenticationTimeoutMinutes: parseMinutes,
  identityMappings: parseMappings,
  usersAllowed: parseUsers,
  usersDenied: parseUsers,
  lanName: text,
  requiresLanSecret: parseFlag,
  runsAsLocalUser: parseFlag,
  contactEmail: parseEmail,
  contactInfo: text,
  department: text,
  description: text,
  infoLink: parseLink,
  keywords: parseKeywords,
  organization: parseOrganization,
};

/** The settings that a draft changes, or what is wrong with it. */
export type ParsedGatewayDraft =
  | { kind: 'settings'; settings: Partial<GatewaySettings> }
  | { kind: 'errors'; errors: GatewayErrors };

/**
 * Parses the fields of a draft that differ from what is saved. The others aren't checked, because a setting that this
 * dashboard finds odd must not keep anyone from changing another one.
 *
 * @param saved the draft of what is saved; {@link EMPTY_DRAFT} for a new gateway
 */
export function parseGatewayDraft(draft: GatewayDraft, saved: GatewayDraft): ParsedGatewayDraft {
  const errors: GatewayErrors = {};
  const settings: Record<string, unknown> = {};
  const isNew = draftDifferences(EMPTY_DRAFT, saved).length === 0;
  for (const field of GATEWAY_FIELDS) {
    if (draft[field] === saved[field] && !(isNew && field === 'name')) continue;
    const parsed = PARSERS[field](draft[field]);
    if ('error' in parsed) errors[field] = parsed.error;
    else if (!isSameValue(field, parsed.value, saved[field])) settings[field] = parsed.value;
  }
  const concernsMapping = 'allowedDomains' in settings || 'identityMappings' in settings;
  if (concernsMapping && !errors.identityMappings && needsMapping(draft))
    errors.identityMappings = 'Several allowed domains need an identity mapping.';
  return Object.keys(errors).length > 0 ? { kind: 'errors', errors } : { kind: 'settings', settings };
}

/** Returns whether a value means the same as the saved text: only spaces or separators differ. */
function isSameValue(field: GatewayField, value: unknown, savedText: string): boolean {
  const saved = PARSERS[field](savedText);
  return 'value' in saved && JSON.stringify(saved.value) === JSON.stringify(value);
}

function needsMapping({ allowedDomains, identityMappings }: GatewayDraft): boolean {
  const mappings = parseMappings(identityMappings);
  return items(allowedDomains, /[\s,;]/).length > 1 && 'value' in mappings && mappings.value === null;
}

/** A setting that differs between two drafts. */
export interface GatewayDifference {
  field: GatewayField;
  from: string;
  to: string;
}

/** Returns the fields that differ between two drafts. */
export function draftDifferences(from: GatewayDraft, to: GatewayDraft): GatewayDifference[] {
  return GATEWAY_FIELDS.filter((field) => from[field] !== to[field]).map((field) => ({
    field,
    from: from[field],
    to: to[field],
  }));
}

/** A draft merged with what others saved meanwhile. */
export interface MergedDraft {
  draft: GatewayDraft;
  /** What others changed. */
  theirs: GatewayDifference[];
  /** Of those, the fields that the draft changes too, to something else. The draft keeps its own text there. */
  conflicts: GatewayField[];
}

/**
 * Merges a draft with what others saved since it was started, field by field.
 *
 * @param base what was saved when the draft was started
 * @param latest what is saved now
 */
export function mergeDraft(base: GatewayDraft, draft: GatewayDraft, latest: GatewayDraft): MergedDraft {
  const theirs = draftDifferences(base, latest);
  const merged = { ...draft };
  const conflicts: GatewayField[] = [];
  for (const { field, to } of theirs) {
    if (draft[field] === base[field]) merged[field] = to;
    else if (draft[field] !== to) conflicts.push(field);
  }
  return { draft: merged, theirs, conflicts };
}

/** Reads a stored draft. Returns null for anything else, such as one that another version of the dashboard stored. */
export function parseStoredDraft(stored: unknown): GatewayDraft | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const texts = GATEWAY_FIELDS.map((field) => [field, Reflect.get(stored, field)] as const);
  return texts.every(([, value]) => typeof value === 'string')
    ? (Object.fromEntries(texts) as GatewayDraft)
    : null;
}
