/// Follows one record byte by byte through its quotes, as libcsv does.
///
/// The states are those of the parser that csv(3) describes: a quote opens a field only where the
/// field begins, after blanks perhaps; in a quoted field a quote closes it unless another follows.
struct QuoteScanner {
  enum State { case fieldStart, unquoted, quoted, closed, closedThenBlank, broken }

  enum Outcome: Equatable {
    /// The record ends before a line end at this place.
    case ends(at: Int, lines: Int)
    /// A quote is open and a limit or the end of the file is reached; with the first line end.
    case open(firstLineEnd: Int?)
    /// A limit is reached outside quotes, at this place.
    case tooLong(at: Int, lines: Int)
    /// The buffer ends before the record does.
    case needsMore
  }

  let dialect: CSVDialect
  let limits: CSVLimits

  func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
    var state = State.fieldStart
    var lines = 1
    var firstLineEnd: Int?
    let limit = start + limits.recordBytes
    for index in start..<bytes.count {
      let byte = bytes[index]
      let isLineEnd = byte == 0x0A || byte == 0x0D
      if state == .quoted {
        if index >= limit { return .open(firstLineEnd: firstLineEnd) }
        if byte == dialect.quote {
          state = .closed
        } else if isLineEnd {
          if firstLineEnd == nil { firstLineEnd = index }
          if byte == 0x0D || bytes[index - 1] != 0x0D { lines += 1 }
          if lines > limits.recordLines { return .open(firstLineEnd: firstLineEnd) }
        }
      } else if isLineEnd {
        return .ends(at: index, lines: lines)
      } else if index >= limit {
        return .tooLong(at: index, lines: lines)
      } else {
        state = next(after: state, byte)
      }
    }
    guard isLast else { return .needsMore }
    return state == .quoted
      ? .open(firstLineEnd: firstLineEnd) : .ends(at: bytes.count, lines: lines)
  }

  /// The state after a byte that is no line end, outside an open quote.
  @inline(__always)
  private func next(after state: State, _ byte: UInt8) -> State {
    if state == .broken { return .broken }
    if byte == dialect.delimiter { return .fieldStart }
    let isBlank = byte == 0x20 || byte == 0x09
    switch state {
    case .fieldStart:
      if isBlank { return .fieldStart }
      return byte == dialect.quote ? .quoted : .unquoted
    case .unquoted:
      return byte == dialect.quote ? stray(.unquoted) : .unquoted
    case .closed:
      if byte == dialect.quote { return .quoted }
      return isBlank ? .closedThenBlank : stray(.quoted)
    case .closedThenBlank:
      if isBlank { return .closedThenBlank }
      return byte == dialect.quote ? stray(.closed) : stray(.quoted)
    case .quoted, .broken:
      return state
    }
  }

  /// After a stray quote a strict record is lost anyway, and is best ended with its line; a
  /// tolerant one goes on as libcsv does.
  @inline(__always)
  private func stray(_ tolerant: State) -> State {
    dialect.quoting == .strict ? .broken : tolerant
  }
}
