extension Day {
  /// The day as in `2013-07-22`.
  public var iso: String {
    String(appending: appendText)
  }

  /// Appends the day as in `2013-07-22`.
  public func appendText(to bytes: inout [UInt8]) {
    let parts = self.parts
    bytes.append(digitsOf: parts.year, width: 4)
    bytes.append(0x2D)
    bytes.append(digitsOf: parts.month, width: 2)
    bytes.append(0x2D)
    bytes.append(digitsOf: parts.day, width: 2)
  }

  /// Reads a day as in `2013-07-22`, and nothing else.
  public init?(iso bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = bytes.number(in: 0..<4), let month = bytes.number(in: 5..<7),
      let day = bytes.number(in: 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as in `2013-07-22`, and nothing else.
  public init?(iso text: String) {
    self.init(iso: text.utf8.span)
  }
}
