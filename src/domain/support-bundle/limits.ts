import type { AccessPoint } from '../site/accessPoint.ts';
import type { Identity } from '../site/identity.ts';
import type { Contact } from '../tunnel/contact.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import type { BundleFacts } from './facts.ts';
import type { LoggedRequest } from './loggedRequest.ts';

// The limits of a support bundle. Creating one keeps to them; opening one checks them.

/** In characters. */
export const MAX_LENGTHS = {
  text: 20_000,
  path: 2000,
  word: 1000,
  name: 300,
  host: 255,
  id: 100,
  method: 20,
} as const;

/** Items in any list. */
export const MAX_ITEMS = 1000;

/** The largest number of anything, such as minutes. */
export const MAX_COUNT = 1e12;

/** IDs go into commands and URLs, so they hold nothing that a shell or a path treats specially. */
export const BUNDLE_ID_PATTERN = /^[\w-]+$/;
/** An address as the API may send it, with a zone or in brackets. */
export const BUNDLE_HOST_PATTERN = /^[\w.:%[\]-]+$/;

const cut = (text: string, what: keyof typeof MAX_LENGTHS) => text.slice(0, MAX_LENGTHS[what]);
const cutOptional = (text: string | null) => text && cut(text, 'text');
/** Replaces what no ID may hold with an underscore. */
const toId = (id: string) => cut(id, 'id').replace(/[^\w-]/g, '_');
const toOptionalId = (id: string | null) => (id ? toId(id) : null);
const toHost = (host: string) => cut(host, 'host').replace(/[^\w.:%[\]-]/g, '_');
const toContact = (contact: Contact | null) => contact && { ...contact, host: toHost(contact.host) };

/** Cuts the facts of a bundle to the limits, whatever the API sent. */
export function truncateToLimits(facts: BundleFacts): BundleFacts {
  return {
    ...facts,
    app: cut(facts.app, 'name'),
    browser: cut(facts.browser, 'word'),
    globus: cut(facts.globus, 'name'),
    tunnel: truncateTunnel(facts.tunnel),
    initiator: facts.initiator && truncateAccessPoint(facts.initiator),
    listener: facts.listener && truncateAccessPoint(facts.listener),
    owner: facts.owner && truncateIdentity(facts.owner),
    events: facts.events?.slice(0, MAX_ITEMS).map(truncateEvent) ?? null,
    requests: facts.requests.slice(0, MAX_ITEMS).map(truncateRequest),
  };
}

function truncateTunnel(tunnel: Tunnel): Tunnel {
  const { lifetimeMinutes } = tunnel;
  const isCount = lifetimeMinutes !== null && lifetimeMinutes <= MAX_COUNT;
  return {
    ...tunnel,
    id: toId(tunnel.id),
    label: cutOptional(tunnel.label),
    stateText: cut(tunnel.stateText, 'word'),
    status: cut(tunnel.status, 'text'),
    lifetimeMinutes: isCount ? lifetimeMinutes : null,
    listenerContact: toContact(tunnel.listenerContact),
    initiatorContact: toContact(tunnel.initiatorContact),
    initiatorAccessPointId: toOptionalId(tunnel.initiatorAccessPointId),
    listenerAccessPointId: toOptionalId(tunnel.listenerAccessPointId),
    ownerId: toOptionalId(tunnel.ownerId),
    submissionId: toOptionalId(tunnel.submissionId),
  };
}

function truncateAccessPoint(site: AccessPoint): AccessPoint {
  return {
    id: toId(site.id),
    name: cut(site.name, 'text'),
    tlsftpServer: cutOptional(site.tlsftpServer),
    owner: cutOptional(site.owner),
    organization: cutOptional(site.organization),
    department: cutOptional(site.department),
    description: cutOptional(site.description),
    keywords: site.keywords.slice(0, MAX_ITEMS).map((keyword) => cut(keyword, 'word')),
    contactEmail: cutOptional(site.contactEmail),
    contactInfo: cutOptional(site.contactInfo),
    infoLink: cutOptional(site.infoLink),
    hostEndpointId: toOptionalId(site.hostEndpointId),
  };
}

function truncateIdentity({ id, username, name, organization, email }: Identity): Identity {
  return {
    id: toId(id),
    username: cut(username, 'text'),
    name: cutOptional(name),
    organization: cutOptional(organization),
    email: cutOptional(email),
  };
}

function truncateEvent(event: TunnelEvent): TunnelEvent {
  return {
    ...event,
    id: cut(event.id, 'id'),
    codeText: cut(event.codeText, 'word'),
    description: cut(event.description, 'text'),
    details: cut(event.details, 'text'),
  };
}

function truncateRequest(request: LoggedRequest): LoggedRequest {
  return {
    ...request,
    service: cut(request.service, 'name'),
    method: cut(request.method, 'method'),
    path: cut(request.path, 'path'),
    // The clock may have been set back during the request.
    durationMs: Math.max(0, request.durationMs),
    requestId: request.requestId && cut(request.requestId, 'name'),
  };
}
