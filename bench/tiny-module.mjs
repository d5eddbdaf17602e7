/** The least that a WebAssembly module can do: be called, and call. */
import binaryen from 'binaryen';

const { i32 } = binaryen;

/** `nothing(value)` gives its value back; `callOut(times)` calls `host.nothing` so many times. */
export function tinyModule() {
  const module = new binaryen.Module();
  module.addFunctionImport('nothing_out', 'host', 'nothing', i32, i32);
  module.addFunction('nothing', i32, i32, [], module.local.get(0, i32));
  module.addFunction('callOut', i32, i32, [i32], callOut(module));
  for (const name of ['nothing', 'callOut']) module.addFunctionExport(name, name);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** Counts its argument down; the local keeps the answers alive. */
function callOut(module) {
  const left = () => module.local.get(0, i32);
  return module.block(
    null,
    [
      module.loop(
        'again',
        module.block(null, [
          module.local.set(1, module.i32.add(module.local.get(1, i32), module.call('nothing_out', [left()], i32))),
          module.br('again', module.local.tee(0, module.i32.sub(left(), module.i32.const(1)), i32)),
        ]),
      ),
      module.local.get(1, i32),
    ],
    i32,
  );
}
