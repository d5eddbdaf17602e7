const textOf = (error) => (error instanceof Error ? `${error.message}\n${error.stack}` : String(error));

/** Listeners for what nobody caught. */
export function errors({ log }) {
  const onError = new Set();
  const onRejection = new Set();
  return {
    emitError(error) {
      log('error', textOf(error).split('\n')[0]);
      for (const listener of onError) listener(textOf(error));
    },
    emitRejection(reason) {
      log('error', textOf(reason).split('\n')[0]);
      for (const listener of onRejection) listener({ reason: textOf(reason), promise: undefined });
    },
    api: {
      onError: (listener) => onError.add(listener),
      offError: (listener) => onError.delete(listener),
      onUnhandledRejection: (listener) => onRejection.add(listener),
      offUnhandledRejection: (listener) => onRejection.delete(listener),
    },
  };
}
