import Testing
import Vocabulary

@testable import Intake

/// One cell, read alone.
struct ReadCell: Equatable, CustomStringConvertible {
  var text = ""
  var number = 0
  var state = Cell.State.absent
  var problem: ProblemCode?

  init(_ value: [UInt8], as column: ColumnContract, asOf: Day = ReadExtract.asOf) {
    var bytes: [UInt8] = Array("before".utf8)
    var cell = Cell()
    problem = CellReader(column: column, asOf: asOf).read(value.span, into: &bytes, &cell)
    state = cell.state
    number = cell.number
    text = String(decoding: bytes[cell.text.indices], as: UTF8.self)
    // What is not good leaves nothing behind.
    if state != .present { precondition(bytes.count == 6 && cell.text == .none) }
  }

  init(_ value: String, as type: ColumnType, change: (inout ColumnContract) -> Void = { _ in }) {
    var column = ColumnContract(name: "Column", type: type)
    change(&column)
    self.init(Array(value.utf8), as: column)
  }

  /// The canonical text, `-` for nothing said, or the problem in its contract's words; both where both are.
  var outcome: String {
    switch state {
    case .present: problem.map { "\(text) [\($0.rawValue)]" } ?? text
    case .absent: problem.map { "- [\($0.rawValue)]" } ?? "-"
    case .invalid: problem?.rawValue ?? "invalid without a problem"
    }
  }

  var description: String { outcome }
}

/// A value of a column and what becomes of it.
struct CellCase: Sendable, CustomTestStringConvertible {
  var value: String
  var type: ColumnType
  var outcome: String

  init(_ type: ColumnType, _ value: String, _ outcome: String) {
    self.value = value
    self.type = type
    self.outcome = outcome
  }

  var testDescription: String { "«\(value)» is \(outcome)" }

  static func pattern(_ words: String) -> DatePattern {
    guard let pattern = try? DatePattern(words) else { preconditionFailure("\(words)") }
    return pattern
  }
}

extension ColumnType {
  static func dates(_ words: String..., birth: Bool = false) -> ColumnType {
    .date(words.map(CellCase.pattern), isBirth: birth)
  }

  static func codes(_ pairs: KeyValuePairs<String, String>) -> ColumnType {
    .code(pairs.map { CodeMeaning(code: $0.key, meaning: $0.value) })
  }
}
