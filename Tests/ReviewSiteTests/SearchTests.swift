import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Finding people by what somebody types.
@Suite struct SearchTests {
  @Test(
    arguments: [
      ("vance ana", ["VANCE", "ANA"], [], []), ("2001-05 vance", ["2001-05", "VANCE"], [], []),
      ("po5 1ab", [], [], ["PO5 1AB"]), ("PO51AB smith", ["SMITH"], [], ["PO5 1AB"]),
      ("po5", [], [], ["PO5"]), ("m820200012015", [], ["M820200012015"], []),
      ("a", [], [], []), ("   ", [], [], []),
      // Numbers as people write them, in groups.
      ("943 476 5919 vance", ["VANCE"], ["9434765919"], []),
      ("9434765919", [], ["9434765919"], []), ("ab 12 34 56 c", [], ["AB123456C"], []),
      ("vance ab123456", ["VANCE"], ["AB123456"], []),
      // No number by its check digit: digits as before.
      ("943 476 5918", ["5918"], [], ["943", "476"]),
    ] as [(String, [String], [String], [String])])
  func wordsAreSorted(
    _ text: String, _ names: [String], _ numbers: [String], _ postcodes: [String]
  ) {
    let words = SearchWords(text)
    #expect(words.names.map { $0.uppercased() } == names)
    #expect(words.numbers == numbers)
    #expect(words.postcodes == postcodes)
  }

  @Test func peopleAreFound() async throws {
    try await withTemporaryFolder { folder in
      // With a pupil number whose check letter is right.
      let rows = SmallCouncil.rows.replacing("M820200012015", with: "A820200012015")
      let stand = try await SiteStand(in: folder, rows: rows)
      var browser = try stand.browser("analyst")
      for (wanted, name, people) in [
        ("vance", "Ana Vance", "1 person"), ("vanse", "Ana Vance", "1 person"),
        ("ana 2001-05-14", "Ana Vance", "1 person"), ("PO5 1AB", "Ana Vance", "1 person"),
        ("a820200012015", "Ana Vance", "1 person"), ("mar lee", "Lee Marlow", "1 person"),
        ("frost po5 8qr", "Frost", "1 person"), ("frost 2001", "Frost", "2 people"),
      ] {
        let page = browser.post("/search", [("wanted", wanted)]).text
        #expect(page.contains(name), "\(wanted)")
        #expect(page.contains(">\(people)</caption>"), "\(wanted)")
      }
      for wanted in ["zzzz", "vance 1999", "vance po5 8qr", "SO99", "12345678"] {
        #expect(
          browser.post("/search", [("wanted", wanted)]).text.contains("Nobody is found"),
          "\(wanted)")
      }
    }
  }
}
