import type { Identity } from '../identity.ts';

/** Whom a policy is checked for: an identity, or a username of which nothing else is known. */
export type PolicySubject = Pick<Identity, 'username' | 'name' | 'organization' | 'email'> & {
  id: string | null;
};

type Interpolated = { kind: 'text'; text: string } | { kind: 'problem'; problem: string };

/** The fields of an identity that this dashboard reads. */
const FIELDS = new Set<string>(['id', 'username', 'name', 'organization', 'email']);

/**
 * Replaces what is in curly brackets: `{username}` by a field of the identity, `{0}` by what the first group matched.
 *
 * @returns the text, or a problem that continues a sentence about the template
 */
export function interpolate(
  template: string,
  subject: PolicySubject,
  groups: readonly (string | null)[],
): Interpolated {
  if (template.length > MAX_LENGTH) return problem('is too long to check here');
  // Backslashes escape brackets in the published mapper of Globus, which isn't documented [A].
  if (template.includes('\\')) return problem('has a backslash, which may have a meaning');
  const problems: string[] = [];
  const text = template.replace(/\{([^}]*)\}/g, (_all, name: string) => {
    const value = valueOfName(name, subject, groups);
    if (value.kind === 'problem') problems.push(value.problem);
    else return value.text;
    return '';
  });
  return problems[0] === undefined ? { kind: 'text', text } : problem(problems[0]);
}

const MAX_LENGTH = 1000;

function valueOfName(name: string, subject: PolicySubject, groups: readonly (string | null)[]): Interpolated {
  const label = `{${name.slice(0, 40)}}`;
  if (/^\d{1,4}$/.test(name)) {
    const group = groups[Number(name)];
    if (group === undefined) return problem(`has ${label}, but the expression has no such group`);
    return group === null ? problem(`has ${label}, which matched nothing`) : inserted(label, group);
  }
  if (!FIELDS.has(name)) return problem(`has ${label}, a field that this dashboard doesn’t read`);
  const value = subject[name as keyof PolicySubject];
  return value === null ? problem(`has ${label}, which isn’t known here`) : inserted(label, value);
}

/** The published mapper may interpolate brackets again that came with a value. */
function inserted(label: string, text: string): Interpolated {
  return /[{}]/.test(text) ? problem(`has ${label}, whose value has curly brackets`) : { kind: 'text', text };
}

function problem(text: string): Interpolated {
  return { kind: 'problem', problem: text };
}
