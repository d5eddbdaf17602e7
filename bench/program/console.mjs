/** JavaScriptCore's shell has no console, and XState asks for one as it is evaluated. */
if (!globalThis.console?.log) {
  const quiet = () => undefined;
  globalThis.console = { log: quiet, info: quiet, warn: quiet, error: quiet };
}
