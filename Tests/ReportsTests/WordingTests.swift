import Testing
import Vocabulary

@testable import Reports

@Suite struct WordingTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (53_996, "53,996"),
    (1_234_567, "1,234,567"), (-1_200, "−1,200"), (Int.max, "9,223,372,036,854,775,807"),
    (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func `numbers have their thousands apart`(_ number: Int, _ text: String) {
    #expect(Numbers.grouped(number) == text)
  }

  @Test(arguments: [
    (0, 0, "–"), (0, 5, "0%"), (5, 5, "100%"), (1, 8, "12.5%"), (1, 3, "33.3%"), (2, 3, "66.7%"),
    (1, 100_000, "under 0.1%"), (99_999, 100_000, "over 99.9%"), (1, 1_000, "0.1%"),
    (999, 1_000, "99.9%"),
  ])
  func `shares`(_ part: Int, _ whole: Int, _ text: String) {
    #expect(Share(part, of: whole).text == text)
  }

  @Test func `some is never none, and nearly all never all`() {
    for whole in 1...300 {
      for part in 0...whole {
        let text = Share(part, of: whole * 50).text
        #expect((text == "0%") == (part == 0))
        let rest = Share(whole * 50 - part, of: whole * 50).text
        #expect((rest == "100%") == (part == 0))
      }
    }
  }

  @Test(arguments: [
    (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (12_399, "12.3 kB"),
    (4_560_000, "4.5 MB"), (1_200_000_000_000, "1,200.0 GB"),
  ])
  func `sizes`(_ bytes: Int, _ text: String) {
    #expect(Numbers.size(bytes) == text)
  }

  @Test(arguments: [(0, "£0.00"), (5, "£0.05"), (123_450, "£1,234.50"), (-7, "−£0.07")])
  func `money`(_ pence: Int, _ text: String) {
    #expect(Numbers.pounds(pence) == text)
  }

  @Test(arguments: [
    ("2013-07-22", "22 July 2013"), ("2012-02-29", "29 February 2012"), ("2013-07", "July 2013"),
    ("2013-02-30", "2013-02-30"), ("", ""), ("soon", "soon"),
  ])
  func `days`(_ text: String, _ words: String) {
    #expect(DayWording.long(text) == words)
  }

  @Test(arguments: [
    ([], 3, ""), ([7], 1, "line 7"), ([7, 1_200], 2, "lines 7 and 1,200"),
    ([1, 2, 3, 4, 5], 11, "lines 1, 2, 3, 4, 5, …"), ([7], 2, "lines 7, …"),
  ])
  func `lines`(_ lines: [Int], _ count: Int, _ words: String) {
    #expect(Words.lines(lines, of: count) == words)
  }

  @Test(arguments: [
    (0, 0), (99, 99), (100, 100), (104, 100), (106, 110), (1_101, 1_100), (18_204, 18_000),
    (18_500, 19_000),
  ])
  func `estimates have two digits`(_ number: Int, _ rounded: Int) {
    #expect(ColumnTable.rounded(number) == rounded)
  }

  @Test func `a chart has room for every figure`() {
    for greatest in 0...3_000 {
      let day = Day.earliest
      let top = LineChart(
        id: "x", caption: "", points: [.init(day: day, value: 0), .init(day: day, value: greatest)]
      ).top
      #expect(top >= greatest && top >= 1 && (greatest == 0 || top < 10 * greatest))
      #expect(greatest < 2 || top <= 5 * greatest / 2)
    }
  }
}
