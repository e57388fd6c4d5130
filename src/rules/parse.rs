//! Reads rule files. `docs/rules.md` describes the language; the table builder compiles what is read here, and the
//! tests run the examples.

use std::collections::HashMap;

/// One rule as written.
#[derive(Debug, Clone, Default)]
pub struct Rule {
    pub id: String,
    pub about: String,
    /// Name of the constructor in the library that makes the item.
    pub make: String,
    pub stage: u8,
    pub strength: u8,
    pub patterns: Vec<Node>,
    /// Sentences with the expected span in `[ ]`.
    pub yes: Vec<String>,
    /// Sentences in which the rule must find nothing.
    pub no: Vec<String>,
    pub file: String,
    pub line: usize,
}

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Word(String),
    Class(String),
    /// Digits (0: any number of them), lowest, highest.
    Int(u16, u16, u16),
    Shape(u16),
    Chunk(u8),
    Any,
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    /// Node, least, most (`None`: no limit), greedy.
    Repeat(Box<Node>, u16, Option<u16>, bool),
    Capture(String, Box<Node>),
    Glued(Box<Node>),
    Apart(Box<Node>),
    Not(Box<Node>),
    /// The token before matches (true) or does not (false).
    Behind(Box<Node>, bool),
    SentenceStart,
    SentenceEnd,
    /// `[` and `]`: the span of the item.
    SpanStart,
    SpanEnd,
}

/// Reads one rule file. Errors name file and line.
pub fn parse_file(file: &str, text: &str) -> Result<Vec<Rule>, String> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut macros: HashMap<String, Node> = HashMap::new();
    let mut stage = 1u8;
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        // an indented line goes on with the one before
        if line.starts_with([' ', '\t']) && !line.trim().is_empty() && !lines.is_empty() {
            let last = lines.len() - 1;
            lines[last].1.push(' ');
            lines[last].1.push_str(line.trim());
        } else {
            lines.push((n + 1, line.trim_end().to_string()));
        }
    }
    for (n, line) in &lines {
        let place = |what: String| format!("{file}:{n}: {what}");
        let fail = |what: String| Err(place(what));
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        if key == "let" {
            let Some((name, body)) = rest.split_once('=') else {
                return fail("let $name = pattern".into());
            };
            let node = parse_pattern(body.trim(), &macros).map_err(place)?;
            macros.insert(name.trim().trim_start_matches('$').to_string(), node);
            continue;
        }
        if key == "stage" {
            stage = rest
                .parse()
                .map_err(|_| place(format!("stage {rest:?} is no number")))?;
            continue;
        }
        if key == "rule" {
            if rest.is_empty() {
                return fail("a rule needs an id".into());
            }
            rules.push(Rule {
                id: rest.into(),
                stage,
                strength: 50,
                file: file.into(),
                line: *n,
                ..Rule::default()
            });
            continue;
        }
        let Some(rule) = rules.last_mut() else {
            return fail(format!("{key:?} before any rule"));
        };
        match key {
            "about" => rule.about = rest.into(),
            "make" => rule.make = rest.into(),
            "strength" => {
                rule.strength = rest
                    .parse()
                    .map_err(|_| place(format!("strength {rest:?} is not 0–255")))?;
            }
            "match" => {
                let node = parse_pattern(rest, &macros).map_err(place)?;
                rule.patterns.push(node);
            }
            "yes" => rule.yes.push(rest.into()),
            "no" => rule.no.push(rest.into()),
            _ => {
                return fail(format!(
                    "unknown key {key:?}; known: rule, stage, let, about, make, strength, match, yes, no"
                ));
            }
        }
    }
    for rule in &rules {
        let missing = [
            ("about", rule.about.is_empty()),
            ("make", rule.make.is_empty()),
            ("match", rule.patterns.is_empty()),
            ("yes", rule.yes.is_empty()),
            ("no", rule.no.is_empty()),
        ];
        if let Some((key, _)) = missing.iter().find(|(_, m)| *m) {
            return Err(format!("{file}:{}: rule {} has no {key}", rule.line, rule.id));
        }
    }
    Ok(rules)
}

/// Reads one pattern.
pub fn parse_pattern(text: &str, macros: &HashMap<String, Node>) -> Result<Node, String> {
    let mut parser = Parser {
        chars: text.chars().collect(),
        at: 0,
        macros,
    };
    let node = parser.choice()?;
    parser.space();
    if parser.at < parser.chars.len() {
        return Err(format!("unexpected {:?} in pattern {text:?}", parser.chars[parser.at]));
    }
    Ok(node)
}

