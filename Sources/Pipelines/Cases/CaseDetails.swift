import Vocabulary

/// Reads the details of facts, which the run file holds as flat JSON objects: `{"school":"8201001"}`.
struct CaseDetails {
  private var word: [UInt8] = []

  /// Adds the details to the case file's attributes.
  mutating func read(_ bytes: Span<UInt8>, into file: inout CaseFile) {
    var index = 0
    while let name = nextWord(bytes, &index, &file) {
      guard let value = nextWord(bytes, &index, &file) else { return }
      file.attributes.append(CaseAttribute(name: name, value: value))
    }
  }

  /// The number of the next string; numbers and other values stand as they are written.
  private mutating func nextWord(
    _ bytes: Span<UInt8>, _ index: inout Int, _ file: inout CaseFile
  ) -> Int32? {
    while index < bytes.count, Self.isBetween(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    word.removeAll(keepingCapacity: true)
    let isQuoted = bytes[index] == UInt8(ascii: "\"")
    if isQuoted { index += 1 }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted ? byte == UInt8(ascii: "\"") : Self.isBetween(byte) { break }
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
      word.append(bytes[index])
      index += 1
    }
    if isQuoted { index += 1 }
    return file.words.number(of: String(decoding: word, as: UTF8.self))
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: ","), 0x20: true
    default: false
    }
  }
}
