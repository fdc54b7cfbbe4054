import Testing
import Vocabulary

@testable import Intake

@Suite("Rejected rows as they were received")
struct RawRowTests {
  static func contract() throws -> SourceContract {
    try ContractText.contract(columns: ["Number: {type: reference}", "Count: {type: integer}"])
  }

  @Test("a rejected row keeps its line end, so that rows put together can be read again")
  func lineEnds() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["Number,Count", "1,x", "2,2", "3,y", ""].joined(separator: end)
      let read = ReadExtract(text, of: try Self.contract())
      #expect(read.reasons == ["line 2: Count type-error", "line 4: Count type-error"])
      let raw = read.batches.flatMap { batch in
        batch.rejections.flatMap { batch.rejectedText[$0.raw.indices] }
      }
      #expect(String(decoding: raw, as: UTF8.self) == "1,x\(end)3,y\(end)")
      expectAccounted(read, of: Array(text.utf8))
    }
  }

  @Test("a value left out of a row that is rejected for another is not counted as left out")
  func blankedOnlyWhereAccepted() throws {
    let contract = try ContractText.contract(columns: [
      "Number: {type: reference}", "UPN: {type: upn}", "Count: {type: integer}",
    ])
    let read = ReadExtract("Number,UPN,Count\n1,bad,1\n2,bad,x\n", of: contract)
    #expect(read.blanked == ["UPN identifier-shape 1"])
    #expect(read.reasons == ["line 3: Count type-error"])
  }
}
