/**
 * Functions whose name says that they redact: what their bodies show decides, where they show it.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const REQUEST = `import Anthropic from '@anthropic-ai/sdk';
import { redact } from './redact.js';
const client = new Anthropic();
export const ask = (patient) =>
  client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: redact(patient.ssn) }] });
`;

const isReported = (redactor: string): boolean =>
  Object.keys(
    lintFiles({ 'main.js': REQUEST, 'redact.js': redactor }, { rules: { 'require-redaction': true } }),
  ).length > 0;

const RULES = `const RULES = [[/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'], [/\\d{8}/g, '[MRN]']];\n`;
const STEPS = `const STEPS = [(text) => text.replace(/\\d{9}/g, '[SSN]')];\n`;
const KINDS = `const KINDS = { ssn: /\\d{9}/g, mrn: /\\d{8}/g };\n`;

const EMPTIED: Readonly<Record<string, string>> = {
  'a replacement that gives back what it found': `export const redact = (text) => text.replace(/\\d{9}/g, (hit) => hit);`,
  'a replacement that only changes its case': `export const redact = (text) => text.replace(/[a-z]+/g, (hit) => hit.toUpperCase());`,
  'a replacement by what was found': `export const redact = (text) => text.replace(/\\d{9}/g, '$&');`,
  'a fold whose step gives back what it has': `${RULES}export const redact = (text) => RULES.reduce((rest, [pattern]) => (pattern.test(rest) ? rest : rest.trim()), text);`,
  'a fold with a replacement that gives back what it found': `${KINDS}export const redact = (value) => Object.entries(KINDS).reduce((all, [kind, pattern]) => all.replace(pattern, (hit) => hit.toUpperCase()), value);`,
  'a fold over steps that are not run': `${STEPS}export const redact = (text) => STEPS.reduce((current) => current, text);`,
  'a fold over redactors that are not run': `const scrubbers = [(text) => text.replace(/\\d{9}/g, '[SSN]')];\nexport const redact = (text) => scrubbers.reduce((rest) => rest, text);`,
  'a loop that writes the variable over with itself': `${RULES}export function redact(text) {
  let result = text;
  for (const [pattern] of RULES) {
    if (pattern.test(result)) result = \`\${result}\`.trim();
  }
  return result;
}`,
  'a map over its lines that changes nothing': `export const redact = (text) => text.split('\\n').map((line) => line.trim()).join('\\n');`,
  'a map over its words with a function of the file that changes nothing': `const keep = (word) => word.trim();\nexport const redact = (text) => text.split(' ').map(keep).join(' ');`,
  'entries put together again': `export const redact = (text) => Object.fromEntries(Object.entries(text).map(([name, value]) => [name, value.trim()]));`,
  'lines that are parted and joined': `export const redact = (text) => text.split(/\\r?\\n/).join(' ');`,
  'nothing or all': `export const redact = (text) => (text.length > 3 ? text : '');`,
  'a sequence': `export const redact = (text) => (/x/g.lastIndex, text);`,
  'a deep copy': `export const redact = (text) => structuredClone(text);`,
  'an async function': `export const redact = async (text) => { await Promise.resolve(); return text; };`,
};

const WORKING: Readonly<Record<string, string>> = {
  'a replacement by a mask': `export const redact = (text) => text.replace(/\\d{9}/g, '[SSN]');`,
  'a replacement by stars as long': `export const redact = (text) => text.replace(/\\d{9}/g, (hit) => '*'.repeat(hit.length));`,
  'a replacement by a token of what was found': `import { tokenFor } from 'vault';\nexport const redact = (text) => text.replace(/\\d{9}/g, (hit) => tokenFor(hit));`,
  'a mask or all': `export const redact = (text) => (/\\d{9}/.test(text) ? '[withheld]' : text);`,
  'what stands between numbers': `export const redact = (text) => text.split(/\\d{9}/).join(' ');`,
  'a fold of replacements': `${RULES}export const redact = (text) => RULES.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);`,
  'a fold that runs its steps': `${STEPS}export const redact = (text) => STEPS.reduce((current, step) => step(current), text);`,
  'a fold with a pattern of each kind': `${KINDS}export const redact = (value) => Object.entries(KINDS).reduce((all, [kind, pattern]) => all.replace(pattern, \`[\${kind}]\`), value);`,
  'a loop of replacements': `${RULES}export function redact(text) {
  let result = text;
  for (const [pattern, mark] of RULES) {
    if (pattern.test(result)) result = result.replace(pattern, mark);
  }
  return result;
}`,
  'a loop that runs its steps': `${STEPS}export function redact(text) {
  let result = text;
  for (const step of STEPS) result = step(result);
  return result;
}`,
  'a map over its words that leaves some out': `export const redact = (text) => text.split(' ').map((word) => (/\\d{9}/.test(word) ? '[SSN]' : word)).join(' ');`,
  'a map over its words that gives a mask': `export const redact = (text) => text.split(' ').map((word) => (/\\d/.test(word) ? '###' : word)).join(' ');`,
  'entries with a mask for each': `export const redact = (text) => Object.fromEntries(Object.entries(text).map(([name]) => [name, '***']));`,
  'entries with a mask for some': `export const redact = (text) => Object.fromEntries(Object.entries(text).map(([name, value]) => (name === 'ssn' ? [name, 'redacted'] : [name, value])));`,
  'entries of which some are left out': `export const redact = (text) => Object.fromEntries(Object.entries(text).filter(([name]) => name !== 'ssn').map(([name, value]) => [name, value]));`,
  'a copy with a field written over': `export const redact = (text) => ({ ...text, ssn: '[SSN]' });`,
  'a copy with a field set to nothing': `export const redact = (text) => ({ ...text, ssn: undefined });`,
  'a copy of which a field is deleted': `export function redact(text) { const copy = { ...text }; delete copy.ssn; return copy; }`,
  'a copy of which a field is set': `export function redact(text) { const copy = { ...text }; copy.ssn = 'withheld'; return copy; }`,
  'a rest without the field': `export const redact = ({ ssn, ...rest }) => rest;`,
};

describe('a redactor of another module', () => {
  it.each(Object.entries(EMPTIED))('does nothing: %s', (_name, redactor) => {
    expect(isReported(redactor)).toBe(true);
  });
  it.each(Object.entries(WORKING))('counts: %s', (_name, redactor) => {
    expect(isReported(redactor)).toBe(false);
  });
});

describe('what leads to itself', () => {
  const ask = (code: string): string => `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
${code}
export const ask = (patient) =>
  client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: part(patient.ssn) }] });
`;
  const LEADING: Readonly<Record<string, string>> = {
    'a number that changes its sign':
      'let side = 4;\nfor (const _ of [1, 2]) side = -side;\nconst part = (text) => text.slice(side);',
    'steps that run each other': `const steps = [first];
const others = [second];
function first(text) { for (const step of others) return step(text); return text; }
function second(text) { for (const step of steps) return step(text); return text; }
const part = (text) => { let rest = text; for (const step of steps) rest = step(rest); return rest; };`,
  };
  it.each(Object.entries(LEADING))('is judged: %s', (_name, code) => {
    const found = lintFiles({ 'main.js': ask(code) }, { rules: { 'require-redaction': true } });
    expect(Object.values(found).flat().join()).toMatch(/^\d+ require-redaction identifier/);
  });
});
