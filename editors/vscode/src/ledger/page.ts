// Makes the server's ledger page fit for a panel: nothing is fetched, nothing runs but the few lines that tell
// of a click, and the colours are those of the theme.

/** What a page may not hold and a panel needs. */
export interface Frame {
  /** A word that only this page's own script knows. */
  readonly nonce: string;
  /** Where the page was scrolled to. */
  readonly scroll: number;
}

/** Tells where in the story somebody has clicked: what stands for words of the story has their line. */
const SCRIPT = `
  const vscode = acquireVsCodeApi();
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    const href = link ? link.getAttribute('href') : null;
    const at = event.target.closest('[data-line]');
    if (at && (!link || href.startsWith('#'))) {
      vscode.postMessage({ kind: 'go', line: Number(at.dataset.line), column: Number(at.dataset.column || 1) });
    }
  });
  let resting;
  document.addEventListener('scroll', () => {
    clearTimeout(resting);
    resting = setTimeout(() => vscode.postMessage({ kind: 'scroll', top: window.scrollY }), 100);
  });
  window.addEventListener('message', ({ data }) => {
    if (data.kind !== 'look') return;
    document.querySelectorAll('.looked-at').forEach((place) => place.classList.remove('looked-at'));
    const before = [...document.querySelectorAll('.draft .line[data-line]')].filter((at) => Number(at.dataset.line) <= data.line);
    const paragraph = before.length > 0 && before[before.length - 1].closest('.row');
    if (paragraph) { paragraph.classList.add('looked-at'); paragraph.scrollIntoView({ block: 'nearest' }); }
  });
`;

const STYLE = `
  body.vscode-light, body.vscode-high-contrast-light { color-scheme: light }
  body.vscode-dark, body.vscode-high-contrast { color-scheme: dark }
  body { margin: 0 auto !important; padding: 1rem !important }
  /* The tab has the name of the story. */
  body > h1, .story h2 { display: none }
  .story { border: 0 !important; margin: 0 !important; padding: 0 !important }
  .looked-at { box-shadow: -.6rem 0 0 -.4rem var(--vscode-focusBorder) }
  [data-line] { cursor: pointer }
  [data-line]:hover { outline: 1px solid var(--vscode-focusBorder) }
  :focus-visible { outline: 2px solid var(--vscode-focusBorder) }
  body.vscode-high-contrast .draft .finding, body.vscode-high-contrast-light .draft .finding { outline: 1px solid var(--vscode-contrastBorder) }
`;

/** The page `html` within `frame`. */
export function framed(html: string, frame: Frame): string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-${frame.nonce}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const script = `<script nonce="${frame.nonce}">${SCRIPT} window.scrollTo(0, ${Math.max(0, Math.round(frame.scroll))});</script>`;
  const within = /<head[^>]*>/i.test(html) ? html : `<!DOCTYPE html><html lang="en"><head></head><body>${html}</body></html>`;
  return within
    .replace(/<head[^>]*>/i, (tag) => `${tag}${head}`)
    .replace(/<\/head>/i, () => `<style>${STYLE}</style></head>`)
    .replace(/<\/body>/i, () => `${script}</body>`);
}

/** What stands in the panel where there is no ledger. */
export function emptyPage(message: string): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!DOCTYPE html><html lang="en"><head><title>Ledger</title></head><body><p>${text}</p></body></html>`;
}
