import FoundationEssentials
import Testing
import TestSupport
import Vocabulary

@testable import Intake

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Column profiles")
struct ColumnProfileTests {
  @Test("present, absent and invalid cells are counted exactly")
  func completeness() throws {
    let contract = try ContractText.contract(columns: [
      "Number: {type: reference}", "Count: {type: integer, on_invalid: blank}",
      "Kind: {type: code, codes: {A: one, B: two}, on_invalid: blank}",
      "On: {type: date, format: dd/MM/yyyy, on_invalid: blank}",
    ])
    let read = ReadExtract(
      "Number,Count,Kind,On\na,3,A,01/01/2012\nb,-2,b,\nc,x,C,31/12/2011\nd,,A,32/01/2012\n",
      of: contract)
    let counts = read.profiles.map { [$0.present, $0.absent, $0.invalid] }
    #expect(counts == [[4, 0, 0], [2, 1, 1], [3, 0, 1], [2, 1, 1]])
    #expect(read.profiles.map(\.name) == ["Number", "Count", "Kind", "On"])
    #expect(read.profiles[1].least == -2 && read.profiles[1].greatest == 3)
    #expect(read.profiles[2].codeCounts == [2, 1])
    #expect(read.profiles.map(\.distinctEstimate) == [4, 2, 2, 2])
    // Of a date, the month.
    let days = ["2011-12-01", "2012-01-01"].map { Int(ReadExtract.day($0).daysSince1970) }
    #expect([read.profiles[3].least, read.profiles[3].greatest] == days)
    #expect(read.account.accepted == 4)
  }

  @Test(
    "of sensitive columns no least and no greatest value is kept, nor of dates more than the month")
  func ranges() throws {
    let types = [
      "{type: integer", "{type: sessions", "{type: money", "{type: date, format: dd/MM/yyyy",
      "{type: date, format: dd/MM/yyyy, birth: true",
    ]
    let first = ["7", "7", "7.00", "17/05/1998", "17/05/1998"]
    let last = ["9", "9", "9.00", "29/02/2012", "29/02/2012"]
    let month = ReadExtract.day("1998-05-01").daysSince1970
    let lastMonth = ReadExtract.day("2012-02-01").daysSince1970
    let kept: [[Int?]] = [
      [7, 9], [7, 9], [700, 900], [Int(month), Int(lastMonth)], [Int(month), Int(lastMonth)],
    ]
    for isSensitive in [false, true] {
      let columns = types.enumerated().map {
        "C\($0): \($1)\(isSensitive ? ", sensitive: true" : "")}"
      }
      let contract = try ContractText.contract(columns: ["Number: {type: reference}"] + columns)
      let rows = [first, last, first].map { "x," + $0.joined(separator: ",") + "\n" }.joined()
      let read = ReadExtract("Number,C0,C1,C2,C3,C4\n" + rows, of: contract)
      #expect(read.account.accepted == 3)
      let ranges = read.profiles.dropFirst().map { [$0.least, $0.greatest] }
      #expect(ranges == (isSensitive ? Array(repeating: [nil, nil], count: 5) : kept))
    }
  }

  @Test("shapes show letters and digits, and nothing of a value; of sensitive columns, nothing")
  func shapes() throws {
    let contract = try ContractText.contract(columns: [
      "Number: {type: reference}", "Secret: {type: reference, sensitive: true}",
    ])
    let rows = (0..<64).map { "AB-\($0 % 10),x\($0)\n" }.joined()
    let read = ReadExtract("Number,Secret\n" + rows, of: contract)
    #expect(read.profiles[0].shapes.items.map(\.shape) == ["AA-9"])
    #expect(read.profiles[1].shapes.items == [])
  }

  @Test("the shape that most values have is kept among many others")
  func manyShapes() {
    var tally = ShapeTally()
    var random = SplitMix64(seed: 7)
    for number in 0..<2_000 {
      let value =
        number % 4 == 0 ? "AA99" : String(repeating: "a", count: 1 + random.below(38))
      tally.note(Array(value.utf8).span)
    }
    #expect(tally.items.first?.shape == "AA99")
    #expect(tally.items.count <= 16)
  }

