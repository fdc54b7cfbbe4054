/// Goes through the XML of a workbook's part, element by element, and knows a part that is not whole.
///
/// It reads what spreadsheets write: no declarations of types, no entities but the five and numbers. Names are taken
/// without their prefix.
struct XMLScanner {
  /// What was met.
  enum Token: Equatable {
    /// An element begins; its attributes can be asked for.
    case start
    /// An element ends.
    case end
    /// Text between tags.
    case text
  }

  /// The part is not XML, or ends too soon.
  struct Fault: Error, Equatable {}

  private let bytes: [UInt8]
  private var place = 0
  private var open: [Range<Int>] = []
  private var hasRoot = false
  /// Whether the element that just began has no content, so that its end comes next.
  private var endsAtOnce = false
  private var nameRange = 0..<0
  private var attributesRange = 0..<0
  private var textRange = 0..<0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// The next thing, or nil once the outermost element has ended.
  mutating func next() throws(Fault) -> Token? {
    if endsAtOnce {
      endsAtOnce = false
      return try close(nameRange)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        textRange = start..<place
        if !open.isEmpty { return .text }
        continue
      }
      guard place + 1 < bytes.count else { throw Fault() }
      switch bytes[place + 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"): try skipTag()
      case UInt8(ascii: "/"):
        let tag = try tag(from: place + 2)
        return try close(name(at: tag.lowerBound))
      default: return try begin()
      }
    }
    guard open.isEmpty, hasRoot else { throw Fault() }
    return nil
  }

  private mutating func begin() throws(Fault) -> Token {
    var tag = try tag(from: place + 1)
    if let last = tag.last, bytes[last] == UInt8(ascii: "/") {
      endsAtOnce = true
      tag = tag.lowerBound..<last
    }
    nameRange = name(at: tag.lowerBound)
    guard !nameRange.isEmpty else { throw Fault() }
    attributesRange = nameRange.upperBound..<max(nameRange.upperBound, tag.upperBound)
    open.append(nameRange)
    hasRoot = true
    return .start
  }

  private mutating func close(_ name: Range<Int>) throws(Fault) -> Token {
    guard let last = open.popLast(), bytes[last].elementsEqual(bytes[name]) else { throw Fault() }
    nameRange = name
    return .end
  }

  /// What stands up to the end of a tag; the place after it is the next to be read.
  private mutating func tag(from start: Int) throws(Fault) -> Range<Int> {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        place = index + 1
        return start..<index
      }
    }
    throw Fault()
  }

  private mutating func skipTag() throws(Fault) { _ = try tag(from: place + 2) }

  private func name(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !" \t\r\n/>".utf8.contains(bytes[end]) { end += 1 }
    return start..<end
  }

  // MARK: What was met

  /// Whether the element has this name, whatever its prefix.
  func isNamed(_ wanted: String) -> Bool {
    let count = wanted.utf8.count
    guard nameRange.count >= count else { return false }
    let start = nameRange.upperBound - count
    guard bytes[start..<nameRange.upperBound].elementsEqual(wanted.utf8) else { return false }
    return start == nameRange.lowerBound || bytes[start - 1] == UInt8(ascii: ":")
  }

  /// The value of an attribute of the element that just began; the name may have any prefix.
  func attribute(_ wanted: String) -> String? {
    var index = attributesRange.lowerBound
    while index < attributesRange.upperBound {
      guard let equals = bytes[index..<attributesRange.upperBound].firstIndex(of: UInt8(ascii: "="))
      else { return nil }
      let name = bytes[index..<equals].drop { " \t\r\n".utf8.contains($0) }
      guard equals + 1 < attributesRange.upperBound,
        let end = bytes[(equals + 2)..<attributesRange.upperBound].firstIndex(of: bytes[equals + 1])
      else { return nil }
      if name.elementsEqual(wanted.utf8)
        || name.reversed().starts(with: (":" + wanted).utf8.reversed())
      {
        return unescaped(bytes[(equals + 2)..<end])
      }
      index = end + 1
    }
    return nil
  }

  /// The text that was met.
  var text: String { unescaped(bytes[textRange]) }

  private func unescaped(_ slice: ArraySlice<UInt8>) -> String {
    let text = String(decoding: slice, as: UTF8.self)
    guard slice.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      result += rest[..<start]
      result += Self.character(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ entity: Substring) -> String {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = entity.dropFirst(entity.hasPrefix("#x") ? 2 : 1)
      let value = UInt32(digits, radix: entity.hasPrefix("#x") ? 16 : 10)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
    }
  }
}
