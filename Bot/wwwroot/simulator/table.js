// Tables that are pasted: only the text of their cells is taken over.

// The cells of the first table in some html; null when there is none.
export function readTable(html) {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
}

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

export const paragraph = (text) => (text ? `<p>${escape(text)}</p>` : '');

export const writeTable = (rows) =>
  `<table><tbody>${rows.map((r) => `<tr>${r.map((c) => `<td>${escape(c)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
