import Testing

@testable import Vocabulary

@Suite struct AgeTests {
  @Test(arguments: [
    ("1995-07-22", "2013-07-21", 17), ("1995-07-22", "2013-07-22", 18),
    ("1995-07-22", "2013-07-23", 18),
    ("1996-02-29", "2014-02-28", 17), ("1996-02-29", "2014-03-01", 18),
    ("1996-02-29", "2016-02-28", 19),
    ("1996-02-29", "2016-02-29", 20), ("2013-07-22", "2013-07-22", 0),
    ("2013-07-23", "2013-07-22", nil),
    ("1995-12-31", "2013-01-01", 17),
  ])
  func `on the day`(birth: String, day: String, expected: Int?) throws {
    let birth = try #require(Day(iso: birth))
    #expect(Age.years(born: birth, on: try #require(Day(iso: day))) == expected)
  }

  @Test func `the day of reaching an age is the first with it, for every birth of four years`()
    throws
  {
    let first = try #require(Day(iso: "1994-01-01"))
    for offset in 0..<1461 {
      let birth = first.adding(days: offset)
      for age in [1, 4, 10, 16, 18, 25] {
        let day = Age.day(ofReaching: age, born: birth)
        #expect(Age.years(born: birth, on: day) == age)
        #expect(Age.years(born: birth, on: day.adding(days: -1)) == age - 1)
      }
    }
  }

  @Test(arguments: [
    ("1995-07-22", "2013-07-21", Certainty.yes), ("1995-07-22", "2013-07-22", .no),
    ("1995-07", "2013-06-30", .yes), ("1995-07", "2013-07-01", .cannotTell),
    ("1995-07", "2013-07-30", .cannotTell), ("1995-07", "2013-07-31", .no),
    ("1995", "2013", .cannotTell), ("1995", "2012", .yes), ("1995", "2014", .no),
    ("1995-07-22", "2013-07", .cannotTell), ("1995-07-22", "2013-08", .no),
    ("1995-07-22", "2013-Q2", .yes), ("2014-01-01", "2013-07-22", .yes),
  ])
  func `under 18, as far as the dates say`(birth: String, date: String, expected: Certainty) throws
  {
    let birth = try #require(PartialDate(text: birth))
    let date = try #require(PartialDate(text: date))
    #expect(Age.isUnder(18, born: birth, on: date) == expected)
    if let day = date.day { #expect(Age.isUnder(18, born: birth, on: day) == expected) }
  }

  @Test func `a birth month gives two ages`() throws {
    let birth = try #require(PartialDate(text: "1995-07"))
    let day = try #require(Day(iso: "2013-07-15"))
    #expect(Age.range(born: birth, on: day) == 17...18)
    let unborn = try #require(PartialDate(text: "2013-07"))
    #expect(Age.range(born: unborn, on: day) == 0...0)
    #expect(Age.range(born: try #require(PartialDate(text: "2013-08")), on: day) == nil)
  }
}
