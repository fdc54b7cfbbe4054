import Testing

@testable import Vocabulary

@Suite struct PostcodeTests {
  private func read(_ text: String) -> Result<String, PostcodeProblem> {
    Result { () throws(PostcodeProblem) -> String in try Postcode(text).text }
  }

  @Test(arguments: [
    ("PO1 2AL", "PO1 2AL"), ("po12al", "PO1 2AL"), (" P.O.1-2AL ", "PO1 2AL"), ("M1 1AE", "M1 1AE"),
    ("M60 1NW", "M60 1NW"), ("CR2 6XH", "CR2 6XH"), ("DN55 1PT", "DN55 1PT"),
    ("W1A 1HQ", "W1A 1HQ"),
    ("EC1A 1BB", "EC1A 1BB"), ("GIR0AA", "GIR 0AA"), ("gir 0aa", "GIR 0AA"), ("BFPO 57", "BFPO 57"),
    ("bfpo1234", "BFPO 1234"), ("BF1 2AU", "BF1 2AU"), ("BX1 1LT", "BX1 1LT"),
    ("BL0 9AA", "BL0 9AA"),
    ("ZZ99 3VZ", "ZZ99 3VZ"), ("zz993wz", "ZZ99 3WZ"), ("NF1 1NF", "NF1 1NF"),
    ("NF1 1FA", "NF1 1FA"),
    ("PO1\u{A0}2AL", "PO1 2AL"),
  ])
  func `valid`(text: String, expected: String) {
    #expect(read(text) == .success(expected))
  }

  @Test(arguments: [
    ("", PostcodeProblem.empty), (" - ", .empty), ("PO1", .outwardOnly), ("EC1A", .outwardOnly),
    ("ZZ99", .wrongShape), ("QO1 2AL", .wrongShape), ("VO1 2AL", .wrongShape),
    ("XO1 2AL", .wrongShape), ("PI1 2AL", .wrongShape), ("PJ1 2AL", .wrongShape),
    ("PZ1 2AL", .wrongShape), ("PO1 2AC", .wrongShape), ("PO1 2IL", .wrongShape),
    ("PO1 AAL", .wrongShape), ("W1I 1HQ", .wrongShape), ("EC1C 1BB", .wrongShape),
    ("PO123 2AL", .wrongShape), ("POO 2AL", .wrongShape), ("PO1 2AL1", .wrongShape),
    ("GIR 0AB", .wrongShape), ("BFPO", .wrongShape), ("BFPO 12345", .wrongShape),
    ("PO1 2ÄL", .wrongShape), ("A stretch of text longer than that", .wrongShape),
    ("ZZ99 VVZ", .wrongShape), ("1", .wrongShape), ("P01 2AL", .wrongShape),
    ("W0A 1HQ", .wrongShape),
  ])
  func `invalid`(text: String, problem: PostcodeProblem) {
    #expect(read(text) == .failure(problem))
  }

  @Test func `every outward half agrees with the pattern`() throws {
    let pattern =
      /[A-PR-UWYZ]([0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y]([0-9]{1,2}|[0-9][ABEHMNPRVWXY]))/
    // Each kind of letter and digit once, and every letter in the places where the rules name letters.
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    var shapes: [String] = []
    for letter in letters {
      shapes += ["\(letter)1", "\(letter)12", "P\(letter)1", "P\(letter)12", "W1\(letter)"]
      shapes += [
        "EC1\(letter)", "W12\(letter)", "\(letter)", "P\(letter)A1", "\(letter)1A", "\(letter)C1A",
      ]
      shapes += ["EC12\(letter)", "1\(letter)", "P\(letter)"]
    }
    for shape in shapes {
      let expected = try pattern.wholeMatch(in: shape) != nil
      #expect(((try? Postcode(shape + "1AA")) != nil) == expected, "\(shape)")
    }
  }

