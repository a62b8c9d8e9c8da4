import { type Diagnosis, diagnose } from '../diagnosis/diagnose.ts';
import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import { newestFirst } from '../tunnel/history.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleFacts } from './facts.ts';
import { truncateToLimits } from './limits.ts';
import { peopleRemover } from './peopleRemover.ts';

/** A support bundle: the facts, and the diagnosis made from them. */
export interface SupportBundle extends BundleFacts {
  diagnosis: Diagnosis;
}

/** What still fits into an email and what people still read. */
const MOST_EVENTS = 500;
const LONGEST_TEXT = 2000;

/**
 * Creates a bundle. Without consent, it has no email addresses and no names of people: the fields for them are empty,
 * and they are removed from every free text, before the diagnosis is made from it. The result keeps to the limits in
 * limits.ts, whatever the API sent, so it can always be opened.
 *
 * @param withPeople whether there is consent
 * @param people whose names may occur in a text: the owner, and the person who is signed in
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
  const removePeople = peopleRemover(names);
  const clean = withPeople ? shorten : (text: string) => shorten(removePeople(text));
  const events = facts.events && newestFirst(facts.events);
  const cleaned: BundleFacts = {
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
  return withDiagnosis(truncateToLimits(cleaned));
}

/** Adds the diagnosis to the facts, as of the time the bundle was created. */
export function withDiagnosis(facts: BundleFacts): SupportBundle {
  return { ...facts, diagnosis: diagnose({ ...facts, now: facts.madeAtMs }) };
}

function cleanSite(site: AccessPoint, clean: (text: string) => string, withPeople: boolean): AccessPoint {
  const cleanOptional = (text: string | null) => text && clean(text);
  return {
    ...site,
    name: clean(site.name),
    organization: cleanOptional(site.organization),
    department: cleanOptional(site.department),
    description: cleanOptional(site.description),
    infoLink: cleanOptional(site.infoLink),
    tlsftpServer: cleanOptional(site.tlsftpServer),
    keywords: site.keywords.map(clean),
    owner: withPeople ? site.owner : null,
    contactEmail: withPeople ? site.contactEmail : null,
    contactInfo: withPeople ? site.contactInfo : null,
  };
}

function shorten(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}
