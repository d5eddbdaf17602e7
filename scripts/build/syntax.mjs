/** How esbuild writes what is shipped: in the syntax of base library 2.30's engines. */
export const shippedSyntax = /** @type {const} */ ({
  target: 'es2018',
  charset: 'utf8',
  minify: true,
  logLevel: 'warning',
});
