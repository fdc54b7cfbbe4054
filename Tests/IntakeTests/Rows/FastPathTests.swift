import Sealing
import TestSupport
import Testing
import Vocabulary

@testable import Intake

/// What is remembered from row to row, or read in a shorter way, comes to what each row alone comes to.
@Suite struct FastPathTests {
  private static let lines = """
    columns: {S: {type: name}, F: {type: name}, A: {type: text}, B: {type: text}, C: {type: text},
      P: {type: postcode}}
    places: {home: {lines: [A, B, C], postcode: P}}
    people: {pupil: {surname: S, forename: F, at: home}}
    """
  private static let parts = """
    columns: {S: {type: name}, F: {type: name}, Flat: {type: text}, No: {type: text},
      Street: {type: text}, Town: {type: text}, P: {type: postcode}, U: {type: uprn}}
    places: {home: {saon: Flat, paon: No, street: Street, town: Town, postcode: P, uprn: U}}
    people: {pupil: {surname: S, forename: F, aliases: [F], at: home}}
    """
  private static let numbers = [
    "1", "2", "7", "8", "12", "73", "86", "100", "739", "1000", "8642", "12345", "012", "0", "12A",
    "",
    "12-14", "1 A", "Elm House", "Flat 2",
  ]
  private static let streets = [
    "Elm Road", "St Marys St", "High Street", "The Green", "7 Oaks Lane", "73 Street",
    "Women's Refuge",
    "Floor Street", "Station Rd", "Flat 7, Solent Court", "A Street", "to 14 Mill Lane",
    "Park Road North",
  ]
  private static let towns = ["Solenton", "Solenton", "Eastquay, Hants", "", "8 Elms"]
  private static let flats = [
    "", "", "Flat 2", "7", "Flat 7, Solent Court", "Ground Floor", "86", "Flat 12", "Flat 12A",
    "12",
    "1st Floor", "2FF", "Flat 3 Block 4", "SO14 5AA", "Apt. 100", "B12", "12 Elm House",
    "Flat 1000",
    "Unit 2/3", "Rooms 1-3",
  ]
  private static let postcodes = [
    "SO14 5AA", "SO14 1ST", "SO1 2ND", "S1 4TH", "B27 8DE", "BD2 2FF", "EC1A 1BB", "W1A 0AX", "",
    "bad",
    "SO99 9ZZ", "N1 1AA", "BFPO 57", "SO15 9BX",
  ]
  private static let names = [
    "Reed", "O'Neill", "SINGH", "Smith-Jones", "Mr Reed", "Garcia Lopez", "(deceased)", "Baby", "",
    "McDONALD",
  ]

  /// Every row read alone, in a reader of its own, against all rows in one.
  private static func check(_ contract: String, _ heading: String, _ rows: [String]) throws {
    let contract = try ContractText.contract(contract)
    let together = ReadExtract(heading + rows.joined(), of: contract)
    var alone: [UInt64: Int] = [:]
    var people: [UInt64] = []
    for row in rows {
      let one = ReadExtract(heading + row, of: contract)
      people += one.people.flatMap { [$0.key, $0.place] }
      for place in one.places { alone[place.key, default: 0] += 1 }
    }
    #expect(together.people.flatMap { [$0.key, $0.place] } == people)
    #expect(Set(together.places.map(\.key)) == Set(alone.keys))
    #expect(people.count > rows.count)
  }

  @Test func addressesInLines() throws {
    var random = SplitMix64(seed: 1)
    let rows = (0..<1_500).map { _ in
      let street = Self.streets[random.below(Self.streets.count)]
      let number = Self.numbers[random.below(Self.numbers.count)]
      let cells = [
        Self.names[random.below(Self.names.count)], Self.names[random.below(Self.names.count)],
        "\"\(number) \(street)\"", "\"\(Self.towns[random.below(Self.towns.count)])\"", "",
        Self.postcodes[random.below(Self.postcodes.count)],
      ]
      return cells.joined(separator: ",") + "\n"
    }
    try Self.check(Self.lines, "S,F,A,B,C,P\n", rows)
  }

  @Test func addressesInParts() throws {
    var random = SplitMix64(seed: 2)
    let rows = (0..<1_500).map { _ in
      let cells = [
        Self.names[random.below(Self.names.count)], Self.names[random.below(Self.names.count)],
        "\"\(Self.flats[random.below(Self.flats.count)])\"",
        Self.numbers[random.below(Self.numbers.count)],
        "\"\(random.below(8) == 0 ? "" : Self.streets[random.below(Self.streets.count)])\"",
        "\"\(Self.towns[random.below(Self.towns.count)])\"",
        Self.postcodes[random.below(Self.postcodes.count)],
        random.below(3) == 0 ? "" : "\(100_000 + random.below(50))",
      ]
      return cells.joined(separator: ",") + "\n"
    }
    try Self.check(Self.parts, "S,F,Flat,No,Street,Town,P,U\n", rows)
  }

