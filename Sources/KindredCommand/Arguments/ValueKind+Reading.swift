import Vocabulary
import YAMLFiles

extension ValueKind {
  /// Reads what was typed, or says why it cannot be.
  func read(_ typed: String) -> Result<ArgumentValue, ValueProblem> {
    guard !typed.isEmpty else { return .failure(ValueProblem(.empty)) }
    switch self {
    case .text, .path: return .success(.text(typed))
    case .day: return readDay(typed)
    case .number(let range): return readNumber(typed, in: range, otherwise: .notANumber)
    case .minutes(let range):
      let digits = typed.hasSuffix("m") ? String(typed.dropLast()) : typed
      return readNumber(digits, in: range, otherwise: .notMinutes)
    case .choice(let words): return readChoice(typed, among: words)
    }
  }

  private func readDay(_ typed: String) -> Result<ArgumentValue, ValueProblem> {
    guard let day = Day(iso: typed) else { return .failure(ValueProblem(.notADay)) }
    return .success(.day(day))
  }

  private func readNumber(
    _ typed: String, in range: ClosedRange<Int>, otherwise fault: ValueFault
  ) -> Result<ArgumentValue, ValueProblem> {
    // People write a million as 1_000_000 or 1,000,000.
    let digits = typed.filter { $0 != "_" && $0 != "," }
    let isWhole = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isWhole else {
      return .failure(ValueProblem(Int(digits) == nil ? fault : .outOfRange(range)))
    }
    guard let number = Int(digits), range.contains(number) else {
      return .failure(ValueProblem(.outOfRange(range)))
    }
    return .success(.number(number))
  }

  private func readChoice(
    _ typed: String, among words: [String]
  ) -> Result<ArgumentValue, ValueProblem> {
    guard words.contains(typed) else {
      let nearest = NearestWord.suggestion(for: typed, among: words)
      return .failure(ValueProblem(.notAmong(words, nearest: nearest)))
    }
    return .success(.text(typed))
  }
}

/// A refusal on its way from the reader of one value to the parser.
struct ValueProblem: Error {
  var fault: ValueFault

  init(_ fault: ValueFault) { self.fault = fault }
}
