// npm run prose: checks that text for people, in the product and in the code, uses standard terms. Reads string
// literals, JSX text, comments and Markdown; each rule names the word to use instead. Takes paths, by default the whole
// project, so that one folder can be checked alone.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
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
  { pattern: /\bGlobus'(?=[\s,.;:)])/, instead: 'Globus, or "of Globus"' },
  {
    pattern:
      /\b(favourite|colour|behaviour|licence|centre|organis|recognis|cancelled|cancelling|labelled(?!by)|grey)/i,
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

/** @typedef {{ text: string, start: number }} Passage A text that people read, and where it starts in its file. */

/**
 * Finds words to avoid in one file.
 *
 * @param {string} name the file's name, which says how to read it
 * @param {string} source what the file holds
 * @returns {{ line: number, found: string, instead: string }[]} lines count from 1
 */
export function checkProse(name, source) {
  return passages(name, source).flatMap(({ text, start }) => {
    const { flat, offsets } = flatten(text);
    return RULES.flatMap(({ pattern, instead }) =>
      [...flat.matchAll(new RegExp(pattern, `g${pattern.flags}`))].map((match) => {
        const line = source.slice(0, start + (offsets[match.index] ?? 0)).split('\n').length;
        return { line, found: match[0].trim(), instead };
      }),
    );
  });
}

/**
 * Joins the lines of a text, because a phrase can run over the end of a line of a comment.
 *
 * @param {string} text
 * @returns {{ flat: string, offsets: number[] }} the joined text, and where each of its characters was
 */
function flatten(text) {
  const offsets = [];
  let flat = '';
  for (const { 0: part, index } of text.matchAll(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*|[\s\S]/g)) {
    flat += part.includes('\n') ? ' ' : part;
    offsets.push(index);
  }
  return { flat, offsets };
}

/**
 * Returns the parts of a file that people read.
 *
 * @param {string} name
 * @param {string} source
 * @returns {Passage[]}
 */
function passages(name, source) {
  const kind = extname(name);
  const withoutCode = /```[\s\S]*?```|`[^`\n]*`|^ {4,}.*$/gm;
  if (kind === '.md')
    return [{ text: source.replace(withoutCode, (code) => code.replace(/[^\n]/g, ' ')), start: 0 }];
  if (kind === '.css') return matches(source, /\/\*[\s\S]*?\*\//g);
  if (kind === '.html') return [...matches(source, />[^<]+</g), ...matches(source, /\/\/.*$/gm)];
  return passagesOfCode(name, source);
}

/**
 * @param {string} source
 * @param {RegExp} pattern
 * @returns {Passage[]}
 */
function matches(source, pattern) {
  return [...source.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}

/**
 * @param {string} name
 * @param {string} source
 * @returns {Passage[]}
 */
function passagesOfCode(name, source) {
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, kind);
  /** @type {Map<number, string>} where a passage starts -> the passage */
  const found = new Map();
  const addComments = (/** @type {number} */ position) => {
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(source, position) ?? []),
      ...(ts.getTrailingCommentRanges(source, position) ?? []),
    ])
      found.set(pos, source.slice(pos, end));
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    // Text in JSX can look like a comment.
    if (!ts.isJsxText(node)) {
      addComments(node.getFullStart());
      addComments(node.getEnd());
    }
    if (isText(node)) found.set(node.getStart(file), textOf(node, file));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  /** @type {Passage[]} */
  const joined = [];
  for (const [start, text] of [...found].sort(([a], [b]) => a - b)) {
    const before = joined.at(-1);
    const gap = before && source.slice(before.start + before.text.length, start);
    // Consecutive line comments are one text.
    if (before && text.startsWith('//') && before.text.startsWith('//') && /^\n *$/.test(gap ?? ''))
      before.text += gap + text;
    else joined.push({ start, text });
  }
  return joined;
}

/**
 * Whether a node is a text for people. A string of one word is a key or a name, and a path is no text.
 *
 * @param {ts.Node} node
 */
function isText(node) {
  if (ts.isImportDeclaration(node.parent ?? node) || ts.isExportDeclaration(node.parent ?? node))
    return false;
  const isPlain = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node);
  return ts.isTemplateExpression(node) || (isPlain && /\s/.test(node.text.trim()));
}

/**
 * Returns a text as it stands in the file, with the code inside a template made invisible.
 *
 * @param {ts.Node} node
 * @param {ts.SourceFile} file
 */
function textOf(node, file) {
  let text = node.getText(file);
  if (!ts.isTemplateExpression(node)) return text;
  for (const { expression } of node.templateSpans) {
    const at = expression.getStart(file) - node.getStart(file);
    const { length } = expression.getText(file);
    text = text.slice(0, at) + 'x'.repeat(length) + text.slice(at + length);
  }
  return text;
}

/**
 * Returns every file below a path that this check reads.
 *
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (SKIPPED.test(relative(projectFolder, path))) return [];
  if (statSync(path).isFile()) return KINDS.has(extname(path)) ? [path] : [];
  return readdirSync(path).flatMap((entry) => filesBelow(join(path, entry)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const paths = process.argv.slice(2).map((path) => resolve(path));
  const files = (paths.length > 0 ? paths : [projectFolder]).flatMap(filesBelow);
  let findings = 0;
  for (const path of files)
    for (const { line, found, instead } of checkProse(path, readFileSync(path, 'utf8'))) {
      console.log(`${relative(process.cwd(), path)}:${line}: "${found}": write ${instead}`);
      findings += 1;
    }
  console.log(`Prose: ${files.length} files read, ${findings} ${findings === 1 ? 'finding' : 'findings'}.`);
  process.exit(findings === 0 ? 0 : 1);
}
