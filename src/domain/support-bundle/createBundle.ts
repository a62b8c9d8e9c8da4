import { type Diagnosis, diagnose } from '../diagnosis/diagnose.ts';
import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import { newestFirst } from '../tunnel/history.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleFacts } from './facts.ts';
import { truncateToLimits } from './limits.ts';

/** A support bundle: the facts and what the dashboard made of them. */
export interface SupportBundle extends BundleFacts {
  diagnosis: Diagnosis;
}

/** As much as a mail takes and a person reads. */
const MOST_EVENTS = 500;
const LONGEST_TEXT = 2000;

/**
 * Puts a bundle together. Without consent no e-mail address and no person's name goes in: the fields that hold
 * them are empty, and they are taken out of every free text too, before the diagnosis is made from it. Whatever the
 * API gave, what comes out can be read again (bundleLimits.ts).
 *
 * @param people everybody whose name may stand in a text: the owner, and who is signed in
 */
export function createBundle(
  facts: Omit<BundleFacts, 'format' | 'version'>,
  withPeople: boolean,
  people: readonly Identity[],
): SupportBundle {
  const sites = [facts.initiator, facts.listener];
  const names = [
    ...people.flatMap(({ name, username, email }) => [name, username, email]),
    ...sites.flatMap((site) => [site?.owner, site?.contactEmail]),
  ];
  const clean = withPeople ? shorten : (text: string) => shorten(withoutPeople(text, names));
  const events = facts.events && newestFirst(facts.events);
  const kept: BundleFacts = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    ...facts,
    tunnel: {
      ...facts.tunnel,
      label: facts.tunnel.label && clean(facts.tunnel.label),
      status: clean(facts.tunnel.status),
    },
    initiator: facts.initiator && cleanSite(facts.initiator, clean, withPeople),
    listener: facts.listener && cleanSite(facts.listener, clean, withPeople),
    owner: withPeople ? facts.owner : null,
    events:
      events?.slice(0, MOST_EVENTS).map((event) => ({
        ...event,
        description: clean(event.description),
        details: clean(event.details),
      })) ?? null,
    isEveryEvent: facts.isEveryEvent && (events?.length ?? 0) <= MOST_EVENTS,
  };
  return withDiagnosis(truncateToLimits(kept));
}

/** The facts with their diagnosis, as of the moment the bundle was made. */
export function withDiagnosis(facts: BundleFacts): SupportBundle {
  return { ...facts, diagnosis: diagnose({ ...facts, now: facts.madeAtMs }) };
}

function cleanSite(site: AccessPoint, clean: (text: string) => string, withPeople: boolean): AccessPoint {
  const maybe = (text: string | null) => text && clean(text);
  return {
    ...site,
    name: clean(site.name),
    organization: maybe(site.organization),
    department: maybe(site.department),
    description: maybe(site.description),
    infoLink: maybe(site.infoLink),
    tlsftpServer: maybe(site.tlsftpServer),
    keywords: site.keywords.map(clean),
    owner: withPeople ? site.owner : null,
    contactEmail: withPeople ? site.contactEmail : null,
    contactInfo: withPeople ? site.contactInfo : null,
  };
}

function shorten(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}

/** Only from where a word begins: tried at every letter, a long text without any would take seconds. */
const EMAIL = /(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;

/** A text without e-mail addresses and without these names, in whatever case they are written. */
function withoutPeople(text: string, names: readonly (string | null | undefined)[]): string {
  // Names of one or two letters would take words apart.
  const known = names.filter((name) => name != null && name.trim().length > 2) as string[];
  const longestFirst = known.map((name) => name.trim()).sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (rest, name) => rest.replace(new RegExp(escaped(name), 'giu'), '[name removed]'),
    text.replace(EMAIL, '[e-mail removed]'),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
