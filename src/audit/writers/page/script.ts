/**
 * What the page does: filters, sorts, opens what is linked to. Everything is readable without it. It has no data and is given
 * none; the page allows this text alone, by its digest.
 */
export const SCRIPT = `'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let box = target; box; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true;
  target.scrollIntoView();
}
addEventListener('hashchange', reveal);
addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && link.getAttribute('href') === location.hash) reveal();
});
for (const table of all('table[data-sort]')) {
  const body = table.tBodies[0];
  all('thead th', table).forEach((head, column) => {
    const button = head.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      all('thead th', table).forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const key = (row) => row.cells[column].dataset.key || row.cells[column].textContent.trim();
      const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }) * (up ? 1 : -1));
      body.append(...rows);
    });
  });
}
for (const form of all('form[data-filter]')) {
  const table = document.getElementById(form.dataset.filter);
  const told = form.querySelector('[role=status]');
  const run = () => {
    const words = form.elements.words.value.toLowerCase().split(' ').filter(Boolean);
    const chosen = all('select', form).filter((one) => one.value);
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      const text = row.textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word)) &&
        chosen.every((one) => (' ' + (row.dataset[one.name] || '') + ' ').includes(' ' + one.value + ' '));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    told.textContent = shown + ' of ' + table.tBodies[0].rows.length + ' shown';
  };
  form.addEventListener('input', run);
  form.addEventListener('reset', () => setTimeout(run));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  run();
}
for (const button of all('button[data-open]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const boxes = all('#' + button.dataset.open + ' details');
    const open = boxes.some((box) => !box.open);
    for (const box of boxes) box.open = open;
  });
}
reveal();
`;
