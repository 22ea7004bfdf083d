import { describe, expect, it } from 'vitest';
import { typesIn } from '../../src/project/declared-types-scan.ts';

describe('types that a text declares', () => {
  it.each([
    [`export interface Llm { ask(note: string): Promise<string>; }`],
    [`export interface Llm { ask: (note: string) => Promise<string> }`],
    [`export type Ask = (note: string) => Promise<string>;`],
    [`export abstract class Llm {}`],
    [`export interface Llm extends Base {}`],
    [`export type Llm = A & B;`],
    [`export type Llm = ReturnType<typeof createLlm>;`],
    [`export interface Llm { note: string `],
    [`export interface Llm { note: string } export interface Llm { other: string }`],
  ])('do something: %s', (text) => {
    expect([...typesIn(text).values()].map(({ does }) => does)).toStrictEqual([true]);
  });

  it.each<[string, readonly string[]]>([
    [`export interface Note { id: string; /** as sent (by fax) */ body?: string }`, []],
    [`type Kind = 'a(b)' | 'c';`, []],
    [`export interface Case { Patient: Patient; opened: Date; tags: Array<Tag> }`, ['Patient', 'Tag']],
    [`export type Case = z.infer<typeof caseSchema>;`, []],
    [`export type Case = { a: { b: string } }[];`, []],
    [`export interface Deps { readonly llm: Llm }`, ['Llm']],
  ])('hold data and name types: %s', (text, names) => {
    expect([...typesIn(text).values()]).toStrictEqual([{ does: false, names }]);
  });
});
