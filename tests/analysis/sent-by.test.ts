/**
 * Which request a piece of code is said to end up in, and when nothing is said.
 */
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/analysis/syntax/types.ts';
import { analyzeFile } from '../../src/analysis/index.ts';
import { inspect } from '../helpers/analyze.ts';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;

/** The line of the request that the first `PIECE` is handed to. */
function lineOf(code: string): number | undefined {
  return inspect(HEAD + code, (sourceCode) => {
    const piece = sourceCode.getNodeByRangeIndex(sourceCode.text.indexOf('PIECE')) as Node;
    return analyzeFile(sourceCode, { filename: 'file.ts', declared: {}, modules: undefined }).sentBy(piece)
      ?.node.loc.start.line;
  });
}

describe('a piece', () => {
  it.each<[name: string, code: string, line: number | undefined]>([
    ['in a constant', `const system = 'PIECE';\nclient.messages.create({ system });`, 4],
    [
      'in a constant of a constant',
      `const a = ['PIECE'];\nconst b = { system: a };\nclient.messages.create(b);`,
      5,
    ],
    ['that is pushed', `const list = [];\nlist.push('PIECE');\nclient.messages.create({ system: list });`, 5],
    ['that is assigned', `let system;\nsystem = 'PIECE';\nclient.messages.create({ system });`, 5],
    [
      'of a last element',
      `const list = make();\nlist.at(-1).text = 'PIECE';\nclient.messages.create({ messages: list });`,
      5,
    ],
    [
      'of Object.assign',
      `const block = {};\nObject.assign(block, { text: 'PIECE' });\nclient.messages.create({ system: [block] });`,
      5,
    ],
    [
      'that a function returns',
      `function make() {\n  return ['PIECE'];\n}\nclient.messages.create({ system: make() });`,
      6,
    ],
    [
      'that a function returns in a branch',
      `function make(x) {\n  if (x) {\n    return ['PIECE'];\n  }\n}\nclient.messages.create({ system: make(1) });`,
      8,
    ],
    [
      'that an arrow returns',
      `const make = () => ['PIECE'];\nclient.messages.create({ system: make() });`,
      4,
    ],
    [
      'handed to two',
      `const system = 'PIECE';\nclient.messages.create({ system });\nclient.messages.create({ system });`,
      4,
    ],
    ['in the request itself', `client.messages.create({ system: 'PIECE' });`, undefined],
    ['that goes nowhere', `const system = 'PIECE';\nclient.messages.create({ system: other });`, undefined],
    [
      'that something else is told',
      `const system = 'PIECE';\nconsole.log(system);\nclient.messages.create({});`,
      undefined,
    ],
    [
      'of the client',
      `const other = new Anthropic({ maxRetries: 'PIECE' });\nother.messages.create({});`,
      undefined,
    ],
    [
      'in a function without a result',
      `function note() {\n  log('PIECE');\n}\nclient.messages.create({ system: note() });`,
      undefined,
    ],
    [
      'in a cycle',
      `let a = ['PIECE'], b = [a];\na = [b];\nuse(a, b);\nclient.messages.create({});`,
      undefined,
    ],
    ['in a file without requests', `const system = 'PIECE';\nexport { system };`, undefined],
  ])('%s', (_name, code, line) => {
    expect(lineOf(code)).toBe(line);
  });
});
