import Testing
import Vocabulary

@testable import Intake

@Suite("The order of day and month")
struct DateOrderTests {
  static func read(
    _ dates: [String], format: String = "[dd/MM/yyyy, MM/dd/yyyy]", preamble: String = "",
    delimiter: String = ","
  ) throws -> ReadExtract {
    let contract = try ContractText.contract(
      """
      columns:
        Number: {type: reference}
        On: {type: date, format: \(format)}
      people:
        pupil: {ids: {local:number: Number}}
      facts:
        - {kind: happened, of: pupil, on: On}

      """)
    let rows = dates.enumerated().map { "\($0.offset)\(delimiter)\($0.element)\n" }.joined()
    return ReadExtract("\(preamble)Number\(delimiter)On\n\(rows)", of: contract)
  }

  @Test("one value that only days first can read settles the column")
  func daysFirst() throws {
    let read = try Self.read(["03/04/2012", "", "13/04/2012", "05/06/2012"])
    #expect(read.texts(of: \FactEntry.starts) == ["2012-04-03", "2012-04-13", "2012-06-05"])
    #expect(read.reasons == [])
  }

  @Test("one value that only months first can read settles it the other way")
  func monthsFirst() throws {
    let read = try Self.read(["03/04/2012", "04/13/2012"], preamble: "Report\n\n")
    #expect(read.texts(of: \FactEntry.starts) == ["2012-03-04", "2012-04-13"])
  }

  @Test("a later value that contradicts the settled order is not read the other way")
  func contradicted() throws {
    let filler = Array(repeating: "13/04/2012", count: 20)
    let read = try Self.read(filler + ["03/04/2012"])
    #expect(read.reasons == [])
    let mixed = try Self.read(filler + ["04/13/2012", "03/04/2012"])
    #expect(mixed.reasons == ["line 23: On ambiguous-date"])
  }

  @Test("where nothing settles it, what can be read in two ways is rejected")
  func undecided() throws {
    let read = try Self.read(["03/04/2012", "04/04/2012"], delimiter: ";")
    #expect(read.reasons == ["line 2: On ambiguous-date"])
    #expect(read.texts(of: \FactEntry.starts) == ["2012-04-04"])
  }

  @Test("patterns that never contradict each other are all kept")
  func harmless() throws {
    let read = try Self.read(
      ["MAY 2007", "03/04/2012", "2007", "3/4/2012"],
      format: "[MMM yyyy, dd/MM/yyyy, d/M/yyyy, yyyy]")
    #expect(
      read.texts(of: \FactEntry.starts) == ["2007-05", "2012-04-03", "2007", "2012-04-03"])
    let shape = try #require(read.shape)
    guard case .date(let patterns, _) = shape.bound.contract.columns[1].type else {
      Issue.record("the column holds dates")
      return
    }
    #expect(patterns.count == 4)
  }

  @Test("other patterns of the column stay beside a settled order")
  func threePatterns() throws {
    let read = try Self.read(
      ["03/04/2012", "2012-05-06", "31/01/2012"], format: "[MM/dd/yyyy, yyyy-MM-dd, dd/MM/yyyy]")
    #expect(read.texts(of: \FactEntry.starts) == ["2012-04-03", "2012-05-06", "2012-01-31"])
  }
}

@Suite("Values that should be each row's own")
struct UniqueValueTests {
  @Test("a value that comes again is counted, and its row is kept")
  func repeated() throws {
    let contract = try ContractText.contract(columns: [
      "Number: {type: reference, unique: true}", "UPN: {type: upn, unique: true}",
      "Other: {type: text}",
    ])
    let read = ReadExtract(
      "Number,UPN,Other\n1,,x\n2,,x\n 1 ,,x\n1,,x\n,,\n3,,x\n", of: contract)
    #expect(read.account.accepted == 5)
    #expect(read.blanked == ["Number unique-violation 2"])
    let item = try #require(read.tally.sorted.first)
    #expect(item.lines == [4, 5])
  }

  @Test("twenty thousand values are told apart")
  func many() throws {
    let contract = try ContractText.contract(columns: ["Number: {type: reference, unique: true}"])
    let rows = (1...20_000).map { "\($0)\n" }.joined()
    #expect(ReadExtract("Number\n" + rows, of: contract).blanked == [])
    #expect(
      ReadExtract("Number\n" + rows + "7\n", of: contract).blanked
        == ["Number unique-violation 1"])
  }
}
