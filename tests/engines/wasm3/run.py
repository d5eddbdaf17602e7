"""Answers one question: what does the module answer in wasm3, called like this, so many times over?

The question is JSON on stdin, the answer JSON on stdout. A failure is one line on stderr, without values.
"""

import json
import sys

from host import Instance
from values import HostFault, Undefined


class Popup:
    """`PhonePopup` of the glue."""

    def __init__(self, instance):
        self.instance = instance
        self.pointer = None

    def construct(self, options):
        self.pointer = self.instance.lend('phonepopup_new', [options])

    def dispatch(self, event, now):
        return self.result('phonepopup_dispatch', event, now)

    def view(self):
        return self.result('phonepopup_view')

    def free(self):
        self.instance.call('__wbg_phonepopup_free', self.pointer, 0)

    def result(self, name, *values):
        return self.instance.heap.take(self.instance.lend(name, values, receiver=[self.pointer]))


METHODS = {'construct', 'dispatch', 'view', 'free'}


def perform(instance, steps):
    """What each step answers; all steps with the same popup."""
    popup = Popup(instance)
    answers = []
    for name, *values in steps:
        if name in METHODS:
            answers.append(getattr(popup, name)(*values))
        else:
            answers.append(instance.heap.take(instance.lend(name, values)))
    return answers


def unanswered(value):
    if isinstance(value, Undefined):
        return None
    raise HostFault(f'the module answers with a {type(value).__name__}')


def answer(question):
    with open(question['wasm'], 'rb') as file:
        instance = Instance(file.read(), question['imports'], question['exports'])
    steps = question['steps']
    first = perform(instance, steps)
    pages_at_first = instance.pages
    others = sum(perform(instance, steps) != first for _ in range(1, question['rounds']))
    return {
        'answers': first,
        'roundsThatDiffer': others,
        'bound': instance.bound,
        'found': list(instance.exports),
        'pagesAtFirst': pages_at_first,
        'pages': instance.pages,
        'held': instance.heap.held,
    }


try:
    json.dump(answer(json.load(sys.stdin)), sys.stdout, default=unanswered)
except (HostFault, RuntimeError) as error:
    sys.exit(f'wasm3: {error}')
