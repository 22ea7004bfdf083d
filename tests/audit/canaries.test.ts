/**
 * Hostile text, in every place that has room for it, gets out of no writer as anything but text.
 */
import { describe, expect, it } from 'vitest';
import { diffOf } from '../../src/audit/diff.ts';
import { fleetOf } from '../../src/audit/fleet.ts';
import type { Collected, Evidence } from '../../src/audit/model.ts';
import { sealEvidence } from '../../src/audit/seal.ts';
import { csvOf } from '../../src/audit/writers/csv.ts';
import { fleetFiles } from '../../src/audit/writers/fleet.ts';
import { filesOf } from '../../src/audit/writers/index.ts';
import { md, mdCode, mdMessage } from '../../src/audit/writers/markdown-text.ts';
import { escaped } from '../../src/audit/writers/markup.ts';
import { mermaidOf } from '../../src/audit/diagram/mermaid.ts';
import { graphOf } from '../../src/audit/diagram/graph.ts';
import { collected, SMALL } from '../helpers/evidence.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  ']]><svg onload=alert(1)>',
  '&lt;b&gt;',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)*cmd|x',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '| a | b | <b>',
  '`code` ``ticks`` @everyone #1',
  'https://evil.example/?q=1 www.evil.example',
  '"] --> x; click x "javascript:alert(1)"',
  '%%{init: {"securityLevel":"loose"}}%%',
];

/** Evidence with a hostile text in each place where people and rules speak, and in each path and name. */
function hostile(text: string): Evidence {
  const made = collected(SMALL);
  const name = text.replace(/[\s"'`&=|!;%{}?,+\\]/g, '') || 'x';
  const path = `src/${text.replace(/^\/+/, '').replaceAll('\\', '')}.ts`;
  const [site] = made.callSites;
  if (!site) throw new Error('no call site');
  const at = { file: path, line: 3, function: name };
  const sites = [{ ...site, at, callee: name, entries: site.entries.map((one) => ({ ...one, at, name })) }];
  const speaking: Partial<Collected> = {
    callSites: sites,
    findings: made.findings.map((finding) => ({ ...finding, message: text, at, cause: { name, at } })),
    deviations: made.deviations.map((one) => ({ ...one, from: text, to: text, at })),
    waivers: made.waivers.map((one) => ({ ...one, owner: text, ref: text, reason: text, at })),
    attestations: made.attestations.map((one) => ({ ...one, reference: text, expires: text })),
    provenance: { ...made.provenance, command: [text] },
  };
  return sealEvidence({ ...made, ...speaking });
}

/** Elements and attributes of markup as a browser tells them apart: text that is escaped has none. */
function tagsOf(markup: string): string[] {
  const own = markup.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  return [...own.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([tag]) => tag);
}

describe.each(HOSTILE)('%s', (text) => {
  const files = filesOf(hostile(text));
  const file = (name: string): string => files.get(name) ?? '';

  it('is text in the page and the picture', () => {
    for (const markup of [file('evidence.html'), file('diagram.svg')]) {
      const body = markup.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
      // Whatever looks like a tag is one of ours, whole.
      expect(body.match(/</g)?.length).toBe(tagsOf(markup).length + (body.match(/<(?:\/|!)/g)?.length ?? 0));
      for (const tag of tagsOf(markup)) {
        expect(tag).not.toMatch(/\son\w+=|javascript:|<(?:img|iframe|object|embed|base|link)\b/i);
      }
    }
    expect(file('evidence.html').match(/<script>/g)).toHaveLength(1);
  });

  it('starts no formula', () => {
    for (const name of ['sites.csv', 'controls.csv', 'processors.csv']) {
      for (const cell of file(name).split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n/)) {
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@-]/);
      }
    }
  });

  it('is neither link nor picture nor markup in Markdown', () => {
    // Code is taken literally by every renderer; what is left must hold nothing.
    const prose = file('comment.md').replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(prose.replace(/<\/?sub>/g, '')).not.toMatch(/<|\]\(|!\[|https?:\/\/|(?<!&#?\w*)@\w/);
  });

  it('is a label in Mermaid', () => {
    const lines = file('diagram.mmd').trim().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^(?:---|title: "[^"]*"|flowchart LR|\s*subgraph c\d \["[^"]*"\]|\s*n\d+\["[^"\]]*"\]|\s*end|\s*n\d+ (?:-->|-\.->|==>) n\d+|\s*linkStyle [\d,]+ [\w:#,-]+)$/,
      );
    }
  });

  it('stays within its string in JSON', () => {
    for (const name of [
      'evidence.json',
      'findings.sarif',
      'full.sarif',
      'hdf.json',
      'oscal-assessment-results.json',
    ])
      expect(() => {
        JSON.parse(file(name));
      }).not.toThrow();
  });

  it('is text on the page of a fleet and in a diff', () => {
    const evil = hostile(text);
    const fleet = fleetFiles(
      fleetOf(
        [
          { name: text, reading: { evidence: evil } },
          { name: text, reading: { problem: text } },
        ],
        { asOf: '2026-11-29', expected: [text] },
      ),
    );
    expect(fleet.get('fleet.html')?.match(/<script>/g)).toHaveLength(1);
    for (const tag of tagsOf(fleet.get('fleet.html') ?? '')) expect(tag).not.toMatch(/\son\w+=|javascript:/i);
    expect(() => filesOf(evil, { diff: diffOf(sealEvidence(collected(SMALL)), evil) })).not.toThrow();
  });
});

describe('characters that hide', () => {
  const hidden = 'a\u202Eb\u2066c\u0000d\u200Be\u2028f\uFEFFg\uD800h';

  it.each([
    ['HTML', escaped(hidden)],
    ['Markdown', md(hidden)],
    ['code in Markdown', mdCode(hidden)],
    ['CSV', csvOf([[hidden]])],
  ])('are none in %s', (_, text) => {
    expect(text.replace(/\r\n$/, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
  });

  it('cannot get into evidence', () => {
    expect(() => hostile(hidden)).toThrow(/has characters/);
  });

  it('are entity codes in Mermaid', () => {
    const [site] = collected(SMALL).callSites;
    if (!site) throw new Error('no call site');
    const graph = graphOf(hidden, [{ ...site, at: { file: hidden, function: hidden } }]);
    expect(mermaidOf(graph)).not.toMatch(/[\u202E\u2066\u0000\u200B\u2028\uFEFF]/);
  });
});

it('quotes code of a message with as many backticks as it needs', () => {
  expect(mdMessage('`a` sets no `b`.')).toBe('`a` sets no `b`.');
  expect(mdCode('a`b')).toBe('``a`b``');
  expect(md('a | b')).toBe('a &#124; b');
});
