import Vocabulary

/// Functions of one value, worked out once for each distinct value.
struct ValueMapping {
  let function: FeatureFunction
  let number: Int

  /// The table of results, and for each code of the table that comes in its code there.
  func apply(to table: ValueTable, tables: [ValueTable]) -> (table: ValueTable, codes: [Int32]) {
    table.kind == .list ? mapLists(table, tables) : mapValues(table)
  }

  private func mapValues(_ table: ValueTable) -> (ValueTable, [Int32]) {
    var result = ValueTable(function.makesList ? .list : .text)
    var codes: [Int32] = [0]
    codes.reserveCapacity(table.count + 1)
    // Words are values of their own, which lists refer to by number.
    var elements = ByteDictionary()
    var bytes: [UInt8] = []
    for code in 1..<Int32(table.count + 1) {
      let text = table.texts.bytes.span.extracting(table.texts.range(of: code))
      if function.makesList {
        codes.append(result.add(list: list(text, &elements)))
      } else {
        bytes.removeAll(keepingCapacity: true)
        append(text, of: table.kind, to: &bytes)
        codes.append(bytes.isEmpty ? 0 : result.add(text: bytes.span))
      }
    }
    result.elementTable = -1
    return (result, codes)
  }

  /// A function of a list is the list of the function's results.
  private func mapLists(_ table: ValueTable, _ tables: [ValueTable]) -> (ValueTable, [Int32]) {
    precondition(!function.makesList, "a list of lists")
    let (elements, elementCodes) = mapValues(tables[table.elementTable])
    var result = ValueTable(.list)
    var texts = ByteDictionary()
    var codes: [Int32] = [0]
    for code in 1..<Int32(table.count + 1) {
      var list: [Int32] = []
      for element in table.elements[table.list(code)] where elementCodes[Int(element)] != 0 {
        let range = elements.texts.range(of: elementCodes[Int(element)])
        list.append(texts.code(of: elements.texts.bytes.span.extracting(range)))
      }
      codes.append(result.add(list: Set(list).sorted()))
    }
    result.elementTable = -1
    return (result, codes)
  }

  private func append(_ text: Span<UInt8>, of kind: ValueKind, to bytes: inout [UInt8]) {
    switch function {
    case .first: copy(text, 0..<min(number, text.count), to: &bytes)
    case .last: copy(text, max(0, text.count - number)..<text.count, to: &bytes)
    case .initial: copy(text, 0..<1, to: &bytes)
    case .year, .month, .day: part(of: text, kind, to: &bytes)
    case .sector: if isPostcode(text) { copy(text, 0..<(text.count - 2), to: &bytes) }
    case .district: if isPostcode(text) { copy(text, 0..<(text.count - 4), to: &bytes) }
    case .area: if isPostcode(text) { copy(text, 0..<letters(text), to: &bytes) }
    case .numbers: appendNumbers(text, to: &bytes)
    case .metaphone: packed(DoubleMetaphone.codes(of: text).primary, to: &bytes)
    case .britishSound: packed(BritishSound.code(of: text), to: &bytes)
    case .soundex: packed(Soundex.code(of: text), to: &bytes)
    case .words, .nicknames, .join, .sorted, .anyOf, .point:
      preconditionFailure("'\(function.rawValue)' is no function of one value to one text")
    }
  }

  private func copy(_ text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    for index in range { bytes.append(text[index]) }
  }

  /// A part of yyyymmdd that is known.
  private func part(of text: Span<UInt8>, _ kind: ValueKind, to bytes: inout [UInt8]) {
    guard kind == .date else { return }
    let range = function == .year ? 0..<4 : function == .month ? 4..<6 : 6..<8
    guard range.contains(where: { text[$0] != 0x30 }) else { return }
    copy(text, range, to: &bytes)
  }

  private func isPostcode(_ text: Span<UInt8>) -> Bool {
    text.count > 4 && text[text.count - 4] == 0x20
  }

  private func letters(_ text: Span<UInt8>) -> Int {
    var count = 0
    while count < text.count, ASCII.isLetter(text[count]) { count += 1 }
    return count
  }

  private func appendNumbers(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    Words.forEach(text) { word in
      guard word.indices.contains(where: { ASCII.isDigit(word[$0]) }) else { return }
      if !bytes.isEmpty { bytes.append(0x20) }
      copy(word, 0..<word.count, to: &bytes)
    }
  }

  private func packed(_ code: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: code >> UInt64(shift))
      if byte != 0 { bytes.append(byte) }
    }
  }

  private func list(_ text: Span<UInt8>, _ elements: inout ByteDictionary) -> [Int32] {
    var list: [Int32] = []
    switch function {
    case .words:
      Words.forEach(text) { list.append(elements.code(of: $0)) }
    default:
      for group in NameForms.groups(of: text) {
        list.append(elements.code(of: String(group).utf8.span))
      }
    }
    return Set(list).sorted()
  }
}

extension FeatureFunction {
  var makesList: Bool { self == .words || self == .nicknames || self == .anyOf }
}

/// The words of plain text.
enum Words {
  /// Lends each word in turn.
  @inline(__always)
  static func forEach(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 0x20 {
      if index > start { body(text.extracting(start..<index)) }
      start = index + 1
    }
  }
}

/// The groups of names that mean one name: nicknames and transliterations, in one numbering.
enum NameForms {
  /// The groups of the whole name and of its first word; a name in no group is in none.
  static func groups(of text: Span<UInt8>) -> [Int] {
    var groups = numbers(text)
    var end = 0
    while end < text.count, text[end] != 0x20 { end += 1 }
    if end < text.count { groups += numbers(text.extracting(0..<end)) }
    return groups
  }

  private static func numbers(_ text: Span<UInt8>) -> [Int] {
    NicknameGroups.groups(of: text).ids.map { Int($0.rawValue) }
      + TransliterationGroups.groups(of: text).ids.map { Int($0.rawValue) + 100_000 }
  }
}
