internal import FoundationEssentials
import Glibc

/// Lends a new, empty folder, and removes it with all that is in it afterwards.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = try makeTemporaryFolder()
  defer { removeTemporaryFolder(path) }
  return try body(path)
}

/// Lends a new, empty folder to a closure that may wait.
public func withTemporaryFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> Result
) async throws -> Result {
  let path = try makeTemporaryFolder()
  defer { removeTemporaryFolder(path) }
  return try await body(path)
}

private func makeTemporaryFolder() throws -> String {
  let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/kindred-test-XXXXXX".utf8CString)
  guard unsafe mkdtemp(&template) != nil else { throw POSIXFailure("mkdtemp", errno) }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func removeTemporaryFolder(_ path: String) {
  try? FileManager.default.removeItem(atPath: path)
}

/// A system call that failed in a test's own help.
public struct POSIXFailure: Error, CustomStringConvertible {
  /// The call.
  public let call: String
  /// What it said.
  public let code: Int32

  /// Makes a failure of a call.
  public init(_ call: String, _ code: Int32) {
    self.call = call
    self.code = code
  }

  /// The call and the system's words.
  public var description: String { "\(call): \(unsafe String(cString: strerror(code)))" }
}

/// Writes a file of a test.
public func write(_ bytes: [UInt8], to path: String) throws {
  let file = unsafe fopen(path, "wb")
  guard let file = unsafe file else { throw POSIXFailure("fopen", errno) }
  defer { unsafe fclose(file) }
  guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
    throw POSIXFailure("fwrite", errno)
  }
}

/// Writes a file of text of a test.
public func write(_ text: String, to path: String) throws {
  try write(Array(text.utf8), to: path)
}

/// Reads a whole file of a test.
public func readBytes(_ path: String) throws -> [UInt8] {
  let file = unsafe fopen(path, "rb")
  guard let file = unsafe file else { throw POSIXFailure("fopen", errno) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { return bytes }
    bytes += chunk[..<count]
  }
}

/// Reads a whole file of text of a test.
public func readText(_ path: String) throws -> String {
  String(decoding: try readBytes(path), as: UTF8.self)
}

/// Makes a symbolic link of a test.
public func makeLink(_ path: String, to target: String) throws {
  guard unsafe symlink(target, path) == 0 else { throw POSIXFailure("symlink", errno) }
}
