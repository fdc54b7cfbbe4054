import Vocabulary

/// The codes of a column with what they mean, found by their bytes; case, spaces and hyphens do not matter.
struct CodeTable: Sendable {
  /// What the codes stand for, in the contract's order.
  let meanings: [[UInt8]]
  private let folded: [[UInt8]]
  private let places: [[UInt8]: Int]

  init(_ codes: [CodeMeaning]) {
    meanings = codes.map { Array($0.meaning.utf8) }
    let folded = codes.map { Self.folded(Array($0.code.utf8)) }
    self.folded = folded
    places = Dictionary(
      folded.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a code in the contract's list.
  func place(of value: Span<UInt8>) -> Int? {
    // Most lists are short: looking at each costs less than a dictionary.
    if folded.count <= 12 {
      for place in folded.indices where Self.equals(value, folded[place]) { return place }
      return folded.count <= 12 && !Self.needsFolding(value) ? nil : places[Self.folded(value)]
    }
    return places[Self.folded(value)]
  }

  private static func equals(_ value: Span<UInt8>, _ code: [UInt8]) -> Bool {
    guard value.count == code.count else { return false }
    for index in 0..<value.count where ASCII.lowercased(value[index]) != code[index] {
      return false
    }
    return true
  }

  /// Whether a value has spaces, hyphens or underscores that folding would take out.
  private static func needsFolding(_ value: Span<UInt8>) -> Bool {
    for index in 0..<value.count where isLeftOut(value[index]) || value[index] >= 0x80 {
      return true
    }
    return false
  }

  private static func isLeftOut(_ byte: UInt8) -> Bool {
    ASCII.isWhitespace(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Lower case without spaces, hyphens and underscores; a code of nothing else stays as it is.
  static func folded(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    for index in 0..<value.count where !isLeftOut(value[index]) {
      bytes.append(ASCII.lowercased(value[index]))
    }
    if bytes.isEmpty { for index in 0..<value.count { bytes.append(value[index]) } }
    return bytes
  }

  static func folded(_ value: [UInt8]) -> [UInt8] {
    folded(value.span)
  }
}

/// Yes and no as agencies write them.
enum FlagWord {
  static func read(_ value: Span<UInt8>) -> Bool? {
    switch value.count {
    case 1:
      switch ASCII.lowercased(value[0]) {
      case UInt8(ascii: "y"), UInt8(ascii: "1"), UInt8(ascii: "t"): return true
      case UInt8(ascii: "n"), UInt8(ascii: "0"), UInt8(ascii: "f"): return false
      default: return nil
      }
    case 2: return value.equalsIgnoringCase("no") ? false : nil
    case 3: return value.equalsIgnoringCase("yes") ? true : nil
    case 4: return value.equalsIgnoringCase("true") ? true : nil
    case 5: return value.equalsIgnoringCase("false") ? false : nil
    default: return nil
    }
  }
}

/// The sexes as agencies write them, with the numbers of the NHS and of children's services.
enum SexWord {
  /// `male` or `female`; the empty word where the value says that it is not known; nil where it says nothing we know.
  static func read(_ value: Span<UInt8>) -> StaticString? {
    if value.count == 1 {
      switch ASCII.lowercased(value[0]) {
      case UInt8(ascii: "m"), UInt8(ascii: "1"): return "male"
      case UInt8(ascii: "f"), UInt8(ascii: "2"): return "female"
      case UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "9"), UInt8(ascii: "x"),
        UInt8(ascii: "i"):
        return ""
      default: return nil
      }
    }
    for word in ["male", "boy"] as [StaticString] where value.equalsIgnoringCase(word) {
      return "male"
    }
    for word in ["female", "girl"] as [StaticString] where value.equalsIgnoringCase(word) {
      return "female"
    }
    for word in ["unknown", "not known", "not specified", "indeterminate", "unborn"]
      as [StaticString] where value.equalsIgnoringCase(word)
    {
      return ""
    }
    return nil
  }
}
