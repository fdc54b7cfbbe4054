import Glibc

/// Why a workbook was not written.
public enum WorkbookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It has problems that would make it hard to read.
  case problems([WorkbookProblem])
  /// The system would not do something; the call's name and its number for the failure.
  case system(operation: String, number: Int32)
  /// What was put together is not all that was to be written: there was no room for its parts.
  case cutShort
  /// The library would not do something; in its words.
  case library(String)

  /// The kinds of its problems, each once; no content and no name is in them.
  public var kinds: [String] {
    guard case .problems(let problems) = self else { return [] }
    return Set(problems.map(\.kind.rawValue)).sorted()
  }

  /// The failure in a sentence.
  public var description: String {
    switch self {
    case .problems(let problems): problems.map(\.description).joined(separator: "; ")
    case .system(let operation, let number):
      "the workbook cannot be written: \(operation): \(unsafe String(cString: strerror(number)))"
    case .cutShort:
      "the workbook cannot be written: there is no room to put its parts together"
    case .library(let words): "the workbook cannot be written: \(words)"
    }
  }
}
