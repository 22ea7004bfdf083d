const IDENTIFIERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b\d{3}-\d{2}-\d{4}\b/g, '[SSN]'],
  [/\bMRN[:\s]*\d{6,10}\b/gi, '[MRN]'],
  [/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, '[DATE]'],
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/g, '[EMAIL]'],
];

export interface Redactor {
  redact(text: string): string;
}

export class PatternRedactor implements Redactor {
  redact(text: string): string {
    return IDENTIFIERS.reduce((rest, [pattern, mark]) => rest.replaceAll(pattern, mark), text);
  }
}
