import Archives
import Disk

/// An extract that came packed: one file in a `.zip` or `.gz`.
struct PackedExtract: ~Copyable {
  private var reader: ArchiveReader

  /// Why a packed extract is not read.
  struct Refusal: Error, Equatable {
    let reason: String
  }

  private static let endings = [".zip", ".gz"]

  /// Whether a file is packed, by its name.
  static func isPacked(_ path: Path) -> Bool {
    endings.contains { path.lastComponent.lowercased().hasSuffix($0) }
  }

  /// The name that a file has unpacked.
  static func plainName(of fileName: String) -> String {
    guard let ending = endings.first(where: { fileName.lowercased().hasSuffix($0) }) else {
      return fileName
    }
    let name = String(fileName.dropLast(ending.count))
    return name.contains(".") ? name : name + ".csv"
  }

  init(_ path: Path) throws(Refusal) {
    reader = try Self.open(path)
  }

  private static func open(_ path: Path) throws(Refusal) -> ArchiveReader {
    do throws(ArchiveError) {
      var reader = try ArchiveReader(path: path.text)
      guard try reader.nextMember() != nil else { throw ArchiveError(.damaged, "it is empty") }
      return reader
    } catch {
      throw Refusal(reason: error.message)
    }
  }

  /// Fills the beginning of the buffer; 0 at the end.
  ///
  /// A second file in the archive is refused, since nobody said what it is.
  mutating func read(into buffer: inout [UInt8]) throws(Refusal) -> Int {
    do throws(ArchiveError) {
      let count = try reader.read(into: &buffer)
      if count == 0, try reader.nextMember() != nil {
        throw ArchiveError(.tooManyMembers, "it holds more than one file")
      }
      return count
    } catch {
      throw Refusal(reason: error.message)
    }
  }
}
