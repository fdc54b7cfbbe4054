import Testing

@testable import Vocabulary

@Suite struct UPNTests {
  @Test(
    arguments: [
      .valid("A950000178301"), .valid("H243278544154"), .valid("X845212818005"),
      .valid("V851200012001"), .valid("R310299912345"), .valid("B850201112345"),
      .valid("U926123412345"), .valid("K85120111234A"),
      .valid(" h 243 2785 44 154 ", as: "H243278544154"),
      .valid("k85120111234a", as: "K85120111234A"),
      .wrongCheck("R247962919251", right: "Q"), .wrongCheck("X428558133462", right: "W"),
      .invalid("", .empty), .invalid("  ", .empty),
      .invalid("H24327854415", .wrongLength(expected: 13)),
      .invalid("I243278544154", .wrongShape), .invalid("H2432785441S4", .wrongShape),
      .invalid("K85120111234I", .wrongShape), .invalid("K85120111234O", .wrongShape),
      .invalid("K85120111234S", .wrongShape), .invalid("1243278544154", .wrongShape),
      .invalid("A000000000000", .placeholder), .invalid("#N/A", .damagedBySpreadsheet),
      .invalid("H24327854415É", .wrongLength(expected: 13)),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(UPN.self)
  }

  /// The rule as it is published, over characters.
  private func rightLetter(of rest: String) -> Character {
    let alphabet = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    var sum = 0
    for (offset, character) in rest.enumerated() {
      let value = character.wholeNumberValue ?? alphabet.firstIndex(of: character) ?? 0
      sum += value * (offset + 2)
    }
    return alphabet[sum % 23]
  }

  @Test func `every last character takes the letter of the published rule`() throws {
    for last in "0123456789ABCDEFGHJKLMNPQRTUVWXYZ" {
      let rest = "85120111234\(last)"
      let upn = try UPN("\(rightLetter(of: rest))\(rest)")
      #expect(upn.text == "\(rightLetter(of: rest))\(rest)")
      #expect(upn.isTemporary == last.isLetter)
    }
  }

  @Test func `no changed digit and no swap of neighbours goes unseen`() {
    // The weights 2 to 13 and their differences have no factor in common with 23.
    for text in ["A950000178301", "H243278544154", "X845212818005", "V851200012001"] {
      let mutations = Mutations(of: text, digits: 1..<13, UPN.self)
      #expect(mutations.changed == 0)
      #expect(mutations.swapped == 0)
    }
  }

  @Test func `knows the authority and whether it is on the list`() throws {
    #expect(try UPN("V851200012001").authority.text == "851")
    #expect(try UPN("V851200012001").isFromKnownAuthority)
    #expect(try !UPN("A950000178301").isFromKnownAuthority)
  }

  @Test func `sorts as its text does`() throws {
    let texts = [
      "H243278544154", "K85120111234A", "A950000178301", "V851200012001", "B850201112345",
    ]
    let sorted = try texts.map { try UPN($0) }.sorted().map(\.text)
    #expect(sorted == texts.sorted())
  }
}

@Suite struct LocalAuthorityCodeTests {
  @Test(
    arguments: [
      .valid("851"), .valid("001"), .valid(" 926 ", as: "926"),
      .invalid("1", .wrongLength(expected: 3)),
      .invalid("8a1", .wrongShape), .invalid("000", .placeholder), .invalid("", .empty),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(LocalAuthorityCode.self)
  }

  @Test func `the list of pupil number authorities`() throws {
    let known = (1...998).filter { LocalAuthorityCode(unchecked: UInt16($0)).isAllocated }
    #expect(known.count == 195)
    for code in [1, 5, 201, 213, 420, 708, 896, 943] { #expect(known.contains(code)) }
    for code in [6, 200, 214, 421, 804, 897, 944] { #expect(!known.contains(code)) }
  }
}
