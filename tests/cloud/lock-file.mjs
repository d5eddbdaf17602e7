/** Which versions of which packages a package brings, by a package-lock.json that lists them under `packages`. */
export function versionsBelow({ packages }, name) {
  const places = new Set();
  const found = {};
  const waiting = [placeOf(packages, '', name)];
  while (waiting.length) {
    const place = waiting.pop();
    if (!place || places.has(place)) continue;
    places.add(place);
    const { version, dependencies, optionalDependencies } = packages[place];
    (found[nameAt(place)] ??= []).push(version);
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      waiting.push(placeOf(packages, place, needed));
    }
  }
  return Object.fromEntries(Object.entries(found).map(([key, versions]) => [key, [...new Set(versions)].sort()]));
}

const FOLDER = 'node_modules/';

const nameAt = (place) => place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);

/** Where Node finds a package from the place of another: from the inside out. */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(FOLDER) - 1))) {
    const place = `${at && `${at}/`}${FOLDER}${name}`;
    if (packages[place]) return place;
    if (!at) return undefined;
  }
}
