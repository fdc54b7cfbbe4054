import Vocabulary

/// What the values of a table are, beside their texts.
enum ValueKind: Hashable, Sendable {
  case text
  /// Dates packed as yyyymmdd.
  case date
  case number
  /// Lists of codes of another table.
  case list
  /// Two numbers: latitude and longitude.
  case point
}

/// The distinct values that some fields have; a value's code is its place, 0 is for none.
struct ValueTable: Sendable {
  let kind: ValueKind
  /// The values as texts; for lists, the bytes of their codes.
  var texts = ByteDictionary()
  /// For dates: yyyymmdd of each code.
  var dates: [Int32] = [0]
  /// For numbers and, in pairs, for points.
  var numbers: [Double] = []
  /// For lists: where each code's elements end in `elements`.
  var listEnds: [UInt32] = [0]
  /// For lists: codes of `elementTable`, ascending in each list.
  var elements: [Int32] = []
  /// For lists: the table whose codes the elements are.
  var elementTable = 0

  init(_ kind: ValueKind) {
    self.kind = kind
    if kind == .number { numbers = [0] }
    if kind == .point { numbers = [0, 0] }
  }

  /// For combinations whose text nobody compares: the codes that make up each, side by side.
  var members: [Int32] = []
  /// For such combinations: the tables of their members.
  var memberTables: [Int] = []

  /// The largest code.
  var count: Int { memberTables.isEmpty ? texts.count : members.count / memberTables.count }

  /// Adds a combination of codes that is new, without a text of its own.
  mutating func add(combination codes: [Int32]) -> Int32 {
    members += codes
    return Int32(members.count / memberTables.count)
  }

  func combination(_ code: Int32) -> ArraySlice<Int32> {
    let size = memberTables.count
    return members[(Int(code) - 1) * size..<Int(code) * size]
  }

  /// Adds the value that a code stands for in another table of texts, dates or numbers.
  mutating func add(_ code: Int32, of other: ValueTable) -> Int32 {
    switch kind {
    case .date: add(date: other.dates[Int(code)])
    case .number: add(number: other.numbers[Int(code)])
    default: add(text: other.texts.bytes.span.extracting(other.texts.range(of: code)))
    }
  }

  mutating func add(text: Span<UInt8>) -> Int32 { texts.code(of: text) }

  mutating func add(date packed: Int32) -> Int32 {
    var digits: [UInt8] = []
    digits.append(digitsOf: Int(packed), width: 8)
    let code = texts.code(of: digits.span)
    if Int(code) == dates.count { dates.append(packed) }
    return code
  }

  mutating func add(number: Double) -> Int32 {
    let code = texts.code(of: NumberText.text(number).utf8.span)
    if Int(code) == numbers.count { numbers.append(number) }
    return code
  }

  mutating func add(latitude: Double, longitude: Double) -> Int32 {
    let text = "\(latitude) \(longitude)"
    let code = texts.code(of: text.utf8.span)
    if Int(code) * 2 == numbers.count { numbers += [latitude, longitude] }
    return code
  }

  /// Adds a list of codes, ascending and without repetition.
  mutating func add(list codes: [Int32]) -> Int32 {
    guard !codes.isEmpty else { return 0 }
    var key: [UInt8] = []
    key.reserveCapacity(codes.count * 4)
    for code in codes {
      for shift in [0, 8, 16, 24] { key.append(UInt8(truncatingIfNeeded: code >> Int32(shift))) }
    }
    let code = texts.code(of: key.span)
    if Int(code) == listEnds.count {
      elements += codes
      listEnds.append(UInt32(elements.count))
    }
    return code
  }

  func list(_ code: Int32) -> Range<Int> {
    Int(listEnds[Int(code) - 1])..<Int(listEnds[Int(code)])
  }

  /// A value in words, for explanations; a list is shown by the caller.
  func shown(_ code: Int32) -> String {
    guard code > 0 else { return "" }
    guard kind == .date else { return texts.text(code) }
    let text = texts.text(code)
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
