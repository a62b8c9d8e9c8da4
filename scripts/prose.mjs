// npm run prose: checks that text for people, in the product and in the code, uses standard terms. Reads string
// literals, JSX text, comments and Markdown; each rule names the word to use instead. Takes paths, by default the whole
// project, so that one folder can be checked alone.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { projectFolder } from './prerequisites.mjs';

/**
 * The words to avoid, each with what to write instead. A word belongs here when it has a standard term (the glossary in
 * CONTRIBUTING.md), or when it makes a reader stop.
 *
 * @type {readonly { pattern: RegExp, instead: string }[]}
 */
export const RULES = [
  { pattern: /\b(told|tells|tellings?|untold)\b/i, instead: 'report, show, say, or "Unknown"' },
  { pattern: /\b(somebody|anybody|everybody|nobody)\b/i, instead: 'someone, anyone, everyone, no one' },
  { pattern: /\bgo(es|ing)? on\b|\bwent on\b|\bway on\b/i, instead: 'continue' },
  {
    pattern: /\bby itself\b|\bby themselves\b|\bof itself\b|\bby and by\b/i,
    instead: 'automatically, on its own, gradually',
  },
  { pattern: /\b(is|are|was|were) over\b|\bnone left\b/i, instead: 'ended, expired' },
  { pattern: /\bmak(e|es|ing) (it |them )?again\b|\bmade again\b/i, instead: 'recreate, duplicate' },
  {
    pattern:
      /\b(make|makes|making|made) (a|an|another|the|new|one's|your) (new )?(tunnel|preset|secret|gateway|access point)s?\b/i,
    instead: 'create',
  },
  { pattern: /\bwhose turn\b/i, instead: 'waiting on' },
  {
    pattern: /\bat hand\b|\bput away\b|\btakes? (it|this|that) no more\b|\bcom(e|es|ing) into being\b/i,
    instead: 'plain words',
  },
  { pattern: /\bno more\b(?! than)/i, instead: 'no longer' },
  { pattern: /\bat present\b/i, instead: 'right now, now' },
  {
    pattern: /\b(ask|asks|asked|asking|look|looks|looked) (for it |for them )?(again|anew|afresh)\b/i,
    instead: 'retry, refresh, fetch again',
  },
  {
    pattern:
      /\b(where|what|when|as|if|that|which|who|before|after|until|while) one (can|may|does|is|has|must|sees|wants|looks|signs|leaves|types)\b/i,
    instead: 'you, a person',
  },
  { pattern: /(^|[.!?] )Should (it|no|a|an|the|this|that|there)\b/, instead: 'If ...' },
  { pattern: /\bGlobus'(?!\w)/, instead: 'Globus, or "of Globus"' },
  {
    pattern:
      /\b(favourite|colour|behaviour|licence|centre|organis|recognis|cancelled|cancelling|labelled|grey)/i,
    instead: 'American spelling',
  },
  { pattern: /\be-mails?\b|\b(a|the|this|whole|by) mail\b/i, instead: 'email' },
  { pattern: /\bpeople of (a|the) site\b|\bsite's people\b/i, instead: 'site administrators' },
  { pattern: /\b(sign-in|session) is over\b/i, instead: 'session expired' },
];

/** Files that people read and this check reads. */
const KINDS = new Set(['.ts', '.tsx', '.mjs', '.js', '.css', '.md', '.html']);
const SKIPPED =
  /(^|\/)(node_modules|dist|\.git|\.cache|\.ci|test-results|LICENSE|package-lock\.json)(\/|$)|^scripts\/prose(\.test)?\.(mjs|ts)$/;

/**
 * Finds words to avoid in one file.
 *
 * @param {string} name the file's name, which says how to read it
 * @param {string} source what the file holds
 * @returns {{ line: number, found: string, instead: string }[]} one entry a finding, lines counted from 1
 */
export function checkProse(name, source) {
  return texts(name, source).flatMap(({ text, start }) =>
    RULES.flatMap(({ pattern, instead }) => {
      // A sentence may run over several lines of a comment.
      const flat = text.replace(/\n\s*(\*|\/\/)?\s*/g, (gap) => ' '.padEnd(gap.length));
      const match = pattern.exec(
        flat.replace(/ {2,}/g, (gap) => ` ${'\u200b'.repeat(gap.length - 1)}`).replace(/\u200b/g, ''),
      );
      if (!match) return [];
      const at = Math.max(
        0,
        flat.search(
          new RegExp(
            match[0]
              .trim()
              .split(/\s+/)[0]
              .replace(/[^\w-]/g, '\\$&'),
          ),
        ),
      );
      return [{ line: source.slice(0, start + at).split('\n').length, found: match[0].trim(), instead }];
    }),
  );
}

/** @returns {{ text: string, start: number }[]} the parts of a file that people read */
function texts(name, source) {
  const kind = extname(name);
  if (kind === '.md')
    return [{ text: source.replace(/```[\s\S]*?```|`[^`\n]*`|^ {4,}.*$/gm, blank), start: 0 }];
  if (kind === '.css') return matches(source, /\/\*[\s\S]*?\*\//g);
  if (kind === '.html') return matches(source, />[^<]+</g).concat(matches(source, /\/\/.*$/gm));
  return textsOfCode(name, source);
}

const blank = (text) => text.replace(/[^\n]/g, ' ');

function matches(source, pattern) {
  return [...source.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}

function textsOfCode(name, source) {
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, kind);
  const found = new Map();
  const addComments = (position) => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(source, position) ?? []),
      ...(ts.getTrailingCommentRanges(source, position) ?? []),
    ])
      found.set(range.pos, source.slice(range.pos, range.end));
  };
  const visit = (node) => {
    addComments(node.getFullStart());
    addComments(node.getEnd());
    const isPath =
      node.parent && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent));
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateLiteralToken(node);
    // A single word in lower case is a key or a name, not a sentence.
    if (isText && !isPath && /\s/.test(node.text.trim())) found.set(node.getStart(file), node.text);
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  return [...found].map(([start, text]) => ({ start, text }));
}

/** @returns {Generator<string>} every file below a path that this check reads */
function* filesBelow(path) {
  if (SKIPPED.test(relative(projectFolder, path))) return;
  if (statSync(path).isFile()) {
    if (KINDS.has(extname(path))) yield path;
    return;
  }
  for (const entry of readdirSync(path)) yield* filesBelow(join(path, entry));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const paths = process.argv.slice(2);
  const files = (paths.length > 0 ? paths : [projectFolder]).flatMap((path) => [
    ...filesBelow(join(process.cwd(), relative(process.cwd(), path))),
  ]);
  const findings = files.flatMap((path) =>
    checkProse(path, readFileSync(path, 'utf8')).map((finding) => ({
      ...finding,
      path: relative(process.cwd(), path),
    })),
  );
  for (const { path, line, found, instead } of findings)
    console.log(`${path}:${line}: "${found}": write ${instead}`);
  console.log(
    findings.length === 0
      ? `Prose: ${files.length} files read, nothing to avoid.`
      : `Prose: ${findings.length} findings.`,
  );
  process.exit(findings.length === 0 ? 0 : 1);
}
