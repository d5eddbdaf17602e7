// What the bundler puts into scope of text-codec.js.

/** The platform's own; the codec's stands in for it. */
declare const NativeUint8Array: Uint8ArrayConstructor;

/** The first byte of the module's constants in its memory, and the one behind the last. */
declare const CONSTANTS_START: number;
declare const CONSTANTS_END: number;
