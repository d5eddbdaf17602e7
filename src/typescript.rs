//! What the declarations of shapes, words, options and events say, for those who write TypeScript from them.

use crate::field::Field;

/// What is declared under a name.
#[derive(Debug)]
pub struct Description {
    /// The name in Rust.
    pub name: &'static str,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// What it is.
    pub content: Content,
}

/// What is declared.
#[derive(Debug)]
pub enum Content {
    /// One of these words, each with its documentation.
    Words(Vec<(&'static str, Vec<String>)>),
    /// An object with these fields.
    Record(Vec<FieldDescription>),
    /// One of several kinds of objects.
    Kinds {
        /// Which field names the kind.
        tag: Field,
        /// Where the fields of the kind stand, if not beside that.
        content: Option<Field>,
        /// The kinds.
        kinds: Vec<Kind>,
    },
}

/// A kind of objects.
#[derive(Debug)]
pub struct Kind {
    /// Its word.
    pub name: &'static str,
    /// Its documentation, as attributes.
    pub docs: &'static [&'static str],
    /// Fields that always have the same value, as it is written in Rust.
    pub constants: Vec<(Field, &'static str)>,
    /// Its fields.
    pub fields: Vec<FieldDescription>,
    /// The type whose fields it has besides.
    pub all: Option<&'static str>,
}

/// A field of an object.
#[derive(Debug)]
pub struct FieldDescription {
    /// Its name.
    pub key: Field,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// What it holds, in TypeScript.
    pub holds: String,
    /// Whether it can be left out.
    pub is_optional: bool,
}

/// What has a declaration.
pub trait Described {
    /// What its declaration says.
    fn description() -> Description;
}

impl Description {
    /// One of several words.
    pub fn of_words(name: &'static str, attributes: &[&str], words: &[(&'static str, &[&str])]) -> Description {
        let words = words.iter().map(|(word, attributes)| (*word, docs(attributes))).collect();
        Description { name, docs: docs(attributes), content: Content::Words(words) }
    }

    /// An object.
    pub fn of_record(name: &'static str, attributes: &[&str], fields: Vec<FieldDescription>) -> Description {
        Description { name, docs: docs(attributes), content: Content::Record(fields) }
    }

    /// One of several kinds of objects.
    pub fn of_kinds(
        name: &'static str,
        attributes: &[&str],
        (tag, content): (Field, Option<Field>),
        kinds: Vec<Kind>,
    ) -> Description {
        Description { name, docs: docs(attributes), content: Content::Kinds { tag, content, kinds } }
    }
}

/// The lines of documentation among attributes, which are given as they are written.
pub fn docs(attributes: &[&str]) -> Vec<String> {
    attributes.iter().filter_map(|attribute| text_of(attribute.strip_prefix("doc =")?.trim_start())).collect()
}

/// What a literal says: `" text"` or `r" text"`.
fn text_of(literal: &str) -> Option<String> {
    let quoted = literal.trim_start_matches('r').trim_matches('#');
    let text = quoted.strip_prefix('"')?.strip_suffix('"')?;
    Some(text.strip_prefix(' ').unwrap_or(text).replace("\\\"", "\""))
}
