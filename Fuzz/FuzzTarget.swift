import Glibc

/// What is tried out, named by the environment variable `KINDRED_FUZZ`.
///
/// A target may return or trap, nothing else: whatever the bytes are, they are somebody's file.
enum FuzzTarget: String, CaseIterable {
  case records
  case definitions
  case values
  case contracts
  case extracts

  /// Tries one input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .records: tryRecords(bytes)
    case .definitions: tryDefinition(bytes)
    case .values: tryValues(bytes)
    case .contracts: tryContract(bytes)
    case .extracts: tryExtract(bytes)
    }
  }
}

/// Called by libFuzzer with each input; 0 says that the input was taken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  chosenTarget.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let chosenTarget: FuzzTarget = {
  let name = getenv("KINDRED_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("set KINDRED_FUZZ to one of: \(names)")
  }
  return target
}()

/// Bytes from which a target takes its choices before it takes the text.
struct Choices {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// A number below a limit; 0 when the bytes are at their end.
  mutating func number(below limit: Int) -> Int {
    guard let first = rest.popFirst() else { return 0 }
    return Int(first) % limit
  }
}
