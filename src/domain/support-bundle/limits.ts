import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import type { Contact } from '../tunnel/contact.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import type { BundleFacts } from './facts.ts';
import type { LoggedRequest } from './loggedRequest.ts';

// What a support bundle may hold: whoever makes one keeps to it, whoever reads one insists on it.

/** Characters, by what it is. */
export const MAX_LENGTHS = {
  text: 20_000,
  path: 2000,
  word: 1000,
  name: 300,
  host: 255,
  id: 100,
  method: 20,
} as const;

/** Items of any list. */
export const MAX_ITEMS = 1000;

/** A number of anything, minutes above all. */
export const MAX_COUNT = 1e12;

/** In commands and addresses: nothing that a shell or a path would take for more than a word. */
export const BUNDLE_ID_PATTERN = /^[\w-]+$/;
/** An address as the API may give it, with its zone or in brackets. */
export const BUNDLE_HOST_PATTERN = /^[\w.:%[\]-]+$/;

const cut = (text: string, what: keyof typeof MAX_LENGTHS) => text.slice(0, MAX_LENGTHS[what]);
const maybe = (text: string | null) => text && cut(text, 'text');
/** What no id and no host holds shows as a low line. */
const idOf = (id: string) => cut(id, 'id').replace(/[^\w-]/g, '_');
const maybeId = (id: string | null) => (id ? idOf(id) : null);
const hostOf = (host: string) => cut(host, 'host').replace(/[^\w.:%[\]-]/g, '_');
const contactOf = (contact: Contact | null) => contact && { ...contact, host: hostOf(contact.host) };

/** The facts of a bundle, cut to what a reader takes, whatever the API gave. */
export function truncateToLimits(facts: BundleFacts): BundleFacts {
  return {
    ...facts,
    app: cut(facts.app, 'name'),
    browser: cut(facts.browser, 'word'),
    globus: cut(facts.globus, 'name'),
    tunnel: tunnelWithin(facts.tunnel),
    initiator: facts.initiator && siteWithin(facts.initiator),
    listener: facts.listener && siteWithin(facts.listener),
    owner: facts.owner && identityWithin(facts.owner),
    events: facts.events?.slice(0, MAX_ITEMS).map(eventWithin) ?? null,
    requests: facts.requests.slice(0, MAX_ITEMS).map(requestWithin),
  };
}

function tunnelWithin(tunnel: Tunnel): Tunnel {
  const { lifetimeMinutes } = tunnel;
  const isCount = lifetimeMinutes !== null && lifetimeMinutes <= MAX_COUNT;
  return {
    ...tunnel,
    id: idOf(tunnel.id),
    label: maybe(tunnel.label),
    stateText: cut(tunnel.stateText, 'word'),
    status: cut(tunnel.status, 'text'),
    lifetimeMinutes: isCount ? lifetimeMinutes : null,
    listenerContact: contactOf(tunnel.listenerContact),
    initiatorContact: contactOf(tunnel.initiatorContact),
    initiatorAccessPointId: maybeId(tunnel.initiatorAccessPointId),
    listenerAccessPointId: maybeId(tunnel.listenerAccessPointId),
    ownerId: maybeId(tunnel.ownerId),
    submissionId: maybeId(tunnel.submissionId),
  };
}

function siteWithin(site: AccessPoint): AccessPoint {
  return {
    id: idOf(site.id),
    name: cut(site.name, 'text'),
    tlsftpServer: maybe(site.tlsftpServer),
    owner: maybe(site.owner),
    organization: maybe(site.organization),
    department: maybe(site.department),
    description: maybe(site.description),
    keywords: site.keywords.slice(0, MAX_ITEMS).map((keyword) => cut(keyword, 'word')),
    contactEmail: maybe(site.contactEmail),
    contactInfo: maybe(site.contactInfo),
    infoLink: maybe(site.infoLink),
    hostEndpointId: maybeId(site.hostEndpointId),
  };
}

function identityWithin({ id, username, name, organization, email }: Identity): Identity {
  return {
    id: idOf(id),
    username: cut(username, 'text'),
    name: maybe(name),
    organization: maybe(organization),
    email: maybe(email),
  };
}

function eventWithin(event: TunnelEvent): TunnelEvent {
  return {
    ...event,
    id: cut(event.id, 'id'),
    codeText: cut(event.codeText, 'word'),
    description: cut(event.description, 'text'),
    details: cut(event.details, 'text'),
  };
}

function requestWithin(request: LoggedRequest): LoggedRequest {
  return {
    ...request,
    service: cut(request.service, 'name'),
    method: cut(request.method, 'method'),
    path: cut(request.path, 'path'),
    // A clock that is set back while one waits.
    durationMs: Math.max(0, request.durationMs),
    requestId: request.requestId && cut(request.requestId, 'name'),
  };
}