  @Test func `every inward half agrees with the pattern`() throws {
    let pattern = /[0-9][ABD-HJLNP-UW-Z]{2}/
    for digit in ["0", "5", "9", "A"] {
      for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ1" {
        for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ1" {
          let inward = "\(digit)\(first)\(second)"
          let expected = try pattern.wholeMatch(in: inward) != nil
          if isReadable("PO1 " + inward) != expected { Issue.record("\(inward)") }
        }
      }
    }
  }

  private func isReadable(_ text: String) -> Bool {
    (try? Postcode(text)) != nil
  }

  @Test(arguments: [
    ("PO1 2AL", "PO", "PO1", "PO1 2", "AL"), ("M60 1NW", "M", "M60", "M60 1", "NW"),
    ("W1A 1HQ", "W", "W1A", "W1A 1", "HQ"), ("EC1A 1BB", "EC", "EC1A", "EC1A 1", "BB"),
    ("GIR 0AA", "GIR", "GIR", "GIR 0", "AA"), ("BFPO 57", "BFPO", "BFPO", "BFPO 5", "7"),
  ])
  func `parts`(text: String, area: String, district: String, sector: String, unit: String) throws {
    let postcode = try Postcode(text)
    #expect(postcode.area == area)
    #expect(postcode.district == district)
    #expect(postcode.sector == sector)
    #expect(postcode.unit == unit)
  }

  @Test(arguments: [
    ("PO1 2AL", "PO1 2AB", true, true, true), ("PO1 2AL", "PO1 3AL", true, true, false),
    ("PO1 2AL", "PO12 2AL", true, false, false), ("P1 2AL", "PO1 2AL", false, false, false),
    ("PO1 2AL", "P1 2AL", false, false, false), ("S1 1AA", "SO1 1AA", false, false, false),
  ])
  func `what two share`(
    left: String, right: String, area: Bool, district: Bool, sector: Bool
  ) throws {
    let (left, right) = try (Postcode(left), Postcode(right))
    #expect(left.sharesArea(with: right) == area)
    #expect(left.sharesDistrict(with: right) == district)
    #expect(left.sharesSector(with: right) == sector)
  }

  @Test(arguments: [
    ("PO1 2AL", Postcode.Kind.geographic), ("BX1 1LT", .nonGeographic), ("B1 1AA", .geographic),
    ("GIR 0AA", .nonGeographic), ("BFPO 57", .forces), ("BF1 2AU", .forces),
    ("BN1 2AU", .geographic),
    ("ZZ99 3VZ", .pseudo(.noFixedAbode)), ("ZZ99 3WZ", .pseudo(.notKnown)),
    ("ZZ99 3CZ", .pseudo(.countryOnly)), ("ZZ99 1AA", .pseudo(.notKnown)),
    ("NF1 1NF", .pseudo(.noFixedAbode)), ("NF1 1FA", .pseudo(.noFixedAbode)),
    ("NF2 1FA", .geographic),
  ])
  func `kinds`(text: String, kind: Postcode.Kind) throws {
    #expect(try Postcode(text).kind() == kind)
  }

  @Test func `a council adds the pseudo-postcodes of its systems`() throws {
    let office = try Postcode("PO1 2AL")
    var pseudo = PseudoPostcodes()
    pseudo.add(office, .office)
    pseudo.add(district: "xx9", .notKnown)
    pseudo.add(district: "w1", .notKnown)
    #expect(office.kind(pseudo: pseudo) == .pseudo(.office))
    #expect(try Postcode("PO1 2AB").kind(pseudo: pseudo) == .geographic)
    #expect(try Postcode("NF1 1NF").kind(pseudo: pseudo) == .geographic)
    #expect(try Postcode("W1 1AA").kind(pseudo: pseudo) == .pseudo(.notKnown))
    #expect(try Postcode("W1A 1AA").kind(pseudo: pseudo) == .geographic)
  }

  @Test(arguments: [
    ("P01 2AL", ["PO1 2AL"]), ("PO1 2A5", ["PO1 2AS"]), ("POI 2AL", ["PO1 2AL"]), ("PO1 2AL", []),
    ("S015 5AA", ["SO15 5AA"]), ("SO1S SAA", ["SO15 5AA"]), ("XX1 1AA", []), ("", []),
    ("POO 2AL", ["PO0 2AL"]), ("5O1 5AA", ["SO1 5AA"]), ("M1 O1E", []), ("PO1 IAL", ["PO1 1AL"]),
  ])
  func `repairs are only proposed`(text: String, expected: [String]) {
    #expect(Postcode.repairCandidates(text).map(\.text) == expected)
  }

  @Test func `sorts as its text does, in eight bytes, and is hidden in descriptions`() throws {
    let texts = ["PO1 2AL", "PO12 1AA", "P1 1AA", "M60 1NW", "EC1A 1BB"]
    #expect(try texts.map { try Postcode($0) }.sorted().map(\.text) == texts.sorted())
    #expect(MemoryLayout<Postcode>.size == 8)
    #expect(try "\(Postcode("PO1 2AL"))" == "postcode (hidden)")
  }
}
