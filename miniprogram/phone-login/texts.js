/** The files of the languages that the module does not hold; written out, so that every bundler finds them. */
const files = {
  zh_TW: () => require('./texts-zh_TW'),
  en: () => require('./texts-en'),
};

/** The texts of a language, from a file that is read when they are first needed; nothing where a build has left it out. */
function textsOf(language) {
  try {
    return files[language]();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

module.exports = { textsOf };
