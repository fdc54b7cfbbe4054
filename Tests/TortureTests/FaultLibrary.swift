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

  /// The calls that are made when nothing goes wrong, the numbered ones with their numbers.
  func log(
    of calls: String, in folder: String, _ body: ([String: String]) throws -> Void
  ) throws -> CallLog {
    let path = "\(folder)/calls"
    try? FileManager.default.removeItem(atPath: path)
    try body(["LD_PRELOAD": self.path, "FAULT_LOG": path, "FAULT_CALLS": calls])
    return CallLog(try readText(path))
  }
}

/// What a program did to the disk, call by call.
struct CallLog {
  /// The number of each call, or 0 where it is not numbered, and the path that it names or makes.
  private var entries: [(number: Int, name: Substring, path: Substring)] = []

  /// Reads lines such as `17 rename /a/b`.
  init(_ text: String) {
    entries = text.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return (Int(words[0]) ?? 0, words[1], words[2])
    }
  }

  /// How many calls are numbered.
  var calls: Int { entries.map(\.number).max() ?? 0 }

  /// How many calls are numbered up to the renaming that puts a file into its place, that one included.
  func callsUntil(_ fileName: String) -> Int? {
    guard
      let place = entries.firstIndex(where: {
        $0.name.hasPrefix("rename") && $0.path.hasSuffix("/\(fileName)")
      })
    else { return nil }
    return entries[...place].map(\.number).max()
  }
}

/// Something that kept the torture itself from going on.
struct TortureFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
