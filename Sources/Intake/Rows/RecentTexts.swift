import Vocabulary

/// What texts were found to mean of late: a fixed number of them, each displaced by the next that falls into its place.
struct RecentTexts<Meaning> {
  private var texts: [[UInt8]]
  private var meanings: [Meaning?]
  private let mask: Int

  /// Makes room for two to the power of `bits` texts.
  init(bits: Int) {
    texts = Array(repeating: [], count: 1 << bits)
    meanings = Array(repeating: nil, count: 1 << bits)
    mask = (1 << bits) - 1
  }

  /// Where a text belongs.
  func place(of text: [UInt8]) -> Int {
    Int(truncatingIfNeeded: QuickHash.mix(QuickHash.hash(text.span))) & mask
  }

  /// What the text at its place means; nil where another one stands there, or none.
  func meaning(of text: [UInt8], at place: Int) -> Meaning? {
    texts[place] == text ? meanings[place] : nil
  }

  /// Whether the text stands at its place.
  func holds(_ text: [UInt8], at place: Int) -> Bool { texts[place] == text }

  /// Keeps what a text means, or that it was seen.
  mutating func keep(_ text: [UInt8], _ meaning: Meaning?, at place: Int) {
    // A long text would make memory depend on the file.
    guard text.count <= 256 else { return }
    texts[place] = text
    meanings[place] = meaning
  }
}
