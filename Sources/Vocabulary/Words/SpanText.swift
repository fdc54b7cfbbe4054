extension Span<UInt8> {
  /// The bytes as text; what is not UTF-8 is replaced.
  var text: String {
    if let checked = try? UTF8Span(validating: self) { return String(copying: checked) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes as text without white space at either end.
  var trimmedText: String {
    extracting(trimmedRange()).text
  }
}
