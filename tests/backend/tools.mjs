import { output } from '../../scripts/command.mjs';

/** @returns {string | undefined} which of some commands is missing on this machine, with what brings it */
export function missingFrom(commands) {
  const missing = commands.filter((command) => output('which', [command]) === undefined);
  return missing.length ? `${missing.join(' and ')} missing: ${missing.map(bringer).join(', ')}` : undefined;
}

const PACKAGES = { java: 'default-jre-headless', javac: 'default-jdk-headless', python3: 'python3' };

const bringer = (command) => `install ${PACKAGES[command] ?? command}`;
