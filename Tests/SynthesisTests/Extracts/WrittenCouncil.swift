import Synthesis
import Vocabulary

/// A council written into memory, its files read back by a plain reader of their own.
struct WrittenCouncil {
  /// One record of a file and the line it begins on.
  struct Record: Equatable {
    var line: Int
    var fields: [String]
  }

  /// The bytes of every file, by path.
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var worlds: [Neighbourhood]

  /// Writes so many people with an error setting.
  init(people: Int, errors: ErrorSettings, seed: UInt64 = 5, perTroubled: Int = 3) {
    let county = County(
      CountySettings(people: people, seed: seed, familiesPerTroubledFamily: perTroubled))
    worlds = (0..<county.neighbourhoodCount).map { county.neighbourhood($0) }
    let writer = CouncilWriter(seed: seed, asOf: county.settings.asOf, errors: errors)
    writer.write(worlds) { path, bytes in files[path, default: []] += bytes }
  }

  /// One without errors and one with many, made once.
  static let clean = WrittenCouncil(people: 600, errors: .none)
  static let spoilt = WrittenCouncil(people: 600, errors: manyErrors)
  static let manyErrors = ErrorSettings.usual.scaled(percent: 1_500)

  /// The files of the extracts, in order, without their folder.
  var extracts: [String] {
    files.keys.filter { $0.hasPrefix("extracts/") }.map { String($0.dropFirst(9)) }.sorted()
  }

  /// The records of an extract with the lines they begin on, the title's among them.
  func records(of extract: String) -> [Record] {
    let bytes = files["extracts/\(extract)"] ?? []
    return Self.records(text(of: bytes, named: extract), separator: separator(of: extract))
  }

  /// The rows of a truth file without the heading.
  func truth(_ name: String) -> [[String]] {
    let text = text(of: files["truth/\(name).csv"] ?? [], named: "")
    return Self.records(text, separator: ",").dropFirst().map(\.fields)
  }

  private func separator(of extract: String) -> Character {
    if extract.hasPrefix("attendance_marks") { return "|" }
    if extract.hasPrefix("YOT") || extract.hasPrefix("ctax") { return "\t" }
    return extract.hasPrefix("absence") || extract.hasPrefix("tenancies") ? ";" : ","
  }

  private func text(of bytes: [UInt8], named name: String) -> [Unicode.Scalar] {
    let plain = name.hasSuffix(".gz") || name.hasSuffix(".zip") ? Self.unpacked(bytes) : bytes
    if plain.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: plain.count - 1, by: 2).map {
        UInt16(plain[$0]) | UInt16(plain[$0 + 1]) << 8
      }
      return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    }
    if plain.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Array(String(decoding: plain.dropFirst(3), as: UTF8.self).unicodeScalars)
    }
    guard let text = String(validating: plain, as: UTF8.self) else {
      return plain.map { Unicode.Scalar($0) }
    }
    return Array(text.unicodeScalars)
  }

  /// The stored blocks of a gzip file or of the first member of a zip.
  static func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    var place = bytes[0] == 0x1F ? 10 : 30 + Int(bytes[26]) + Int(bytes[27]) << 8
    var out: [UInt8] = []
    while true {
      let isLast = bytes[place] == 1
      let count = Int(bytes[place + 1]) | Int(bytes[place + 2]) << 8
      out += bytes[place + 5..<place + 5 + count]
      place += 5 + count
      if isLast { return out }
    }
  }

  /// Splits a text into records, letter by letter: quotes, doubled quotes, line ends in quotes.
  static func records(_ text: [Unicode.Scalar], separator: Character) -> [Record] {
    let split = separator.unicodeScalars.first
    var records: [Record] = []
    var record = Record(line: 1, fields: [""])
    var (line, isQuoted, place) = (1, false, 0)
    while place < text.count {
      let letter = text[place]
      let isPair = letter == "\r" && place + 1 < text.count && text[place + 1] == "\n"
      let last = record.fields.count - 1
      if letter == "\"" {
        let isDoubled = isQuoted && place + 1 < text.count && text[place + 1] == "\""
        if isDoubled { record.fields[last].unicodeScalars.append("\"") } else { isQuoted.toggle() }
        place += isDoubled ? 1 : 0
      } else if letter == "\r" || letter == "\n" {
        line += 1
        place += isPair ? 1 : 0
        if isQuoted {
          record.fields[last] += "\n"
        } else {
          records.append(record)
          record = Record(line: line, fields: [""])
        }
      } else if letter == split && !isQuoted {
        record.fields.append("")
      } else {
        record.fields[last].unicodeScalars.append(letter)
      }
      place += 1
    }
    return records
  }
}
