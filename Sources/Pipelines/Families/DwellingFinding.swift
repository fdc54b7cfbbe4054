import Families
import SQLiteAccess
import Store
import Vocabulary

/// Finds out which addresses are one home.
///
/// A property number says it best; an address without one takes the number that the same address has elsewhere.
struct DwellingFinding {
  private(set) var dwellings: [KnownDwelling] = []
  private var dwellingOfPlace: [Int64: Int32] = [:]

  /// One address as the run file has it.
  private struct Address {
    var key: Int64
    var uprn: Int64
    var match: Int64
    /// The same with another postcode nearby.
    var near: Int64
    /// The same without its postcode; 0 where no town is given.
    var inTown: Int64 = 0
    var hasPostcode = false
    var hasStreet = false
    var home: KnownDwelling

    /// The property number, else the key of the address itself.
    var final: Int64 { uprn != 0 ? uprn : match }
  }

  /// The kinds of place where people live who are no family.
  private static let institutions: Set<String> = Set(
    UKAddress.Institution.allCases.filter { $0 != .sharedHouse }.map(\.rawValue)
      + [UKAddress.Kind.institution.rawValue])

  func dwelling(of place: Int64) -> Int32? { dwellingOfPlace[place] }

  mutating func read(_ file: inout RunFile) throws(DatabaseError) {
    var addresses: [Address] = []
    try file.forEachFamilyPlace { (row) throws(DatabaseError) in
      if let address = Self.address(row) { addresses.append(address) }
    }
    let exact = Self.numbers(addresses, by: \.match)
    let near = Self.numbers(addresses, by: \.near)
    for place in addresses.indices where addresses[place].uprn == 0 {
      let address = addresses[place]
      addresses[place].uprn = exact[address.match] ?? near[address.near] ?? 0
    }
    // What an address leaves out is found where only one home fits it.
    let byStreet = Self.only(addresses) { $0.hasPostcode ? $0.inTown : 0 }
    let byNumber = Self.only(addresses) { $0.hasStreet ? $0.home.number : 0 }
    addresses.sort { ($0.home.key, $0.key) < ($1.home.key, $1.key) }
    var places: [Int64: Int32] = [:]
    for address in addresses {
      var key = address.final
      if address.uprn == 0, !address.hasPostcode { key = byStreet[address.inTown] ?? key }
      if address.uprn == 0, !address.hasStreet { key = byNumber[address.home.number] ?? key }
      let place: Int32
      if let known = places[key] {
        place = known
        merge(address.home, into: Int(known))
      } else {
        place = Int32(dwellings.count)
        places[key] = place
        var home = address.home
        home.key = key
        dwellings.append(home)
      }
      dwellingOfPlace[address.key] = place
    }
  }

  /// A home is a flat if one of its addresses says so.
  private mutating func merge(_ home: KnownDwelling, into place: Int) {
    if home.hasUnit, !dwellings[place].hasUnit {
      dwellings[place].hasUnit = true
      dwellings[place].building = home.building
      dwellings[place].house = home.house
      dwellings[place].number = home.number
    }
    dwellings[place].isRoom = dwellings[place].isRoom || home.isRoom
    dwellings[place].isInstitution = dwellings[place].isInstitution || home.isInstitution
  }

  /// The property number of each address that has one number and no other.
  private static func numbers(
    _ addresses: [Address], by part: (Address) -> Int64
  ) -> [Int64: Int64] {
    var numbers: [Int64: Int64] = [:]
    for address in addresses where address.uprn != 0 && part(address) != 0 {
      let before = numbers[part(address)]
      numbers[part(address)] = before == nil || before == address.uprn ? address.uprn : 0
    }
    return numbers.filter { $0.value != 0 }
  }

  /// The home of each value of a part that one home has and no other.
  private static func only(
    _ addresses: [Address], by part: (Address) -> Int64
  ) -> [Int64: Int64] {
    var homes: [Int64: Int64] = [:]
    for address in addresses where part(address) != 0 {
      let before = homes[part(address)]
      homes[part(address)] = before == nil || before == address.final ? address.final : 0
    }
    return homes.filter { $0.value != 0 }
  }

  /// The parts of a match key: flat, building, number, street, postcode or town.
  private static func address(_ row: borrowing Row) -> Address? {
    let kind = row.text(2)
    let uprn = row.integer64(1)
    let parts = row.text(3).split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5 || uprn != 0, kind != UKAddress.Kind.poBox.rawValue,
      kind != UKAddress.Kind.noFixedAbode.rawValue
    else { return nil }
    var home = KnownDwelling(key: 0, isInstitution: institutions.contains(kind))
    guard parts.count == 5 else {
      return Address(key: row.integer64(0), uprn: uprn, match: 0, near: 0, home: home)
    }
    let (street, area) = (parts[3], parts[4])
    let whole = words(parts[0]) + words(parts[1]) + words(parts[2])
    let without = words(parts[1]) + words(parts[2])
    let unit = unit(whole)
    let name = whole.sorted().joined(separator: " ")
    home.hasUnit = !parts[0].isEmpty || unit != nil
    home.isRoom = whole.contains("ROOM")
    // `Leopold Court Flat 3` in one field names the building too.
    let isInOneField = parts[0].isEmpty || without.isEmpty
    let building = isInOneField ? whole.filter { $0 != unit } : without
    home.building = key("building", building.sorted().joined(separator: " ") + "|" + street)
    home.house = key("house", name + "|" + street)
    let town = row.text(4).uppercased()
    home.number = name.isEmpty ? 0 : key("number", name + "|" + area)
    let match = key("match", name + "|" + street + "|" + area)
    home.key = match
    return Address(
      key: row.integer64(0), uprn: uprn, match: match,
      near: key("near", name + "|" + street + "|" + area.dropLast(3)),
      inTown: town.isEmpty ? 0 : key("town", name + "|" + street + "|" + town),
      hasPostcode: area.contains { $0.isNumber }, hasStreet: !street.isEmpty, home: home)
  }

  /// The words of a part of an address without those that only say that a flat is one: `FLAT 2`, `F2` and `2` are one,
  /// and so are `11A` and a flat `A` in number 11.
  private static func words(_ part: String) -> [String] {
    part.split(separator: " ").flatMap { word -> [String] in
      if ["FLAT", "APARTMENT", "UNIT", "APT"].contains(word) { return [] }
      let digits = word.filter { $0.isASCII && $0.isNumber }
      let letters = word.filter { !($0.isASCII && $0.isNumber) }
      if digits.isEmpty, word.utf8.count == 2, word.hasPrefix("F") {
        return [String(word.suffix(1))]
      }
      guard !digits.isEmpty, letters.utf8.count == 1 else { return [String(word)] }
      if word.hasPrefix("F") { return [digits] }
      return word.hasSuffix(letters) ? [digits, letters] : [String(word)]
    }
  }

  /// The number of a flat that stands with the name of a building.
  private static func unit(_ words: [String]) -> String? {
    let numbers = words.filter { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    let names = words.filter { $0.utf8.count > 2 && $0.allSatisfy { !$0.isNumber } }
    return numbers.count == 1 && !names.isEmpty ? numbers[0] : nil
  }

  private static func key(_ what: String, _ text: String) -> Int64 {
    Int64(bitPattern: TextHash.of(what + "|" + text))
  }
}

/// A hash of text that is the same in every run.
enum TextHash {
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }
}
