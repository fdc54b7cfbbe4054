/// What addresses have in common that differ in nothing but the house number and the postcode.
///
/// To take an address apart costs more than everything else in a row, and a street has many houses. How an address is
/// read does not depend on which number and which postcode it has, as long as both have the usual shape; so it is read
/// twice with numbers that stand for any, and where that gives the same parts, they are the parts of all.
public final class AddressPattern: Sendable {
  /// The parts that are the same for all, as `UKAddress` has them; empty where there is none.
  public let careOf, saon, street, locality, town, kind: [UInt8]
  /// The building in the street, or nil where it is the house number alone.
  public let paon: [UInt8]?
  /// What the match key begins with, up to the house number.
  public let keyBeforeNumber: [UInt8]
  /// What follows the number in the match key, up to the postcode that ends it; nil where the number is not in it.
  public let keyAfterNumber: [UInt8]?
  /// Whether the address must never be shown.
  public let isRefuge: Bool

  /// Finds what addresses have in common; nil where they have not all of it.
  ///
  /// - Parameters:
  ///   - digits: How many digits the house number has.
  ///   - form: The form of the postcode.
  ///   - parse: Reads the address with a number and a postcode put in.
  public init?(digits: Int, form: PostcodeForm, parse: (String, String) -> UKAddress) {
    let first = Sample(digits, form, isFirst: true, parse)
    let second = Sample(digits, form, isFirst: false, parse)
    guard let first, let second, first.key.before == second.key.before,
      first.key.after == second.key.after, first.hasNumberAsPaon == second.hasNumberAsPaon,
      first.hasNumberAsPaon || first.address.paon == second.address.paon
    else { return nil }
    let (one, other) = (first.address, second.address)
    guard one.careOf == other.careOf, one.saon == other.saon, one.street == other.street,
      one.locality == other.locality, one.town == other.town, one.kind == other.kind,
      one.institution == other.institution
    else { return nil }
    careOf = Array((one.careOf ?? "").utf8)
    saon = Array((one.saon ?? "").utf8)
    street = Array((one.street ?? "").utf8)
    locality = Array((one.locality ?? "").utf8)
    town = Array((one.town ?? "").utf8)
    kind = Array((one.institution?.rawValue ?? one.kind.rawValue).utf8)
    paon = first.hasNumberAsPaon ? nil : Array((one.paon ?? "").utf8)
    keyBeforeNumber = first.key.before
    keyAfterNumber = first.key.after
    isRefuge = one.institution == .refuge
  }

  /// An address with numbers put in that stand for any.
  private struct Sample {
    let address: UKAddress
    let hasNumberAsPaon: Bool
    let key: (before: [UInt8], after: [UInt8]?)

    init?(
      _ digits: Int, _ form: PostcodeForm, isFirst: Bool, _ parse: (String, String) -> UKAddress
    ) {
      guard (1...4).contains(digits) else { return nil }
      let number = String((isFirst ? "7391" : "8642").prefix(digits))
      let postcode = form.sample(isFirst: isFirst)
      address = parse(number, postcode)
      hasNumberAsPaon = address.paon == number
      guard address.postcode?.text == postcode,
        let key = Self.cut(
          Array(address.matchKey.utf8), number: Array(number.utf8),
          postcode: Array(postcode.utf8).filter { $0 != 0x20 })
      else { return nil }
      self.key = key
    }

    /// Cuts a match key that ends with the postcode at the number, which has to come once or not at all.
    private static func cut(
      _ key: [UInt8], number: [UInt8], postcode: [UInt8]
    ) -> (before: [UInt8], after: [UInt8]?)? {
      guard key.count >= postcode.count, key.suffix(postcode.count) == postcode[...] else {
        return nil
      }
      let rest = key.dropLast(postcode.count)
      let places = rest.indices.filter { rest[$0...].starts(with: number) }
      switch places.count {
      case 0: return (Array(rest), nil)
      case 1: return (Array(rest[..<places[0]]), Array(rest[(places[0] + number.count)...]))
      default: return nil
      }
    }
  }
}

/// The forms of postcode under which addresses are read alike: one or two letters, one or two digits, then `9AA`.
public struct PostcodeForm: Hashable, Sendable {
  /// How many letters stand in front, and how many digits after them.
  public let letters, digits: Int

  /// The form of a postcode in its canonical writing, or nil where it is none of these.
  ///
  /// The second half must not be a word of addresses: `1ST` is one.
  public init?(_ text: Span<UInt8>) {
    guard (6...8).contains(text.count) else { return nil }
    let split = text.count - 4
    var letters = 0
    while letters < split, ASCII.isUppercase(text[letters]) { letters += 1 }
    guard letters == 1 || letters == 2, split - letters == 1 || split - letters == 2 else {
      return nil
    }
    for place in letters..<split where !ASCII.isDigit(text[place]) { return nil }
    guard text[split] == 0x20, ASCII.isDigit(text[split + 1]), ASCII.isUppercase(text[split + 2]),
      ASCII.isUppercase(text[split + 3]), !Self.isWordEnd(text[split + 2], text[split + 3])
    else { return nil }
    self.letters = letters
    digits = split - letters
  }

  /// The ends of `1ST`, `2ND`, `3RD`, `4TH` and of `2FF`, the second floor's flat.
  private static func isWordEnd(_ one: UInt8, _ other: UInt8) -> Bool {
    switch (one, other) {
    case (0x53, 0x54), (0x4E, 0x44), (0x52, 0x44), (0x54, 0x48), (0x46, 0x46): true
    default: false
    }
  }

  /// One of two postcodes of this form that differ in every place.
  func sample(isFirst: Bool) -> String {
    let area = (isFirst ? "SO" : "BD").prefix(letters)
    return area + (isFirst ? "14" : "27").prefix(digits) + (isFirst ? " 5AB" : " 8DE")
  }
}
