import Testing

@testable import Vocabulary

@Suite struct OtherIdentifierTests {
  @Test(
    arguments: [
      .valid("100012345678"), .valid("000010012345", as: "10012345"), .valid("1"),
      .valid("0000000000000100", as: "100"), .invalid("0", .placeholder),
      .invalid("000000000000", .placeholder),
      .invalid("1000123456789", .wrongLength(expected: 12)), .invalid("10001234567A", .wrongShape),
      .invalid("1.00012E+11", .damagedBySpreadsheet),
      .invalid("10001234567.0", .damagedBySpreadsheet),
      .invalid("-12", .wrongShape), .invalid("", .empty),
    ] as [IdentifierCase])
  func `property numbers`(vector: IdentifierCase) {
    vector.check(UPRN.self)
  }

  @Test(
    arguments: [
      .valid("X123456"), .valid("x 123456", as: "X123456"),
      .invalid("X12345", .wrongLength(expected: 7)),
      .invalid("1234567", .wrongShape), .invalid("XX23456", .wrongShape),
      .invalid("X000000", .placeholder),
    ] as [IdentifierCase])
  func `probation references`(vector: IdentifierCase) {
    vector.check(CRN.self)
  }

  @Test(
    arguments: [
      .valid("8514321"), .valid("851/4321", as: "8514321"), .valid("851 4321", as: "8514321"),
      .invalid("851432", .wrongLength(expected: 7)), .invalid("851A321", .wrongShape),
      .invalid("8510000", .placeholder), .invalid("85143211", .wrongLength(expected: 7)),
    ] as [IdentifierCase])
  func `schools by authority`(vector: IdentifierCase) {
    vector.check(LAEstab.self)
  }

  @Test(
    arguments: [
      .valid("116509"), .invalid("16509", .wrongLength(expected: 6)),
      .invalid("016509", .notAllocated),
      .invalid("999999", .placeholder), .invalid("11650A", .wrongShape),
    ] as [IdentifierCase])
  func `schools by reference`(vector: IdentifierCase) {
    vector.check(URN.self)
  }

  @Test(
    arguments: [
      .valid("J82001"), .valid("j82001", as: "J82001"), .invalid("Z82001", .wrongShape),
      .invalid("J8200", .wrongLength(expected: 6)), .invalid("JJ2001", .wrongShape),
      .valid("V81997"),
    ] as [IdentifierCase])
  func `practices`(vector: IdentifierCase) {
    vector.check(GPPractice.self)
  }

  @Test func `pseudo practices say why there is none`() throws {
    #expect(try GPPractice("V81997").pseudo == .notRegistered)
    #expect(try GPPractice("V81998").pseudo == .notApplicable)
    #expect(try GPPractice("V81999").pseudo == .notKnown)
    #expect(try GPPractice("V81996").pseudo == nil)
    #expect(try GPPractice("A81997").pseudo == nil)
  }

  @Test func `a school has an authority and a number there`() throws {
    let school = try LAEstab("851/4321")
    #expect(school.authority.text == "851")
    #expect(school.establishment == 4321)
  }
}

@Suite struct IdentifierKindTests {
  @Test func `every kind has a name of its own`() {
    let names = IdentifierKind.allNamed.map(\.rawValue)
    #expect(Set(names).count == names.count && names.count == 14)
    for kind in IdentifierKind.allNamed { #expect(IdentifierKind(rawValue: kind.rawValue) == kind) }
    #expect(IdentifierKind(rawValue: "local:yois-id") == .local("yois-id"))
    #expect(IdentifierKind.local("yois-id").rawValue == "local:yois-id")
    #expect(IdentifierKind(rawValue: "local:") == nil)
    #expect(IdentifierKind(rawValue: "passport") == nil)
  }

  @Test func `only a person's own number tells two people apart`() {
    let unique = IdentifierKind.allNamed.filter(\.isUniqueToPerson)
    #expect(unique == [.upn, .uln, .nhsNumber, .nino, .pnc, .crn])
    #expect(unique.allSatisfy { $0.subject == .person })
  }

  @Test(arguments: [
    (IdentifierKind.upn, "h243278544154", "H243278544154"),
    (.formerUPN, "K85120111234a", "K85120111234A"),
    (.uln, "1000000019", "1000000019"), (.nhsNumber, "943 476 5919", "9434765919"),
    (.nino, "ab123456", "AB123456"), (.pnc, "81/34u", "1981/0000034U"),
    (.crn, "x123456", "X123456"),
    (.cro, "123456/99l", "123456/99L"), (.uprn, "00123", "123"), (.laEstab, "851/4321", "8514321"),
    (.urn, "116509", "116509"), (.gpPractice, "j82001", "J82001"), (.localAuthority, "851", "851"),
    (.laChildID, " 77a ", "77a"), (.local("yois-id"), "A / 1 ", "A / 1"),
  ])
  func `reads by kind`(kind: IdentifierKind, text: String, expected: String) throws {
    let day = Day(iso: "2013-07-22")
    #expect(try kind.canonicalText(of: text, asOf: day) == expected)
    #expect(throws: IdentifierProblem.empty) { try kind.canonicalText(of: " ", asOf: day) }
  }
}
