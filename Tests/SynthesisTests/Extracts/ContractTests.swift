import FoundationEssentials
import Testing
import Vocabulary
import YAMLFiles

@testable import Synthesis

@Suite("The extracts keep the contracts that read them")
struct ContractTests {
  /// Contracts of agencies that have agreed to send and have not sent yet.
  static let silent: Set<String> = ["fire"]

  static let names = AllExtracts.list.map(\.source)

  @Test("every contract has its extract, and every extract its contract")
  func pairs() throws {
    let folder = Self.folder
    let contracts = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(contracts).subtracting(Self.silent) == Set(Self.names))
  }

  @Test("every column that a contract declares is written, and few others", arguments: names)
  func columns(source: String) throws {
    let (contract, extract) = try pair(source)
    let declared = try #require(contract["columns"]?.entries).map(\.key)
    let written = extract.columns.map(\.heading)
    #expect(Set(written).count == written.count)
    #expect(declared.filter { !written.contains($0) } == [])
    let unasked: Set = ["Phone", "Notes"]
    #expect(written.filter { !declared.contains($0) && !unasked.contains($0) } == [])
  }

  @Test("every person slot of an extract is one of the contract's", arguments: names)
  func slots(source: String) throws {
    let (contract, extract) = try pair(source)
    let declared = Set((contract["people"]?.entries ?? []).map(\.key))
    let written = Set(extract.columns.compactMap(\.slot))
    #expect(written == declared)
  }

  @Test("every file is named as the contract says", arguments: names)
  func fileNames(source: String) throws {
    let (contract, extract) = try pair(source)
    let pattern = try #require(contract["file"]?["name"]?.text)
    let parts = pattern.split(separator: "{", maxSplits: 1)
    let rest = parts[1].split(separator: "}", maxSplits: 1)
    for delivery in extract.schedule.deliveries(asOf: Samples.asOf) {
      let name = extract.fileName(delivery.day)
      #expect(name.hasPrefix(parts[0]) && name.hasSuffix(rest[1]), "\(name)")
      let date = name.dropFirst(parts[0].count).dropLast(rest[1].count)
      #expect(Self.has(String(date), shapeOf: String(rest[0])), "\(name)")
    }
  }

  @Test("every date has the form, and every code is in the list", arguments: names)
  func values(source: String) throws {
    let (contract, extract) = try pair(source)
    let columns = try #require(contract["columns"]?.entries)
    let headings = extract.columns.map(\.heading)
    for delivery in extract.schedule.deliveries(asOf: Samples.asOf) {
      for row in try rows(extract.fileName(delivery.day), headings) {
        for column in columns {
          let place = try #require(headings.firstIndex(of: column.key))
          let cell = row[place]
          let isRequired = column.value["required"]?.text == "true"
          #expect(!(isRequired && cell.isEmpty), "\(column.key) is required")
          if !cell.isEmpty { check(cell, column.key, column.value) }
        }
      }
    }
  }

  private func check(_ cell: String, _ heading: String, _ declared: YAMLNode) {
    switch declared["type"]?.text {
    case "date":
      let formats = declared["format"].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
      #expect(
        formats.contains { Self.has(cell, shapeOf: $0.text ?? "") },
        "\(heading) holds a date in another form")
    case "code":
      let codes = declared["codes"]
      let words = (codes?.entries.map(\.key) ?? []) + (codes?.items.compactMap(\.text) ?? [])
      #expect(words.contains(cell), "\(heading) holds \(cell)")
    default: break
    }
  }

  /// Whether a text has digits and letters where a date's form has them.
  private static func has(_ text: String, shapeOf form: String) -> Bool {
    if form == "excel-serial" { return text.count == 5 && text.allSatisfy(\.isNumber) }
    if form == "d/M/yy" {
      let parts = text.split(separator: "/")
      return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) && $0.count <= 2 }
    }
    let wanted = Array(form)
    let isWord = form.contains("MMM")
    return text.count == wanted.count
      && zip(text, wanted).allSatisfy { letter, place in
        switch place {
        case "M": isWord ? letter.isLetter : letter.isNumber
        case "d", "y", "H", "m", "s": letter.isNumber
        default: letter == place
        }
      }
  }

  /// The rows below the heading that have all its fields.
  private func rows(_ file: String, _ headings: [String]) throws -> [[String]] {
    let records = WrittenCouncil.clean.records(of: file).map(\.fields)
    let heading = try #require(records.firstIndex(of: headings))
    return records[(heading + 1)...].filter { $0.count == headings.count && $0 != headings }
  }

  private func pair(_ source: String) throws -> (YAMLNode, any Extract) {
    let path = "\(Self.folder)/\(source).yaml"
    let bytes = try Data(contentsOf: URL(filePath: path))
    let document = try YAMLDocument.parse(Array(bytes), name: source)
    #expect(document.root["source"]?.text == source)
    let extract = try #require(AllExtracts.list.first { $0.source == source })
    return (document.root, extract)
  }

  private static var folder: String {
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
      + "/pipelines/solentshire/sources"
  }
}

extension YAMLNode {
  fileprivate var entries: [YAMLEntry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  fileprivate var items: [YAMLNode] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }
}
