import FoundationEssentials
import TestSupport

/// The library that lets a program's N-th change of the disk go wrong.
struct FaultLibrary: Sendable {
  /// The shared object, to be loaded before all others.
  let path: String

  /// Compiles it with the compiler that came with Swift.
  init(in folder: String) throws {
    path = "\(folder)/faults.so"
    let source = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let answer = try run(
      "/usr/bin/env",
      [
        "clang", "-shared", "-fPIC", "-O1", "-o", path, "/\(source)/Faults/faults.c", "-ldl",
        "-lpthread",
      ])
    guard answer.status == 0 else { throw TortureFailure("clang: \(answer.errors)") }
  }

  /// The environment in which a call goes wrong.
  func environment(_ fault: Fault, at call: Int) -> [String: String] {
    ["LD_PRELOAD": path, "FAULT": "\(fault.rawValue):\(call)", "FAULT_CALLS": fault.calls]
  }

  /// How many calls there are at which a fault can happen, when nothing goes wrong.
  func countCalls(
    for fault: Fault, in folder: String, of body: ([String: String]) throws -> Void
  ) throws -> Int {
    let counter = "\(folder)/counter"
    try body(["LD_PRELOAD": path, "FAULT_COUNTER": counter, "FAULT_CALLS": fault.calls])
    let bytes = try readBytes(counter)
    return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Something that kept the torture itself from going on.
struct TortureFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
