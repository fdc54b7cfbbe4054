import Glibc

/// What is piped into the program.
public enum StandardInput {
  /// Reads it to its end.
  public static func readAll() throws(DiskError) -> [UInt8] {
    let path = Path("/dev/stdin")
    // A file closes what it holds, and the standard input stays open.
    let descriptor: Int32 = try retrying("dup", path) { dup(0) }
    let file = File(path: path, descriptor: descriptor)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try file.read(into: &buffer), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
