import Synthesis
import Testing
import Vocabulary

@Suite("Every identifier is valid and one person's alone")
struct IdentifierTests {
  private static let people = Samples.worlds.flatMap(\.people)

  private func expectUnique(_ numbers: [String]) {
    #expect(!numbers.isEmpty)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test("NHS numbers pass their check and are in the range for tests")
  func nhsNumbers() {
    let numbers = Self.people.compactMap(\.identifiers.nhsNumber)
    expectUnique(numbers)
    #expect(numbers.count == Self.people.count)
    for number in numbers {
      let digits = number.compactMap(\.wholeNumberValue)
      let sum = digits.prefix(9).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
      #expect(digits.count == 10 && (11 - sum % 11) % 11 == digits[9])
      #expect(number.hasPrefix("99"))
    }
  }

  @Test("pupil numbers pass their check; temporary ones end in a letter")
  func pupilNumbers() {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    let permanent = Self.people.compactMap(\.identifiers.upn)
    let former = Self.people.compactMap(\.identifiers.formerUPN)
    let temporary = Self.people.compactMap(\.identifiers.temporaryUPN)
    expectUnique(permanent + former)
    expectUnique(temporary)
    #expect(temporary.allSatisfy { $0.last?.isLetter ?? false })
    for number in permanent + former + temporary {
      let body = Array(number.dropFirst())
      let sum = body.enumerated().reduce(0) { sum, item in
        let value = item.element.wholeNumberValue ?? letters.firstIndex(of: item.element) ?? -1
        return sum + value * (item.offset + 2)
      }
      #expect(body.count == 12 && number.first == letters[sum % 23])
      #expect(number.dropFirst().hasPrefix("820"))
    }
  }

  @Test("National Insurance numbers have an allowed prefix and are only of the grown")
  func nationalInsurance() {
    let banned: Set = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "QQ", "OO"]
    let numbers = Self.people.compactMap(\.identifiers.nino)
    expectUnique(numbers)
    for number in numbers {
      #expect(number.wholeMatch(of: /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]/) != nil)
      #expect(!banned.contains(String(number.prefix(2))))
    }
    for person in Self.people where person.identifiers.nino != nil {
      #expect(person.age(on: Samples.asOf) >= 16)
    }
  }

  @Test("police numbers pass their check")
  func policeNumbers() {
    let letters = Array("ZABCDEFGHJKLMNPQRTUVWXY")
    let numbers = Self.people.compactMap(\.identifiers.pnc)
    expectUnique(numbers)
    for number in numbers {
      let digits = number.compactMap(\.wholeNumberValue)
      let value = digits.dropFirst(2).reduce(0) { $0 * 10 + $1 }
      #expect(digits.count == 11 && number.last == letters[value % 23])
    }
    expectUnique(Self.people.compactMap(\.identifiers.cro))
    expectUnique(Self.people.compactMap(\.identifiers.uln))
  }

  @Test("property numbers are one dwelling's alone; postcodes are well formed and not in use")
  func places() {
    let dwellings = Samples.worlds.flatMap(\.dwellings)
    #expect(Set(dwellings.map(\.uprn)).count == dwellings.count)
    for dwelling in dwellings {
      #expect(dwelling.postcode.wholeMatch(of: /SX\d{1,2} \d[ABD-HJLNP-UW-Z]{2}/) != nil)
      #expect(!dwelling.paon.isEmpty && !dwelling.street.isEmpty)
    }
    let addresses = dwellings.map { "\($0.saon)/\($0.paon)/\($0.street)/\($0.postcode)" }
    #expect(Set(addresses).count == addresses.count)
  }
}
