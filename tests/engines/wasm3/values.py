"""JavaScript's values in Python, and the heap by whose indices a module of wasm-bindgen names them.

A string is a str, a number a float or an int, an object a dict, an array a list, null is None.
"""


class HostFault(Exception):
    """What the module asks for and a host cannot give. Its text never holds a value."""


class Undefined:
    """The type of JavaScript's undefined."""


class Map(dict):
    """A JavaScript Map, which is not an object literal."""


class Error:
    """A JavaScript Error."""


UNDEFINED = Undefined()


class Heap:
    """Values by index. wasm-bindgen counts on the indices of the first four."""

    FIRST = 1024
    CONSTANTS = (UNDEFINED, None, True, False)

    def __init__(self):
        self.values = dict(enumerate(self.CONSTANTS, self.FIRST))
        self.unused = []

    def add(self, value):
        index = self.unused.pop() if self.unused else self.FIRST + len(self.values)
        self.values[index] = value
        return index

    def get(self, index):
        if index not in self.values:
            raise HostFault('the module names a value that it has dropped')
        return self.values[index]

    def drop(self, index):
        self.take(index)

    def take(self, index):
        value = self.get(index)
        if index >= self.FIRST + len(self.CONSTANTS):
            del self.values[index]
            self.unused.append(index)
        return value

    @property
    def held(self):
        """How many values are neither dropped nor constants."""
        return len(self.values) - len(self.CONSTANTS)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_object(value):
    return isinstance(value, (dict, list, Error))


def utf16(text):
    return text.encode('utf-16-le', 'surrogatepass')


def utf8(text):
    """As TextEncoder does: half of a surrogate pair becomes U+FFFD."""
    return utf16(text).decode('utf-16-le', 'replace').encode('utf-8')


def length(text):
    """In UTF-16 units."""
    return len(utf16(text)) // 2


def cut(text, start, end):
    """In UTF-16 units."""
    return utf16(text)[2 * start : 2 * end].decode('utf-16-le', 'surrogatepass')


def decimal(number):
    """A number as JavaScript writes it, where that needs no exponent."""
    text = str(int(number)) if number == int(number) else repr(number)
    if 'e' in text or len(text) > 21:
        raise HostFault('a number so large or so small is not written here')
    return text
