/** Versions of the tools that no lock file pins; Cargo.lock, package-lock.json and rust-toolchain.toml pin the rest. */
export const versions = {
  wasmPack: '0.15.1',
  wasmTarget: 'wasm32-unknown-unknown',
};