  @Test("tallies of shapes add up to one that keeps what most values have", arguments: 0..<20)
  func addedShapes(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var parts = (0..<4).map { _ in ShapeTally() }
    var counts: [String: Int] = [:]
    let inAll = 4_000
    for number in 0..<inAll {
      let value = number % 8 == 0 ? "9-9" : String(repeating: "a", count: 1 + random.below(38))
      counts[value, default: 0] += 1
      parts[random.below(4)].note(Array(value.utf8).span)
    }
    var sum = ShapeTally()
    for part in parts { sum.add(part) }
    #expect(sum.items.count <= 16)
    for item in sum.items { #expect(item.count <= counts[item.shape] ?? 0, "\(item)") }
    // What is missing of a count is at most one in seventeen of all.
    let kept = sum.items.first { $0.shape == "9-9" }?.count ?? 0
    #expect(kept >= inAll / 8 - inAll / 17, "\(kept)")
  }

  @Test("tallies with few shapes add up exactly")
  func addedFewShapes() {
    var (one, other, both) = (ShapeTally(), ShapeTally(), ShapeTally())
    for (number, value) in ["A", "b", "9", "A-", "A", "b"].enumerated() {
      if number % 2 == 0 {
        one.note(Array(value.utf8).span)
      } else {
        other.note(Array(value.utf8).span)
      }
      both.note(Array(value.utf8).span)
    }
    one.add(other)
    #expect(one.items == both.items)
  }

  @Test("estimates of parts add up to the estimate of the whole")
  func addedEstimates() {
    var (one, other, both) = (DistinctEstimate(), DistinctEstimate(), DistinctEstimate())
    for value in 0..<3_000 as Range<UInt64> {
      if value % 3 > 0 { one.note(value) }
      if value % 3 < 2 { other.note(value) }
      both.note(value)
    }
    one.add(other)
    #expect(one == both)
  }

  @Test("profiles of two columns are not added: a mistake of ours")
  func otherColumn() async {
    await #expect(processExitsWith: .failure) {
      let columns = try ContractText.contract(columns: ["A: {type: text}", "B: {type: text}"])
        .columns
      var profile = ColumnProfile(of: columns[0])
      profile.add(ColumnProfile(of: columns[1]))
    }
  }

  @Test("masks hide every letter and digit", arguments: [false, true])
  func masks(isSensitive: Bool) {
    func mask(_ value: String) -> String {
      var bytes: [UInt8] = []
      MaskedValue.append(Array(value.utf8).span, isSensitive: isSensitive, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(mask("O'Neil-7 b\u{7}") == (isSensitive ? "(11 bytes)" : "A'Aaaa-9 a?"))
    #expect(mask("Zoë") == (isSensitive ? "(4 bytes)" : "Aaaa"))
    let long = mask(String(repeating: "x", count: 50))
    #expect(long == (isSensitive ? "(50 bytes)" : String(repeating: "a", count: 40) + "..."))
    for byte in UInt8.min...UInt8.max {
      var bytes: [UInt8] = []
      MaskedValue.append([byte].span, isSensitive: false, to: &bytes)
      let isLetterOrDigit = ASCII.isLetterOrDigit(byte) || byte >= 0x80
      check(bytes.count == 1 && (!isLetterOrDigit || [0x41, 0x61, 0x39].contains(bytes[0])))
    }
  }

  @Test(
    "the estimate of different values is within five percent", arguments: [1, 10, 1_000, 50_000])
  func distinct(count: Int) {
    var hashes: [(name: String, of: (Int) -> UInt64)] = [
      ("numbers", { UInt64($0) }),
      ("texts", { QuickHash.hash(Array("value \($0)".utf8).span) }),
      ("even numbers from far off", { UInt64(1_000_000 + 2 * $0) }),
    ]
    hashes.append(("days before 1970", { UInt64(bitPattern: Int64(-$0)) }))
    for hash in hashes {
      var estimate = DistinctEstimate()
      for _ in 0..<2 { for value in 0..<count { estimate.note(hash.of(value)) } }
      let difference = abs(estimate.count - count)
      #expect(difference * 20 <= count, "\(hash.name): \(estimate.count) of \(count)")
    }
    #expect(DistinctEstimate().count == 0)
  }

  @Test("the logarithm is the mathematics library's")
  func logarithm() {
    for value in [1e-300, 1e-9, 0.1, 0.5, 1, 1.5, 2, 2.718281828459045, 10, 1024, 12345.678, 1e300]
    {
      let expected = log(value)
      let difference = abs(Logarithm.natural(value) - expected)
      #expect(difference <= 1e-14 * max(1, abs(expected)), "\(value)")
    }
  }

  @Test("the logarithm of what is not positive is a mistake of ours")
  func noLogarithm() async {
    await #expect(processExitsWith: .failure) { _ = Logarithm.natural(0) }
  }

  @Test("problems are tallied by code and column, rejections first, with the first lines")
  func tallies() {
    var tally = ProblemTally()
    for line in 1...7 { tally.note(.typeError, column: 2, isRejection: true, line: line) }
    tally.note(.postcodeShape, column: 1, isRejection: false, line: 8)
    tally.note(.missingCell, column: nil, isRejection: true, line: 9)
    tally.note(.typeError, column: 1, isRejection: true, line: 10)
    let items = tally.sorted
    #expect(items.map(\.code) == [.missingCell, .typeError, .typeError, .postcodeShape])
    #expect(items.map(\.column) == [nil, 1, 2, 1])
    #expect(items.map(\.count) == [1, 1, 7, 1])
    #expect(items[2].lines == [1, 2, 3, 4, 5])
  }

  @Test("every problem has a word of its own, a meaning and a remedy")
  func wording() {
    let words = ProblemCode.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count)
    for code in ProblemCode.allCases {
      #expect(code.meaning.hasSuffix(".") && code.remedy.hasSuffix("."))
    }
  }
}
