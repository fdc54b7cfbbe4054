import Sealing
import Vocabulary

/// Reads the details of facts, which the run file holds as flat JSON objects: `{"school":"8201001"}`.
///
/// Most facts share their details with others, so each text is taken apart once and the facts share its attributes.
struct CaseDetails {
  private var word: [UInt8] = []
  /// Where the attributes of a text stand, by 128 bits of it.
  private var known: [LongHash: Range<Int32>] = [:]

  /// The places of the details among the case file's attributes, to which they are added where they are new.
  mutating func places(of bytes: Span<UInt8>, in file: inout CaseFile) -> Range<Int32> {
    guard !bytes.isEmpty else { return 0..<0 }
    let key = SipHash.standard.hash128(bytes)
    if let places = known[key] { return places }
    let first = Int32(file.attributes.count)
    read(bytes, into: &file)
    let places = first..<Int32(file.attributes.count)
    known[key] = places
    return places
  }

  private mutating func read(_ bytes: Span<UInt8>, into file: inout CaseFile) {
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