  /// Cells that come again and again, in every kind of column, against the same cells read one by one.
  @Test func cellsThatComeAgain() throws {
    let columns = """
      columns: {N: {type: reference}, D: {type: date, format: dd/MM/yyyy}, S: {type: sex}, L: {type: laestab},
        C: {type: code, codes: {A: first, B: second}, on_invalid: blank}, F: {type: flag}, I: {type: integer},
        M: {type: money}, P: {type: postcode}, T: {type: text, null_if: [NONE]},
        U: {type: text, unique: true}}
      people: {pupil: {ids: {local:number: N}, born: D, sex: S, ethnicity: T}}
      facts:
        - {kind: happened, of: pupil, on: D, attributes: {school: L, note: C, kind: M}}

      """
    let values = [
      ["n1", " n2 ", "n3"], ["01/02/2003", "1/2/2003", " 01/02/2003", "31/02/2003", ""],
      ["M", "f", "Female", " M", "9"], ["850 4321", "8504321", "850/4321", "x"],
      ["A", "a", "b ", "C", ""], ["Y", "no", "maybe"], ["1", "1.0", " 1,000", "-"],
      ["12.50", "£12.50", "(3.00)"], ["so14 5aa", "SO145AA", "SO14 5AA ", "bad"],
      ["White", " White ", "White  British", "NONE", "a text of more than sixteen bytes"],
      ["u1", "u2"],
    ]
    let contract = try ContractText.contract(columns)
    var random = SplitMix64(seed: 5)
    let rows = (0..<600).map { _ in
      values.map { "\"\($0[random.below($0.count)])\"" }.joined(separator: ",") + "\n"
    }
    let heading = "N,D,S,L,C,F,I,M,P,T,U\n"
    let together = ReadExtract(heading + rows.joined(), of: contract)
    var (people, facts): ([UInt64], [UInt64]) = ([], [])
    var present = [Int](repeating: 0, count: values.count)
    for row in rows {
      let one = ReadExtract(heading + row, of: contract)
      people += one.people.map(\.key)
      facts += one.facts.map(\.key)
      for (column, profile) in one.profiles.enumerated() { present[column] += profile.present }
    }
    #expect(together.people.map(\.key) == people)
    #expect(together.facts.map(\.key) == facts)
    #expect(Set(people).count > 10 && Set(facts).count > 10)
    #expect(together.profiles.map(\.present) == present)
    // Two dates, two codes, one amount with its credit; what is the same in other words counts once.
    #expect(together.profiles.map(\.distinctEstimate)[0...1] == [3, 1])
    #expect(together.profiles[4].codeCounts.reduce(0, +) == present[4])
  }

  private static func form(of postcode: String) -> PostcodeForm? {
    PostcodeForm(Array(postcode.utf8).span)
  }

  /// What a street's houses have in common gives each of them what it has when it is read alone.
  @Test func everyHouseOfAStreet() throws {
    for (letters, postcode) in [("SO14 5AA", "SO22 7QX"), ("E1 6AN", "N9 0ZZ")] {
      let found = (Self.form(of: letters), Self.form(of: postcode))
      let form = try #require(found.0)
      #expect(found.1 == form)
      for digits in 1...4 {
        let parse = { (number: String, code: String) in
          UKAddress.parse(lines: ["\(number) Mill Rd", "Marsh Green", code])
        }
        let pattern = try #require(AddressPattern(digits: digits, form: form, parse: parse))
        let first = digits == 1 ? 1 : [0, 1, 10, 100, 1_000][digits]
        for number in stride(from: first, to: first * 10, by: digits == 4 ? 37 : 1) {
          let address = parse("\(number)", postcode)
          #expect(pattern.paon == nil && address.paon == "\(number)")
          #expect(Array((address.street ?? "").utf8) == pattern.street)
          #expect(Array((address.town ?? "").utf8) == pattern.town)
          let key =
            pattern.keyBeforeNumber + Array("\(number)".utf8) + (pattern.keyAfterNumber ?? [])
            + Array(postcode.utf8).filter { $0 != 0x20 }
          #expect(Array(address.matchKey.utf8) == key)
        }
      }
    }
  }

  @Test(arguments: ["yyyyMMdd", "yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"])
  func plainDates(words: String) throws {
    let pattern = try DatePattern(words)
    let plain = try #require(PlainDate(pattern))
    var random = SplitMix64(seed: 3)
    var read = 0
    for _ in 0..<20_000 {
      var value: [UInt8] = []
      let parts = [
        "yyyy": 1_590 + random.below(500), "MM": random.below(15), "dd": random.below(34),
      ]
      var index = words.startIndex
      while index < words.endIndex {
        let width = words[index...].hasPrefix("yyyy") ? 4 : words[index].isLetter ? 2 : 1
        let end = words.index(index, offsetBy: width)
        if let number = parts[String(words[index..<end])] {
          value.append(digitsOf: number, width: width)
        } else {
          value += words[index..<end].utf8
        }
        index = end
      }
      if random.below(10) == 0 { value[random.below(value.count)] = UInt8(32 + random.below(90)) }
      guard let day = plain.read(value.span) else { continue }
      read += 1
      #expect(
        pattern.read(value.span, twoDigitYears: .window(from: 1940))?.date == PartialDate(day))
      var text: [UInt8] = []
      text.append(plain.text(of: value.span).span)
      #expect(String(decoding: text, as: UTF8.self) == day.iso)
    }
    #expect(read > 5_000)
  }

  /// Parts hashed as they come give what their bytes give, written one after another.
  @Test func keysAreThoseOfTheBytes() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<3_000 {
      var hasher = StableHasher()
      var bytes: [UInt8] = []
      func write(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
      }
      let domain = random.next()
      hasher.begin(domain)
      write(domain)
      for _ in 0..<random.below(8) {
        if random.below(3) == 0 {
          let number = random.next()
          hasher.add(number)
          write(number)
        } else {
          let text = (0..<random.below(30)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
          hasher.add(text.span)
          write(UInt64(text.count))
          bytes += text
        }
      }
      #expect(hasher.key() == StableHash.sipHash(bytes.span))
    }
  }
}
