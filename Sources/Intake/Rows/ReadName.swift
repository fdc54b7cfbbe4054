import Vocabulary

/// A name taken apart, in the words in which it is stored.
struct ReadName {
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
  /// Whether the name itself says that the address must not be known.
  var isRestricted = false

  /// The same name where its text lies further on.
  func moved(by count: Int) -> ReadName {
    var name = self
    name.title = title.moved(by: count)
    name.forenames = forenames.moved(by: count)
    name.surname = surname.moved(by: count)
    name.suffix = suffix.moved(by: count)
    name.knownAs = knownAs.moved(by: count)
    name.formerSurnames = formerSurnames.moved(by: count)
    name.aliases = aliases.moved(by: count)
    name.notes = notes.moved(by: count)
    name.suppressed = suppressed.moved(by: count)
    return name
  }
}

extension TextRange {
  /// The same piece where the text lies further on; nothing stays nothing.
  fileprivate func moved(by count: Int) -> TextRange {
    isEmpty ? self : TextRange(start: start + UInt32(count), count: self.count)
  }
}

/// A name taken apart, with its text: what is remembered of the names that come again and again.
final class RememberedName {
  let name: ReadName
  let text: [UInt8]

  /// Writes out a name and the other names that its row gives.
  init(_ parsed: PersonName, aliases given: [String]) {
    var text: [UInt8] = []
    func add(_ words: String) -> TextRange {
      let start = text.count
      text.append(contentsOf: words.utf8)
      return text.count == start
        ? .none : TextRange(start: UInt32(start), count: UInt32(text.count - start))
    }
    var name = ReadName()
    if let title = parsed.title { name.title = add(title.text) }
    name.forenames = add(parsed.givenNames.text)
    name.surname = add(parsed.surname.text)
    if let generation = parsed.generation { name.suffix = add(generation.text) }
    name.knownAs = add(parsed.knownAs.text)
    name.formerSurnames = add(parsed.formerSurnames.map(\.text).joined(separator: "; "))
    let aliases = parsed.aliases.map(\.text) + given
    name.aliases = add(aliases.filter { !$0.isEmpty }.joined(separator: "; "))
    name.notes = add(NameRemarks.words(for: parsed).joined(separator: " "))
    name.suppressed = add(SuppressionList.nameText(parsed, born: ""))
    name.isRestricted = parsed.annotations.contains(.restricted)
    self.name = name
    self.text = text
  }
}
