/// Writes records as RFC 4180 has them, into bytes that the caller takes away.
///
/// Fields are quoted only where they have to be: where they hold a delimiter, a quote or a line
/// end, or begin or end with a blank, which readers drop; and where the only field of a record is
/// empty, since the line would be blank.
public struct CSVWriter: Sendable {
  /// The bytes written since they were last taken.
  public private(set) var bytes: [UInt8] = []
  private let dialect: CSVDialect
  private let guardsFormulas: Bool
  private var fieldsInRecord = 0
  private var recordIsBlank = true

  /// Makes a writer.
  ///
  /// With `guardsFormulas`, texts that a spreadsheet would run as a formula get an apostrophe
  /// before them: those that begin with `=`, `+`, `-`, `@`, a tab or a CR.
  public init(dialect: CSVDialect = CSVDialect(), guardsFormulas: Bool = false) {
    self.dialect = dialect
    self.guardsFormulas = guardsFormulas
  }

  /// Writes a field of text.
  public mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { unsafe field(bytes: $0.span) }
  }

  /// Writes a field of text given as bytes.
  public mutating func field(bytes text: Span<UInt8>) {
    beginField()
    let isGuarded = guardsFormulas && opensFormula(text)
    recordIsBlank = recordIsBlank && text.isEmpty
    guard isGuarded || needsQuotes(text) else {
      append(text)
      return
    }
    let quotes = needsQuotes(text)
    if quotes { bytes.append(dialect.quote) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for index in text.indices {
      if text[index] == dialect.quote { bytes.append(dialect.quote) }
      bytes.append(text[index])
    }
    if quotes { bytes.append(dialect.quote) }
  }

  /// Writes a field of a whole number; a minus sign is no formula.
  public mutating func field(_ number: Int) {
    beginField()
    recordIsBlank = false
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(number.magnitude), atLeast: 1)
  }

  /// Writes a field of a number that is already in digits, such as `-12.50`; a minus sign is no formula.
  public mutating func number(_ digits: String) {
    precondition(digits.utf8.allSatisfy { "-.0123456789".utf8.contains($0) }, "not a number")
    beginField()
    recordIsBlank = false
    bytes.append(contentsOf: digits.utf8)
  }

  /// Writes a field of a number with a fixed count of decimals, rounded to the nearest.
  ///
  /// The number has to be below 2^63 when all its decimals are taken for whole digits.
  public mutating func field(_ number: Double, decimals: Int) {
    beginField()
    recordIsBlank = false
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((number.magnitude * Double(scale)).rounded())
    if number < 0, units > 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(units / scale), atLeast: 1)
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    append(digitsOf: UInt64(units % scale), atLeast: decimals)
  }

  /// Writes an empty field.
  public mutating func emptyField() {
    beginField()
  }

  /// Ends the record with CR LF.
  public mutating func endRecord() {
    if fieldsInRecord == 1 && recordIsBlank {
      bytes.append(dialect.quote)
      bytes.append(dialect.quote)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
    fieldsInRecord = 0
    recordIsBlank = true
  }

  /// Writes a whole record of texts.
  public mutating func record(_ texts: [String]) {
    for text in texts { field(text) }
    endRecord()
  }

  /// Forgets the bytes once the caller has written them away, and keeps the room they took.
  public mutating func removeBytes() {
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func beginField() {
    if fieldsInRecord > 0 { bytes.append(dialect.delimiter) }
    fieldsInRecord += 1
  }

  private mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a number's digits, with zeros before them up to a width.
  private mutating func append(digitsOf number: UInt64, atLeast width: Int) {
    if number < 10, width == 1 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number))
      return
    }
    // The largest number has 20 digits; more zeros than that are written one by one.
    var digits = InlineArray<20, UInt8>(repeating: 0x30)
    var (rest, first) = (number, 20)
    while rest > 0 {
      first -= 1
      digits[first] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    if width > 20 { bytes.append(contentsOf: repeatElement(0x30, count: width - 20)) }
    append(digits.span.extracting(min(first, max(0, 20 - width))..<20))
  }

  private func needsQuotes(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    if isBlank(text[0]) || isBlank(text[text.count - 1]) { return true }
    let (delimiter, quote) = (dialect.delimiter, dialect.quote)
    for index in text.indices {
      let byte = text[index]
      if byte == delimiter || byte == quote || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }

  private func opensFormula(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    switch text[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    default: return false
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }
}
