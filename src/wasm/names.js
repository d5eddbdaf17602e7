/* global textsOf -- the function around the glue is given it; where the glue stands alone there is no other language. */
const fetchTexts = typeof textsOf === 'undefined' ? () => undefined : textsOf;

/**
 * JavaScript's end of the boundary. Rust hands over its lists of names once; from then on it names a field, and a word
 * that stands for something, by its place in them: reading a name out of wasm's memory takes longer than all the rest.
 */
export class Names {
  /** The names of all fields, and the lists of words. */
  constructor([fields, words]) {
    this.fields = fields;
    this.words = words;
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
    const place = this.wordsIn(list).indexOf(this.get(value, field));
    return place < 0 ? undefined : place;
  }

  set(object, field, value) {
    object[this.fields[field]] = value;
  }

  setWord(object, field, list, place) {
    object[this.fields[field]] = this.wordsIn(list)[place];
  }

  /** The words of a list; those of a language that has a file of its own are read when they are first needed. */
  wordsIn(list) {
    const [language, instead] = this.words[list];
    if (typeof instead === 'number') this.words[list] = fetchTexts(language) || this.words[instead];
    return this.words[list];
  }

  /** A new object in a field. */
  object(object, field) {
    return (object[this.fields[field]] = {});
  }

  /** A new list in a field. */
  list(object, field) {
    return (object[this.fields[field]] = []);
  }

  /** A new object at the end of a list. */
  item(list) {
    const object = {};
    list.push(object);
    return object;
  }
}
