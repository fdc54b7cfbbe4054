import Testing
import Vocabulary

@Suite("Financial years")
struct FinancialYearTests {
  @Test("a year begins on 1 April", arguments: [("2013-03-31", 2012), ("2013-04-01", 2013)])
  func begins(text: String, start: Int) throws {
    let day = try #require(Day(iso: text))
    #expect(FinancialYear(containing: day) == FinancialYear(start: start))
    #expect(FinancialYear(start: start).days?.contains(day) == true)
  }

  @Test("as written and read")
  func text() {
    #expect(FinancialYear(start: 2012).text == "2012/13")
    #expect(FinancialYear("2012/13") == FinancialYear(start: 2012))
    #expect(FinancialYear("2012-13") == FinancialYear(start: 2012))
    for wrong in ["2012/14", "2012", "", "12/13"] { #expect(FinancialYear(wrong) == nil) }
    #expect(FinancialYear(start: 2012) < FinancialYear(start: 2013))
  }
}
