import Testing
import Vocabulary

@testable import Intake

@Suite("A table of people about whom nothing is kept")
struct SuppressionTableTests {
  static let key: [UInt8] = Array("a key of the council".utf8)

  static func entries(
    _ headings: [String], _ cells: [String]
  ) throws(SuppressionTable.Problem) -> [SuppressionList.Entry] {
    let table = try SuppressionTable(headings: headings, asOf: ReadExtract.asOf, key: key)
    return try table.entries(of: cells)
  }

  @Test(
    "however a person is written in it, the list knows how extracts write them",
    arguments: [
      (["nhs-number"], ["943 476 5919"], "nhs-number", "9434765919"),
      (["nino"], [" ab 12 34 56 c"], "nino", "AB123456"),
      (["local:case"], [" C77 "], "local:case", "C77"),
      (["la-child-id"], ["4711"], "la-child-id", "4711"),
      (["born", "forename", "surname"], ["1998-03-02", "ann", "O'neil"], "name-birth", "*"),
      (["born", "forename", "surname"], ["02/03/1998", "ANN", "O NEIL"], "name-birth", "*"),
    ])
  func ways(
    case item: (headings: [String], cells: [String], kind: String, value: String)
  ) throws {
    let entries = try Self.entries(item.headings, item.cells)
    let name = PersonName(forename: "Ann", surname: "O'Neil")
    let value =
      item.value == "*" ? SuppressionList.nameText(name, born: "1998-03-02") : item.value
    let digest = SuppressionList.digest(kind: item.kind, value: value, key: Self.key)
    #expect(entries == [SuppressionList.Entry(kind: item.kind, digest: digest)])
  }

  @Test("what stands in the table and in an extract meets")
  func meets() throws {
    let entries = try Self.entries(
      ["surname", "forename", "born", "upn"], ["reed", "Ann", "1/2/2003", ""])
    let list = SuppressionList(key: Self.key, digests: Set(entries.map(\.digest)))
    let contract = try ContractText.contract(ContractText.columns + ContractText.people)
    let read = ReadExtract(
      "Surname,Forename,DOB\nREED,Ann,01/02/2003\nReed,Amy,01/02/2003\n", of: contract,
      context: ReadExtract.context(suppressed: list))
    #expect(read.skips == "header 1, suppressed 1" && read.account.accepted == 1)
  }

  @Test("a pupil number is listed as the child's former number too")
  func formerNumbers() throws {
    let both = try Self.entries(["upn"], ["A123456789012"].map(Self.sound))
    #expect(Set(both.map(\.kind)) == ["upn", "former-upn"])
  }

  /// A pupil number with the check letter that it should have.
  private static func sound(_ number: String) -> String {
    let letters = "ABCDEFGHJKLMNPQRTUVWXYZ".map { "\($0)" + number.dropFirst() }
    return letters.first { (try? UPN(Array($0.utf8).span)) != nil } ?? number
  }

  @Test("a table that names nobody, and a row that says nobody, are refused")
  func problems() throws {
    func problem(_ headings: [String], _ cells: [String]) -> SuppressionTable.Problem? {
      do throws(SuppressionTable.Problem) {
        _ = try Self.entries(headings, cells)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(["surname", "forename"], []) == .namesNobody)
    #expect(problem(["nhs-number", "Smith"], []) == .unknownHeading(column: 1))
    #expect(problem(["uprn"], []) == .unknownHeading(column: 0))
    #expect(problem(["nino", "nino"], []) == .repeatedHeading(column: 1))
    #expect(problem(["nhs-number"], ["9434765918"]) == .badCell(column: 0))
    #expect(problem(["nhs-number"], [""]) == .emptyRow)
    let name = ["surname", "forename", "born"]
    #expect(problem(name, ["Reed", "Ann", ""]) == .emptyRow)
    #expect(problem(name, ["Reed", "Ann", "1998"]) == .badCell(column: 2))
    #expect(problem(name + ["nino"], ["Reed", "", "", "AB123456C"]) == nil)
  }

  @Test("a digest is one only if it could be")
  func digests() {
    let digest = SuppressionList.digest(kind: "upn", value: "x", key: [1])
    #expect(SuppressionList.Entry(kind: "upn", digest: digest) != nil)
    for wrong in ["", "x", String(digest.dropLast()), digest.uppercased(), digest + "0"] {
      #expect(SuppressionList.Entry(kind: "upn", digest: wrong) == nil)
    }
    #expect(SuppressionList.Entry(kind: "", digest: digest) == nil)
    #expect(SuppressionList.seal(key: [1]) != SuppressionList.seal(key: [2]))
    #expect(SuppressionList.seal(key: [1]) == SuppressionList.seal(key: [1]))
  }
}
