import Testing

@testable import Vocabulary

@Suite struct NHSNumberTests {
  @Test(
    arguments: [
      .valid("9434765919"), .valid("4010232137"), .valid("9990000018"), .valid("9990000026"),
      .valid("9990000034"), .valid("943 476 5919", as: "9434765919"),
      .valid("943-476-5919", as: "9434765919"), .valid("943\u{A0}476\u{A0}5919", as: "9434765919"),
      .wrongCheck("9434765918", right: "9"), .wrongCheck("9434765910", right: "9"),
      .invalid("0000000000", .placeholder), .invalid("9999999999", .placeholder),
      .invalid("1111111111", .placeholder), .invalid("943476591", .wrongLength(expected: 10)),
      .invalid("94347659190", .wrongLength(expected: 10)), .invalid("943476591X", .wrongShape),
      .invalid("9.43477E+09", .damagedBySpreadsheet),
      .invalid("401023208.0", .damagedBySpreadsheet),
      .invalid("4010232137.0", .damagedBySpreadsheet),
      .invalid("##########", .damagedBySpreadsheet),
      .invalid("", .empty),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(NHSNumber.self)
  }

  @Test func `exactly the check digit of the published rule is right`() {
    for start in stride(from: 400_000_000, to: 400_002_000, by: 1) {
      let digits = String(start).compactMap(\.wholeNumberValue)
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
      let check = 11 - sum % 11 == 11 ? 0 : 11 - sum % 11
      for last in 0...9 {
        let isRight = isValid(Array("\(start)\(last)".utf8), NHSNumber.self)
        if isRight != (last == check) { Issue.record("wrong at \(start)\(last)") }
      }
    }
  }

  @Test func `no changed digit and no swap of neighbours goes unseen`() {
    for text in ["9434765919", "4010232137", "9990000018", "9990000026", "9990000034"] {
      let mutations = Mutations(of: text, digits: 0..<10, NHSNumber.self)
      #expect(mutations.changed == 0)
      #expect(mutations.swapped == 0)
    }
  }

  @Test func `says when no check digit would do`() {
    // 4 × 10 + 8 × 2 = 56, and 56 modulo 11 is 1.
    for last in 0...9 {
      IdentifierCase.wrongCheck("400000008\(last)", right: nil).check(NHSNumber.self)
    }
  }

  @Test(arguments: [
    ("4010232137", NHSNumber.Issuer.englandAndWales, false), ("9990000018", .test, true),
    ("9434765919", .unknown, false), ("0101010125", .scotland, false),
  ])
  func `ranges`(text: String, issuer: NHSNumber.Issuer, isSynthetic: Bool) throws {
    let number = try NHSNumber(text)
    #expect(number.issuer == issuer)
    #expect(number.isSynthetic == isSynthetic)
  }

  @Test func `puts a dropped zero back only where the check digit and the range confirm it`() throws
  {
    func restored(_ text: String) -> Result<Repaired<NHSNumber>, IdentifierProblem> {
      Result { () throws(IdentifierProblem) -> Repaired<NHSNumber> in
        try NHSNumber.restoringLeadingZero(text.utf8.span)
      }
    }
    let scottish = try NHSNumber("0101010125")
    #expect(restored("101010125") == .success(Repaired(scottish, repair: .leadingZeros(1))))
    #expect(restored("0101010125") == .success(Repaired(scottish, repair: nil)))
    #expect(restored("101010121") == .failure(.checkCharacter(expected: "5")))
    #expect(restored("10101012") == .failure(.wrongLength(expected: 10)))
    #expect(restored("123456789") == .failure(.wrongLength(expected: 10)))
  }

  @Test func `is written in groups for people, and hidden in descriptions`() throws {
    #expect(try NHSNumber("9434765919").spacedText == "943 476 5919")
    #expect(try "\(NHSNumber("9434765919"))" == "nhs-number (hidden)")
  }
}

@Suite struct ULNTests {
  @Test(
    arguments: [
      .valid("1000000019"), .valid("100 000 0019", as: "1000000019"),
      .wrongCheck("1000000010", right: "9"), .invalid("9999999999", .placeholder),
      .invalid("100000001", .wrongLength(expected: 10)), .invalid("100000001A", .wrongShape),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(ULN.self)
  }

  @Test func `exactly the check digit of the published rule is right`() {
    for start in stride(from: 100_000_000, to: 100_002_000, by: 1) {
      let digits = String(start).compactMap(\.wholeNumberValue)
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
      let check = sum % 11 == 0 ? nil : 10 - sum % 11
      for last in 0...9 {
        let isRight = isValid(Array("\(start)\(last)".utf8), ULN.self)
        if isRight != (last == check) { Issue.record("wrong at \(start)\(last)") }
      }
    }
  }

  @Test func `no changed digit and no swap of neighbours goes unseen`() {
    let mutations = Mutations(of: "1000000019", digits: 0..<10, ULN.self)
    #expect(mutations.changed == 0)
    #expect(mutations.swapped == 0)
  }
}
