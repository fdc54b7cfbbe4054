import Testing
import TestSupport
import Vocabulary

@testable import Intake

/// An extract read in blocks by several readers comes to what one reader makes of the whole.
@Suite("Blocks")
struct BlockReadingTests {
  private static func contract() throws -> SourceContract {
    try ContractText.contract(
      """
      footer:
        - total: "{count} rows"
      columns:
        Number: {type: reference, required: true, unique: true}
        Forename: {type: name}
        Surname: {type: name}
        DOB: {type: date, format: dd/MM/yyyy, birth: true}
        Kind: {type: code, codes: {A: one, B: two, C: three}}
        Count: {type: integer, on_invalid: blank}
        Street: {type: text}
        Town: {type: text}
        Postcode: {type: postcode}
        On: {type: date, format: yyyy-MM-dd}
      people:
        pupil: {surname: Surname, forename: Forename, born: DOB, ids: {local:number: Number}, at: home}
      places:
        home: {lines: [Street, Town], postcode: Postcode}
      facts:
        - {kind: happened, of: pupil, on: On, attributes: {kind: Kind, note: Count}}

      """)
  }

  private static let header = "Number,Forename,Surname,DOB,Kind,Count,Street,Town,Postcode,On"

  /// An extract with all that a block could forget of those before: numbers that come again, headers in its midst, a
  /// total, records over two lines, a quotation mark left open, other columns, an end cut short.
  private static func extract(_ random: inout SplitMix64) -> String {
    let end = random.one(of: ["\n", "\r\n"])
    var lines = [header]
    let rows = random.below(60)
    for row in 0..<rows {
      var cells = [
        "n\(random.below(40))", random.one(of: ["Zoë", "Ali", "mary-ann", ""]),
        random.one(of: ["O'Neil", "SMITH", "van der Berg"]),
        random.one(of: ["01/02/2003", "31/12/1999", "32/01/2001", ""]),
        random.one(of: ["A", "B", "C", "D", ""]), random.one(of: ["1", "-20", "x", ""]),
        random.one(of: [
          "1 High Street", "\(1 + random.below(9)) Mill Lane", "\"Flat 2, 4 Quay\"", "",
        ]),
        random.one(of: ["Solent", "\"Old\(end)Town\""]), random.one(of: ["SO14 1AA", "SO1", ""]),
        random.one(of: ["2012-01-0\(1 + random.below(9))", "2012-13-01", ""]),
      ]
      switch random.below(40) {
      case 0: cells.removeLast()
      case 1: cells.append("more")
      case 2: cells = [header]
      case 3: cells = [String(repeating: ",", count: 9)]
      case 4: cells = ["Surname,Number,Forename,Kind,DOB,Count,Street,Town,Postcode,On"]
      case 5: cells[1] = "\"open"
      case 6: cells = ["\(row) rows"]
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    if random.below(2) == 0 { lines.append("\(rows) rows") }
    let text = lines.joined(separator: end)
    return random.below(3) == 0 ? text + "\(end)n1,Ali" : text + end
  }

  @Test("blocks of any size, by any number of readers, come to the same", arguments: 0..<24)
  func sizes(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let contract = try Self.contract()
    for round in 0..<12 {
      let text = Self.extract(&random)
      let bytes = round % 3 == 0 ? Self.utf16(text) : Array(text.utf8)
      let whole = ReadExtract(bytes, of: contract)
      for (records, readers) in [(1, 1), (1, 3), (2, 2), (3, 4), (7, 2), (100, 4)] {
        let read = ReadExtract(
          bytes, of: contract, chunk: 1 + random.below(400), inBlocksOf: records, by: readers)
        let name = "\(records) records, \(readers) readers: \(text)"
        #expect(read.statement == whole.statement, "\(name)")
        #expect(read.batches.count == (whole.account.read + records - 1) / records, "\(name)")
        #expect(Set(read.places.map(\.key)) == Set(whole.places.map(\.key)), "\(name)")
        expectAccounted(read, of: bytes)
      }
    }
  }

  @Test(
    "a number that comes again in another block is noticed, and the first lines are told in order")
  func ownValues() throws {
    let contract = try ContractText.contract(columns: ["Number: {type: reference, unique: true}"])
    let text = "Number\n" + (0..<40).map { "n\($0 % 10)\n" }.joined()
    let read = ReadExtract(Array(text.utf8), of: contract, inBlocksOf: 3, by: 4)
    #expect(read.tally.sorted.map(\.count) == [30])
    #expect(read.tally.sorted.map(\.lines) == [[12, 13, 14, 15, 16]])
  }

  @Test("each place of an extract is in the batch of the block that has it first, whoever reads it")
  func places() throws {
    let contract = try Self.contract()
    let rows = (0..<12).map { "n\($0),Ali,Smith,,A,1,\(1 + $0 % 2) Mill Lane,Solent,SO14 1AA,\n" }
    let text = Array((Self.header + "\n" + rows.joined()).utf8)
    for readers in 1...4 {
      let read = ReadExtract(text, of: contract, inBlocksOf: 3, by: readers)
      // The header and two rows, then three rows a block; each reader puts a place into its own first batch that has it.
      #expect(Set(read.batches[0].records.places.map(\.key)).count == 2)
      #expect(read.places.count == 2 * readers, "\(readers) readers")
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}

extension ReadExtract {
  /// All that a reading comes to but where the places are, and which shapes were looked at.
  fileprivate var statement: [String] {
    var lines = [
      "\(problems.map(\.code)) \(problems.map(\.note))", "\(account)", "\(tally.sorted)",
    ]
    lines += profiles.map {
      "\($0.name) \($0.present) \($0.absent) \($0.invalid) \($0.codeCounts) "
        + "\($0.distinctEstimate) \(String(describing: $0.least)) \(String(describing: $0.greatest))"
    }
    for batch in batches {
      let records = batch.records
      lines += records.people.map {
        "person \($0.key) \($0.line) \(records.string($0.surname)) \($0.place)"
      }
      lines += records.facts.map {
        "fact \($0.key) \($0.line) \(records.string($0.attributes))"
      }
      lines += batch.rejections.map {
        "rejection \($0.line) \($0.lineCount) \($0.offset) \($0.byteCount) \($0.reasons.map(\.code)) "
          + "\(batch.rejectedText[$0.raw.indices])"
      }
    }
    // Batches have their people before their facts, so that the size of blocks would be seen in the order.
    return lines.sorted()
  }
}
