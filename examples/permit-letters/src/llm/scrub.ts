const PERSONAL = [/\b\d{3}-\d{2}-\d{4}\b/g, /\b\d{4}-\d{2}-\d{2}\b/g, /\b\d{3}-\d{3}-\d{4}\b/g];

/** Takes numbers and dates of persons out of a text. */
export function scrub(text: string): string {
  let clean = text;
  for (const pattern of PERSONAL) clean = clean.replace(pattern, '[REMOVED]');
  return clean;
}
