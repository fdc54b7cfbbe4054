import Testing

@testable import Linkage

@Suite struct BlockingPlannerTests {
  /// Two lists in both orders, and plain parts in both.
  private static let text = """
    \(MadeRecords.columnsText)
    comparisons:
      - names(forename, surname)
      - born
    blocking:
      - words(address), others
      - others, words(address)
      - surname, born
      - born, surname
    """

  @Test func `blocks that were found before are those that a plan finds itself`() async throws {
    let rows = MadeRecords.rows(400, seed: 12)
    let linker = try await MadeRecords.linker(rows, text: Self.text)
    let rules = linker.settings.blocking
    let fresh = Linker.planner(linker.settings, linker.table, linker.mode, 2, linker.builder)
    for known in rules {
      var planner = fresh
      await planner.find([known.parts.map(linker.builder.place)])
      for rule in rules {
        let found = await planner.plan([rule], place: linker.builder.place)
        let anew = await fresh.plan([rule], place: linker.builder.place)
        #expect(!anew.blocks[0].members.isEmpty)
        #expect(found.blocks.map(\.members) == anew.blocks.map(\.members))
        #expect(found.blocks.map(\.ends) == anew.blocks.map(\.ends))
        #expect(found.blocks.map(\.values) == anew.blocks.map(\.values))
      }
    }
  }
}
