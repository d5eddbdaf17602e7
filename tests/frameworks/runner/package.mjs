/** A compiled mini-program as files, and what its JSON and its scripts name in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The folders from that of a file up to the root of the package. */
function above(path) {
  const folders = posix.dirname(path).split('/');
  const parents = folders.map((_, at) => folders.slice(0, folders.length - at).join('/'));
  return parents.includes('.') ? parents : [...parents, '.'];
}

export class Package {
  constructor(folder) {
    this.folder = folder;
    this.app = this.json('app.json');
    this.subpackages = this.app.subPackages ?? this.app.subpackages ?? [];
  }

  has(path) {
    return existsSync(join(this.folder, path));
  }

  bytes(path) {
    return readFileSync(join(this.folder, path));
  }

  text(path) {
    return this.bytes(path).toString('utf8');
  }

  json(path) {
    return JSON.parse(this.text(path));
  }

  /** The routes of all pages, those of subpackages too. */
  get pages() {
    const inSubpackages = this.subpackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)));
    return [...this.app.pages, ...inSubpackages];
  }

  /** The components that a JSON names, by tag: their paths from the root. One that is nowhere is an error. */
  used(config, from) {
    const entries = Object.entries(config.usingComponents ?? {});
    return Object.fromEntries(entries.map(([tag, target]) => [tag, this.component(target, from)]));
  }

  component(target, from) {
    const local = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
    const found = [local, posix.join(local, 'index')].find((path) => this.has(`${path}.json`));
    if (!found) throw new Error(`${from}.json: usingComponents ${target} is not in the package`);
    return found;
  }

  /** Every page and component that is used, by path: its JSON, and by tag the components that it may use. */
  get parts() {
    const shared = this.used(this.app, 'app');
    const parts = {};
    const waiting = [...this.pages, ...Object.values(shared)];
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (path in parts) continue;
      const config = this.json(`${path}.json`);
      const own = this.used(config, path);
      parts[path] = { config, components: { ...shared, ...own } };
      waiting.push(...Object.values(own));
    }
    return parts;
  }

  /** The path of the script that a script means by a name: WeChat looks below miniprogram_npm too. */
  script(target, from) {
    const isRelative = /^\.{1,2}\//.test(target);
    const bases = isRelative
      ? [posix.join(posix.dirname(from), target)]
      : [...above(from).map((folder) => posix.join(folder, 'miniprogram_npm', target)), target];
    const found = bases
      .flatMap((base) => [base, `${base}.js`, posix.join(base, 'index.js')])
      .find((path) => path.endsWith('.js') && this.has(path));
    if (!found) throw new Error(`module '${target}' is not defined: ${from} requires it`);
    return found;
  }
}
