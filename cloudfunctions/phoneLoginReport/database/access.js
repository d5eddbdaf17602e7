/** A database that takes longer is done without: it must not cost the login that it is there to save. In milliseconds. */
const LONGEST_ACCESS = 600;

/** For so long after a fault the database is asked only for what a login cannot do without. */
const RECOVERY = 2000;

/**
 * What is asked of the database with an end in sight. Nothing here rejects.
 *
 * @param {object} options
 * @param {{ name: string }} options.manifest the package.json of the function
 * @param {{ now: Function, setTimeout: Function, clearTimeout: Function }} options.time
 */
exports.createAccess = ({ manifest, time }) => {
  let faultAt = Number.NEGATIVE_INFINITY;

  function logFault(errCode) {
    faultAt = time.now();
    const fault = typeof errCode === 'number' ? `errCode ${errCode}` : 'no answer in time';
    console.error(`${manifest.name}: database: ${fault}`);
  }

  return {
    /** @returns {Promise<any>} nothing where the database fails or takes too long */
    access: (operation, longest = LONGEST_ACCESS) =>
      new Promise((resolve) => {
        const fail = (error) => {
          logFault(Object(error).errCode);
          resolve(undefined);
        };
        const timer = time.setTimeout(fail, longest);
        const end = () => time.clearTimeout(timer);
        operation().then(resolve, fail).then(end, end);
      }),

    /** Whether it has not failed just now. */
    isHealthy: () => time.now() - faultAt >= RECOVERY,
  };
};
