extension PartialDate: CustomStringConvertible {
  /// The date as in `2007-05-03`, `2007-05`, `2007-Q2` or `2007`.
  public var text: String {
    String(appending: appendText)
  }

  /// The same as ``text``.
  public var description: String { text }

  /// Appends the date as in `2007-05-03`, `2007-05`, `2007-Q2` or `2007`.
  public func appendText(to bytes: inout [UInt8]) {
    if precision == .day { return earliest.appendText(to: &bytes) }
    let parts = earliest.parts
    bytes.append(digitsOf: parts.year, width: 4)
    if precision == .month {
      bytes.append(0x2D)
      bytes.append(digitsOf: parts.month, width: 2)
    } else if precision == .quarter {
      bytes.append(text: "-Q")
      bytes.append(digitsOf: parts.month / 3 + 1)
    }
  }

  /// Reads a date as in `2007-05-03`, `2007-05`, `2007-Q2` or `2007`, and nothing else.
  public init?(text bytes: Span<UInt8>) {
    if bytes.count == 10 {
      guard let day = Day(iso: bytes) else { return nil }
      self.init(day)
      return
    }
    guard let year = bytes.number(in: 0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(year: year)
      return
    }
    guard bytes.count == 7, bytes[4] == 0x2D else { return nil }
    if bytes[5] == 0x51 {
      guard let quarter = bytes.number(in: 6..<7) else { return nil }
      self.init(year: year, quarter: quarter)
    } else {
      guard let month = bytes.number(in: 5..<7) else { return nil }
      self.init(year: year, month: month)
    }
  }

  /// Reads a date as in `2007-05-03`, `2007-05`, `2007-Q2` or `2007`, and nothing else.
  public init?(text: String) {
    self.init(text: text.utf8.span)
  }
}
