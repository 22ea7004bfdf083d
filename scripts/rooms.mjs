// The rooms of src/ and of src/analysis/ with what each imports, read from the sources: the picture in docs/how-it-works.md.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const src = new URL('../src/', import.meta.url).pathname;

/** Mermaid diagrams of the rooms; an arrow leads from a room to one that it imports, where no other way leads there as well. */
export function roomPictures() {
  return [picture(''), '', 'Inside `src/analysis`:', '', picture('analysis')].join('\n');
}

function picture(folder) {
  const edges = reduced(edgesOf(folder));
  const rooms = [...edges.keys()].sort();
  const id = (room) => room.replaceAll('-', '_');
  return [
    '```mermaid',
    'flowchart TD',
    ...rooms.map((room) => `  ${id(room)}["${room}"]`),
    ...rooms.flatMap((room) => [...edges.get(room)].sort().map((to) => `  ${id(room)} --> ${id(to)}`)),
    '```',
  ].join('\n');
}

/** Room → the rooms that its files import. Files beside the rooms are faces, and left out. */
function edgesOf(folder) {
  const base = path.join(src, folder);
  const roomAt = (file) => path.relative(base, file).split(path.sep);
  const edges = new Map();
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const [room, ...below] = roomAt(file);
    if (below.length === 0) continue;
    if (!edges.has(room)) edges.set(room, new Set());
    for (const [, source] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)';/gms)) {
      const [to, ...rest] = roomAt(path.join(path.dirname(file), source));
      if (to !== room && to !== '..' && rest.length > 0) edges.get(room).add(to);
    }
  }
  return edges;
}

/** Without the arrows that a longer way makes plain. */
function reduced(edges) {
  const reaches = (from, to, seen = new Set()) =>
    [...(edges.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  return new Map(
    [...edges].map(([room, targets]) => [
      room,
      new Set([...targets].filter((to) => ![...targets].some((other) => other !== to && reaches(other, to)))),
    ]),
  );
}
