/**
 * JavaScript's end of the boundary. Rust hands over its lists of names once; from then on it names a field, and a word
 * that stands for something, by its place in them: reading a name out of wasm's memory takes longer than all the rest.
 */
export class Names {
  /** The names of all fields, lists of words, and the marks of an object, a list, a value and an end. */
  constructor([fields, words, [object, list, value, end]]) {
    this.fields = fields;
    this.words = words;
    this.marks = { object, list, value, end };
    this.places = new Map(fields.map((name, place) => [name, place]));
  }

  /** A field of any value whatever; nothing where it throws. */
  get(value, field) {
    try {
      return value[this.fields[field]];
    } catch {
      return undefined;
    }
  }

  /** Whether an object has a field, whatever it holds. */
  has(value, field) {
    try {
      return this.fields[field] in value;
    } catch {
      return false;
    }
  }

  /** The places of the fields of a plain object; nothing of another value, which may have any. */
  known(value) {
    try {
      const { getPrototypeOf, getOwnPropertyNames } = Object;
      const prototype = getPrototypeOf(value);
      if (prototype && getPrototypeOf(prototype)) return undefined;
      const places = getOwnPropertyNames(value).map((name) => this.places.get(name));
      return places.filter((place) => place !== undefined);
    } catch {
      return undefined;
    }
  }

  /** The beginning of a field that is a text, at most so many units of it. */
  text(value, field, most) {
    const text = this.get(value, field);
    return typeof text === 'string' ? text.slice(0, most) : undefined;
  }

  /** The place of a field's word in a list. */
  word(value, field, list) {
    const place = this.words[list].indexOf(this.get(value, field));
    return place < 0 ? undefined : place;
  }

  /**
   * The object that Rust says in one go. Each number is a field, behind it the list of its word or a mark: of an object,
   * of a list of objects, of the next one of `values`, or of the end; behind that the place of the word.
   */
  made(said, values) {
    const { fields, words, marks } = this;
    let at = 0;
    let next = 0;
    const markOf = (number) => (number >> 8) & 255;
    const object = () => {
      const made = {};
      for (;;) {
        const number = said[at++];
        const mark = markOf(number);
        if (mark === marks.end) return made;
        made[fields[number & 255]] = mark < marks.object ? words[mark][number >> 16] : held(mark);
      }
    };
    const list = () => {
      const made = [];
      while (markOf(said[at]) !== marks.end) made.push(object());
      at++;
      return made;
    };
    const held = (mark) => {
      if (mark === marks.value) return values[next++];
      return mark === marks.object ? object() : list();
    };
    return object();
  }
}
