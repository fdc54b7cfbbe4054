/// Something dated about someone of a family, or about the address where it lived at the time.
public struct CaseFact: Hashable, Sendable {
  /// What makes two rows the same fact, in every run.
  public var key: Int64
  /// The kind's place in the vocabulary's list of kinds.
  public var kind: UInt16
  /// The source's number in the run.
  public var source: UInt16
  /// Whom it is about, by the place in ``CaseFile/people``; nil where it is about the family's address.
  public var person: Int?
  /// The day of an event, or the start of an episode or span, as exact as it is known.
  public var starts: PartialDate?
  /// The end of an episode or span; nil where it is open or there is none.
  public var ends: PartialDate?
  /// How many there are of those that are counted, where it is a measure.
  public var part: Int32
  /// How many there could be, where it is a measure.
  public var whole: Int32
  /// Its coded details, by their places in ``CaseFile/attributes``.
  public var attributes: Range<Int32>
  /// A keyed hash of the professional; 0 where none is named.
  public var professional: UInt64
  /// The number of the file in the run from which it comes.
  public var extract: Int32
  /// The line on which its row begins.
  public var line: Int32

  /// States a fact.
  public init(
    key: Int64, kind: UInt16, source: UInt16 = 0, person: Int? = nil, starts: PartialDate? = nil,
    ends: PartialDate? = nil, part: Int32 = 0, whole: Int32 = 0,
    attributes: Range<Int32> = 0..<0, professional: UInt64 = 0, extract: Int32 = 0,
    line: Int32 = 0
  ) {
    self.key = key
    self.kind = kind
    self.source = source
    self.person = person
    self.starts = starts
    self.ends = ends
    self.part = part
    self.whole = whole
    self.attributes = attributes
    self.professional = professional
    self.extract = extract
    self.line = line
  }
}

/// One coded detail of a fact: `category: permanent`.
public struct CaseAttribute: Hashable, Sendable {
  /// What it is a detail of, by its number in ``CaseFile/words``.
  public var name: Int32
  /// The detail, by its number in ``CaseFile/words``.
  public var value: Int32

  /// States a detail.
  public init(name: Int32, value: Int32) {
    self.name = name
    self.value = value
  }
}

/// The words of a case file, each with a number, so that rules compare numbers.
public struct CaseWords: Sendable {
  /// The words in the order of their numbers.
  public private(set) var words: [String] = []
  private var numbers: [String: Int32] = [:]

  /// No words.
  public init() {}

  /// The number of a word, which is given one if it has none.
  public mutating func number(of word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(words.count)
    words.append(word)
    numbers[word] = number
    return number
  }

  /// The number of a word that may not occur at all.
  public func known(_ word: String) -> Int32? { numbers[word] }

  /// The word with the number.
  public subscript(number: Int32) -> String { words[Int(number)] }
}
