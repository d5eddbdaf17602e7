"""wasm-bindgen's imports for a module that runs in wasm3, and its exports as Python functions.

An import is known by its name without the hash, which another wasm-bindgen changes. Where that leaves several of
one name, what they are given tells them apart; only the constructors, which are given nothing, have to be told.

Imports call exports, as the glue does: wasm3 0.5.0 starts such a call above the frames of those that wait.
"""

import re
import struct

import wasm3

from values import UNDEFINED, Error, HostFault, Heap, Map, cut, decimal, is_number, is_object, length, utf8

# What wasm3's own command takes.
STACK_BYTES = 64 * 1024
PAGE_BYTES = 64 * 1024

CONSTRUCTORS = {'Array': list, 'Map': Map, 'Object': dict}


def without_hash(name):
    return re.sub('_[0-9a-f]{16}$', '', name)


class Instance:
    """A module in wasm3, with this host behind it."""

    def __init__(self, wasm, imports, exports):
        self.heap = Heap()
        self.environment = wasm3.Environment()
        self.runtime = self.environment.new_runtime(STACK_BYTES)
        self.module = self.environment.parse_module(wasm)
        self.runtime.load(self.module)
        self.functions = functions(self)
        self.bound = [self.bind(wanted) for wanted in imports]
        self.exports = {name: self.runtime.find_function(name) for name in exports}

    def bind(self, wanted):
        name = without_hash(wanted['name'])
        function = self.constructor(wanted.get('constructs')) if name == '__wbg_new' else self.functions.get(name)
        if not function:
            raise HostFault(f'the module imports {name}, which this host does not have')
        self.module.link_function(wanted['module'], wanted['name'], function)
        return wanted['name']

    def constructor(self, kind):
        construct = CONSTRUCTORS.get(kind)
        return construct and (lambda: self.heap.add(construct()))

    def call(self, name, *numbers):
        return self.exports[name](*numbers)

    def lend(self, name, values, receiver=()):
        """Calls an export with values that stay the caller's; what is not given is undefined."""
        wanted = self.exports[name].num_args - len(receiver)
        lent = [self.heap.add(value) for value in [*values, *[UNDEFINED] * wanted][:wanted]]
        result = self.call(name, *receiver, *lent)
        for index in lent:
            self.heap.drop(index)
        return result

    @property
    def memory(self):
        """Asked for each time, because it moves when it grows."""
        return self.runtime.get_memory(0)

    @property
    def pages(self):
        return len(self.memory) // PAGE_BYTES

    def text(self, pointer, size):
        pointer &= 0xFFFFFFFF
        return bytes(self.memory[pointer : pointer + size]).decode('utf-8')

    def hand_over(self, text):
        """Copies a text to where the module frees it; gives the place and the size."""
        encoded = utf8(text)
        pointer = self.call('__wbindgen_malloc', len(encoded), 1) & 0xFFFFFFFF
        self.memory[pointer : pointer + len(encoded)] = encoded
        return pointer, len(encoded)

    def write(self, layout, pointer, *numbers):
        struct.pack_into(layout, self.memory, pointer & 0xFFFFFFFF, *numbers)


def functions(instance):
    """The imports by their names, without those that construct."""
    groups = (on_references, on_types, on_texts, on_objects, on_errors)
    return {name: function for group in groups for name, function in group(instance, instance.heap).items()}


def on_references(instance, heap):
    def from_wasm(*given):
        if len(given) == 1 and isinstance(given[0], float):
            return heap.add(given[0])
        if len(given) == 2:
            return heap.add(instance.text(*given))
        raise HostFault('the module makes a value of something that is neither a float nor a text')

    return {
        '__wbindgen_object_drop_ref': heap.drop,
        '__wbindgen_object_clone_ref': lambda index: heap.add(heap.get(index)),
        '__wbindgen_generic': from_wasm,
    }


def on_types(instance, heap):
    def boolean_get(index):
        value = heap.get(index)
        return int(value) if isinstance(value, bool) else 0xFFFFFF

    def number_get(result, index):
        value = heap.get(index)
        known = is_number(value)
        instance.write('<i4xd', result, known, value if known else 0)

    def string_get(result, index):
        value = heap.get(index)
        pointer, size = instance.hand_over(value) if isinstance(value, str) else (0, 0)
        instance.write('<II', result, pointer, size)

    return {
        '__wbg___wbindgen_boolean_get': boolean_get,
        '__wbg___wbindgen_is_object': lambda index: int(is_object(heap.get(index))),
        '__wbg___wbindgen_is_string': lambda index: int(isinstance(heap.get(index), str)),
        '__wbg___wbindgen_number_get': number_get,
        '__wbg___wbindgen_string_get': string_get,
    }


def on_texts(instance, heap):
    def to_string(index, radix):
        if radix != 10 or not is_number(heap.get(index)):
            raise HostFault('the module writes something that is not a number in base 10')
        return heap.add(decimal(heap.get(index)))

    return {
        '__wbg_length': lambda index: length(heap.get(index)),
        '__wbg_slice': lambda index, start, end: heap.add(cut(heap.get(index), start, end)),
        '__wbg_toString': to_string,
    }


def on_objects(instance, heap):
    def get(index, pointer, size):
        value = heap.get(index)
        if not is_object(value):
            # Reflect.get throws.
            instance.call('__wbindgen_exn_store', heap.add(Error()))
            return 0
        found = value.get(instance.text(pointer, size)) if isinstance(value, dict) else None
        return 0 if found is None or found is UNDEFINED else heap.add(found)

    def set_(index, key, value):
        target = heap.get(index)
        if isinstance(target, Map):
            target[heap.get(key)] = heap.get(value)
            return heap.add(target)
        if isinstance(target, list):
            put(target, key, heap.take(value))
        else:
            target[heap.take(key)] = heap.take(value)
        return None

    return {'__wbg_get': get, '__wbg_set': set_}


def put(items, position, value):
    if position != len(items):
        raise HostFault('the module fills an array in another order than the first to the last')
    items.append(value)


def on_errors(instance, heap):
    def throw(pointer, size):
        raise HostFault(f'the module throws: {instance.text(pointer, size)}')

    return {
        '__wbg_Error': lambda pointer, size: heap.add(Error()),
        '__wbg___wbindgen_throw': throw,
    }
