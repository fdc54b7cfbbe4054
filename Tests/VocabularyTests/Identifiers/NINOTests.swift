import Testing

@testable import Vocabulary

@Suite struct NINOTests {
  @Test(
    arguments: [
      .valid("AB123456C"), .valid("AB123456"), .valid("ab 12 34 56 c", as: "AB123456C"),
      .valid("AB-12-34-56-C", as: "AB123456C"), .valid("OA123456D"), .valid("WZ000001A"),
      .invalid("QQ123456C", .placeholder), .invalid("AA999999A", .placeholder),
      .invalid("TN010170M", .temporary), .invalid("TN010170", .temporary),
      .invalid("63T12345", .temporary), .invalid("OO123456A", .administrative),
      .invalid("FY123456A", .administrative), .invalid("PP123456", .administrative),
      .invalid("BG123456A", .notAllocated), .invalid("GB123456A", .notAllocated),
      .invalid("KN123456A", .notAllocated), .invalid("NK123456A", .notAllocated),
      .invalid("NT123456A", .notAllocated), .invalid("ZZ123456A", .notAllocated),
      .invalid("DA123456A", .notAllocated), .invalid("AO123456A", .notAllocated),
      .invalid("AB123456E", .wrongShape), .invalid("AB12345", .wrongLength(expected: 9)),
      .invalid("AB1234567", .wrongShape), .invalid("A1123456A", .wrongShape),
      .invalid("AB12345XA", .wrongShape), .invalid("", .empty),
      .invalid("AB1234567C", .wrongLength(expected: 9)),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(NINO.self)
  }

  @Test func `every prefix agrees with the published pattern`() throws {
    let pattern = /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/
    let refused = [
      "BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "OO", "CR", "FY", "MW", "NC", "PP", "PY", "PZ",
      "JY",
    ]
    var valid = 0
    for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
        let prefix = "\(first)\(second)"
        let expected = prefix.wholeMatch(of: pattern) != nil && !refused.contains(prefix)
        #expect(isValid(Array("\(prefix)123456A".utf8), NINO.self) == expected, "\(prefix)")
        valid += expected ? 1 : 0
      }
    }
    #expect(valid == 20 * 19 - 14)
  }

  @Test func `is compared without a suffix that is not known`() throws {
    let (bare, c, d) = try (NINO("AB123456"), NINO("AB123456C"), NINO("AB123456D"))
    #expect(bare.agrees(with: c) && c.agrees(with: bare) && c.agrees(with: c))
    #expect(!c.agrees(with: d))
    #expect(try !bare.agrees(with: NINO("AB123457")))
    #expect(c.withoutSuffix == bare && d.withoutSuffix == bare)
    #expect(c.suffix == "C" && bare.suffix == nil)
    #expect(bare < c && c < d)
  }

  @Test(arguments: [
    IdentifierProblem.empty, .placeholder, .temporary, .administrative,
  ])
  func `fillers mean that there is none`(problem: IdentifierProblem) {
    #expect(problem.meansAbsent)
    #expect(!IdentifierProblem.notAllocated.meansAbsent)
    #expect(!IdentifierProblem.wrongShape.meansAbsent)
  }

  @Test func `takes four bytes`() {
    #expect(MemoryLayout<NINO>.size == 4)
    #expect(MemoryLayout<UPN>.size == 8)
  }
}
