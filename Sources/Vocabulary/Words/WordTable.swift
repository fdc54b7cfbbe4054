/// A fixed table from folded words to small numbers, made once from a list in the source.
///
/// Every token of every name and address is looked up here, so the table is an open-addressed array
/// of packed words: a look-up is one multiplication and, nearly always, one comparison.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var word = PackedWord()
    var value: UInt32 = 0
  }

  private var slots: [Slot]
  private let mask: Int

  /// Makes a table of `entries`; a word that comes twice gets both values, joined by `merging`.
  init(
    _ entries: [(word: String, value: UInt32)], merging: (UInt32, UInt32) -> UInt32 = { $0 | $1 }
  ) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    for entry in entries {
      precondition(entry.word.utf8.count <= PackedWord.capacity, "too long for a word table")
      precondition(entry.value != 0, "zero means absent")
      let word = PackedWord(entry.word)
      let place = place(of: word)
      let old = slots[place].value
      slots[place] = Slot(word: word, value: old == 0 ? entry.value : merging(old, entry.value))
    }
  }

  /// The value of a word, or zero where the table does not have it.
  subscript(word: PackedWord) -> UInt32 {
    slots[place(of: word)].value
  }

  /// The slot that holds the word, or the empty one where it would go.
  private func place(of word: PackedWord) -> Int {
    var place = Int(truncatingIfNeeded: word.mixed) & mask
    while slots[place].value != 0 && slots[place].word != word { place = (place + 1) & mask }
    return place
  }
}
