import Vocabulary

/// A name taken apart: where its parts stand in a text of its own.
struct ReadName: BitwiseCopyable {
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
  /// The key of a person of this name, up to the end of the name.
  var key = StableHasher()
  /// Whether the name itself says that the address must not be known.
  var isRestricted = false
  /// Where the text of the name begins in the batch; nil where the row gives no name.
  var start: Int?

  /// No name.
  init() {}

  /// Writes out a name and the other names that its row gives.
  init(
    _ parsed: PersonName, aliases given: [String], domain: UInt64, text: inout BatchText
  ) {
    title = text.append(parsed.title?.text ?? "")
    forenames = text.append(parsed.givenNames.text)
    surname = text.append(parsed.surname.text)
    suffix = text.append(parsed.generation?.text ?? "")
    knownAs = text.append(parsed.knownAs.text)
    formerSurnames = text.append(parsed.formerSurnames.map(\.text).joined(separator: "; "))
    let aliases = parsed.aliases.map(\.text) + given
    self.aliases = text.append(aliases.filter { !$0.isEmpty }.joined(separator: "; "))
    notes = text.append(NameRemarks.words(for: parsed).joined(separator: " "))
    suppressed = text.append(SuppressionList.nameText(parsed, born: ""))
    isRestricted = parsed.annotations.contains(.restricted)
    key.begin(domain)
    key.add(title, of: text)
    key.add(forenames, of: text)
    key.add(surname, of: text)
    key.add(suffix, of: text)
    key.add(knownAs, of: text)
    key.add(formerSurnames, of: text)
    key.add(self.aliases, of: text)
  }
}

extension TextRange {
  /// The same piece where the text lies further on; nothing stays nothing.
  @inline(__always)
  func moved(by count: Int) -> TextRange {
    TextRange(start: isEmpty ? 0 : start &+ UInt32(truncatingIfNeeded: count), count: self.count)
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