struct Parser<'m> {
    chars: Vec<char>,
    at: usize,
    macros: &'m HashMap<String, Node>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn eat(&mut self, c: char) -> bool {
        let hit = self.peek() == Some(c);
        self.at += usize::from(hit);
        hit
    }

    fn choice(&mut self) -> Result<Node, String> {
        let mut branches = vec![self.sequence()?];
        loop {
            self.space();
            if !self.eat('|') {
                break;
            }
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 {
            branches.remove(0)
        } else {
            Node::Choice(branches)
        })
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut items = Vec::new();
        loop {
            self.space();
            match self.peek() {
                None | Some('|' | ')') => break,
                _ => items.push(self.item()?),
            }
        }
        if items.is_empty() {
            return Err("empty pattern or branch".into());
        }
        Ok(if items.len() == 1 {
            items.remove(0)
        } else {
            Node::Sequence(items)
        })
    }

    fn item(&mut self) -> Result<Node, String> {
        let node = self.atom()?;
        let (low, high) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                self.at += 1;
                let low = self.integer()?;
                let high = if self.eat(',') { self.integer()? } else { low };
                if self.peek() != Some('}') {
                    return Err("{low,high} needs its }".into());
                }
                (low, Some(high))
            }
            _ => return Ok(node),
        };
        self.at += 1;
        let greedy = !self.eat('?');
        Ok(Node::Repeat(Box::new(node), low, high, greedy))
    }

    fn atom(&mut self) -> Result<Node, String> {
        let c = self.peek().ok_or("pattern ends too early")?;
        match c {
            '(' => {
                self.at += 1;
                let inner = self.choice()?;
                self.space();
                if !self.eat(')') {
                    return Err("( without )".into());
                }
                Ok(inner)
            }
            '[' => self.mark(Node::SpanStart),
            ']' => self.mark(Node::SpanEnd),
            '^' => self.mark(Node::SentenceStart),
            ';' => self.mark(Node::SentenceEnd),
            '~' => self.prefix().map(|n| Node::Glued(Box::new(n))),
            '_' => self.prefix().map(|n| Node::Apart(Box::new(n))),
            '!' => self.prefix().map(|n| Node::Not(Box::new(n))),
            '<' => {
                self.at += 1;
                let positive = !self.eat('!');
                Ok(Node::Behind(Box::new(self.atom()?), positive))
            }
            '"' => {
                self.at += 1;
                let start = self.at;
                while self.peek().is_some_and(|c| c != '"') {
                    self.at += 1;
                }
                let word: String = self.chars[start..self.at].iter().collect();
                if !self.eat('"') {
                    return Err("\" without \"".into());
                }
                Ok(Node::Word(word))
            }
            '$' => {
                self.at += 1;
                let name = self.name();
                self.macros
                    .get(&name)
                    .cloned()
                    .ok_or(format!("${name} is not defined above"))
            }
            '@' => {
                self.at += 1;
                let name = format!("@{}", self.name());
                crate::format::chunk::NAMES
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, k)| Node::Chunk(*k))
                    .ok_or(format!("{name} is no kind of chunk"))
            }
            c if c.is_alphanumeric() => self.word(),
            ',' | '.' | '-' | '%' | '/' | '\'' | '&' | '€' | '£' | '¥' => self.mark(Node::Word(c.to_string())),
            c => Err(format!("unexpected {c:?}; quote it if the text has it")),
        }
    }

    fn mark(&mut self, node: Node) -> Result<Node, String> {
        self.at += 1;
        Ok(node)
    }

    fn prefix(&mut self) -> Result<Node, String> {
        self.at += 1;
        self.atom()
    }

    fn name(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    fn integer(&mut self) -> Result<u16, String> {
        self.space();
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars[start..self.at].iter().collect();
        self.space();
        digits
            .parse()
            .map_err(|_| format!("{digits:?} is no number from 0 to 65535"))
    }

    fn word(&mut self) -> Result<Node, String> {
        let name = self.name();
        if self.peek() == Some(':') {
            self.at += 1;
            return Ok(Node::Capture(name, Box::new(self.atom()?)));
        }
        if let Some(digits) = name.strip_prefix("INT") {
            let digits = if digits.is_empty() {
                0
            } else {
                digits.parse().map_err(|_| format!("unknown {name}"))?
            };
            if !self.eat('(') {
                return Ok(Node::Int(digits, 0, u16::MAX));
            }
            let low = self.integer()?;
            let high = if self.eat('.') && self.eat('.') {
                self.integer()?
            } else {
                low
            };
            if !self.eat(')') {
                return Err(format!("{name}(low..high)"));
            }
            return Ok(Node::Int(digits, low, high));
        }
        use crate::format::shape;
        let shape = match name.as_str() {
            "Capital" => shape::CAPITAL,
            "Upper" => shape::UPPER,
            "Lower" => shape::LOWER,
            "Number" => shape::NUMBER,
            "Word" => shape::WORD,
            "Mark" => shape::MARK,
            "Dotted" => shape::DOTTED,
            "Any" => return Ok(Node::Any),
            _ if name
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
                && name.len() > 1 =>
            {
                return Ok(Node::Class(name));
            }
            _ => return Ok(Node::Word(name)),
        };
        Ok(Node::Shape(shape))
    }
}
