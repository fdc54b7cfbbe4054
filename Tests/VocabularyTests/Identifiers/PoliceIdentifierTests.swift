import Testing

@testable import Vocabulary

@Suite struct PNCTests {
  @Test(
    arguments: [
      .valid("2002/0073319Z"), .valid("81/34U", as: "1981/0000034U"), .valid("2000/0000223R"),
      .valid("00/223R", as: "2000/0000223R"), .valid("1979/0163001B"),
      .valid("1979/163001B", as: "1979/0163001B"), .valid("1967/9893091D"),
      .valid("19679893091D", as: "1967/9893091D"), .valid("79/163001b", as: "1979/0163001B"),
      .valid("8134U", as: "1981/0000034U"),
      .wrongCheck("20030011985Z", right: "X"), .wrongCheck("20120052494O", right: "Q"),
      .wrongCheck("20230583843N", right: "L"), .wrongCheck("2001/0171310S", right: "W"),
      .invalid("", .empty), .invalid("2002/Z", .wrongShape), .invalid("200/0073319Z", .wrongShape),
      .invalid("2002/00733190Z", .wrongShape), .invalid("2002/00733190", .wrongShape),
      .invalid("1979163001B", .wrongShape), .invalid("00/0Z", .placeholder),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) throws {
    let day = try #require(Day(iso: "2013-07-22"))
    let result = Result { () throws(IdentifierProblem) -> String in
      try PNC(vector.text.utf8.span, asOf: day).text
    }
    #expect(result == vector.expected)
  }

  @Test func `needs a day to tell the century`() throws {
    IdentifierCase.invalid("81/34U", .centuryUnknown).check(PNC.self)
    IdentifierCase.valid("1981/34U", as: "1981/0000034U").check(PNC.self)
    let day = try #require(Day(iso: "2013-12-31"))
    #expect(TwoDigitYear.past(asOf: day).year(ending: 13) == 2013)
    #expect(TwoDigitYear.past(asOf: day).year(ending: 14) == 1914)
    #expect(TwoDigitYear.window(from: 1950).year(ending: 49) == 2049)
    #expect(TwoDigitYear.window(from: 1950).year(ending: 50) == 1950)
  }

  @Test func `every remainder has the letter of the published list`() throws {
    let letters = Array("ZABCDEFGHJKLMNPQRTUVWXY")
    for serial in 1...200 {
      let padded = String(repeating: "0", count: 7 - "\(serial)".count) + "\(serial)"
      let number = try #require(Int("95\(padded)"))
      IdentifierCase.valid("1995/\(padded)\(letters[number % 23])").check(PNC.self)
    }
  }

  @Test func `no changed digit of the serial goes unseen`() {
    let mutations = Mutations(of: "2002/0073319Z", digits: 5..<12, PNC.self)
    #expect(mutations.changed == 0)
    #expect(mutations.swapped == 0)
  }
}

@Suite struct CROTests {
  private static let letters = Array("ZABCDEFGHJKLMNPQRTUVWXY")

  @Test func `standard numbers are padded in the check`() throws {
    for serial in [1, 23, 456, 7890, 12345, 123_456] {
      let padded = String(repeating: "0", count: 6 - "\(serial)".count) + "\(serial)"
      let letter = Self.letters[try #require(Int("99\(padded)")) % 23]
      IdentifierCase.valid("\(padded)/99\(letter)").check(CRO.self)
      IdentifierCase.valid("\(serial)/99\(letter)", as: "\(padded)/99\(letter)").check(CRO.self)
    }
  }

  @Test func `small file numbers are not`() throws {
    for serial in [1, 23, 456, 7890, 12345, 123_456] {
      let letter = Self.letters[try #require(Int("99\(serial)")) % 23]
      IdentifierCase.valid("SF99/\(serial)\(letter)").check(CRO.self)
      #expect(try CRO("SF99/\(serial)\(letter)").isSmallFile)
    }
  }

  @Test(
    arguments: [
      .invalid("000000/00Z", .placeholder), .wrongCheck("123456/99A", right: "L"),
      .invalid("123456/9A", .wrongShape), .invalid("1234567/99A", .wrongShape),
      .invalid("12345699A", .wrongShape), .invalid("/99A", .wrongShape),
      .invalid("SF/1A", .wrongShape),
      .invalid("SF99/", .wrongShape), .invalid("/", .wrongShape), .invalid("S", .wrongShape),
      .invalid("", .empty),
    ] as [IdentifierCase])
  func `vectors`(vector: IdentifierCase) {
    vector.check(CRO.self)
  }

  @Test func `no changed digit goes unseen`() throws {
    let letter = Self.letters[99_123_456 % 23]
    #expect(try !CRO("123456/99\(letter)").isSmallFile)
    let mutations = Mutations(of: "123456/99\(letter)", digits: 0..<6, CRO.self)
    #expect(mutations.changed == 0)
    #expect(mutations.swapped == 0)
  }
}
