import Vocabulary

/// Where the parts of a name stand in a text.
struct NameParts {
  var title = TextRange.none
  var forenames = TextRange.none
  var surname = TextRange.none
  var suffix = TextRange.none
  var knownAs = TextRange.none
  var formerSurnames = TextRange.none
  var aliases = TextRange.none
  var notes = TextRange.none
  /// The name as the suppression list has it, up to the birth date.
  var suppressed = TextRange.none
}

extension TextRange {
  /// The same piece where the text lies further on; nothing stays nothing.
  @inline(__always)
  func moved(by count: Int) -> TextRange {
    TextRange(start: isEmpty ? 0 : start &+ UInt32(truncatingIfNeeded: count), count: self.count)
  }
}

/// A name of a row: what it was found to be, and where its text begins in the batch.
struct ReadName {
  let known: RememberedName
  let start: Int
}

/// A name taken apart, with its text: what is remembered of the names that come again and again.
final class RememberedName {
  let parts: NameParts
  let text: [UInt8]
  /// Whether the name itself says that the address must not be known.
  let isRestricted: Bool
  /// The key of a person of this name, up to the end of the name.
  let key: StableHasher

  /// Writes out a name and the other names that its row gives.
  init(_ parsed: PersonName, aliases given: [String], domain: UInt64) {
    var text = BatchText(capacity: 256)
    func add(_ words: String) -> TextRange { text.append(Array(words.utf8)) }
    var parts = NameParts()
    if let title = parsed.title { parts.title = add(title.text) }
    parts.forenames = add(parsed.givenNames.text)
    parts.surname = add(parsed.surname.text)
    if let generation = parsed.generation { parts.suffix = add(generation.text) }
    parts.knownAs = add(parsed.knownAs.text)
    parts.formerSurnames = add(parsed.formerSurnames.map(\.text).joined(separator: "; "))
    let aliases = parsed.aliases.map(\.text) + given
    parts.aliases = add(aliases.filter { !$0.isEmpty }.joined(separator: "; "))
    parts.notes = add(NameRemarks.words(for: parsed).joined(separator: " "))
    parts.suppressed = add(SuppressionList.nameText(parsed, born: ""))
    isRestricted = parsed.annotations.contains(.restricted)
    var key = StableHasher()
    key.begin(domain)
    for part in [
      parts.title, parts.forenames, parts.surname, parts.suffix, parts.knownAs,
      parts.formerSurnames, parts.aliases,
    ] {
      key.add(part, of: text)
    }
    self.parts = parts
    self.key = key
    var bytes: [UInt8] = []
    text.move(to: &bytes)
    self.text = bytes
  }
}

extension StableHasher {
  /// Adds a piece of text; nothing said counts as zero.
  @inline(__always)
  mutating func add(_ range: TextRange, of text: borrowing BatchText) {
    if range.isEmpty { return add(0) }
    text.withBytes(range) { add($0) }
  }
}
