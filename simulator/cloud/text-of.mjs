const MOST = 4096;

/** What was thrown, as text; not everything that can be thrown can be one. */
export function textOf(thrown) {
  try {
    return String(thrown).slice(0, MOST);
  } catch {
    return 'Error: what was thrown is no text';
  }
}
