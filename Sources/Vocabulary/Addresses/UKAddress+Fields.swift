/// The parts of an address as a gazetteer after BS 7666 has them.
public struct AddressFields: Hashable, Sendable {
  /// The part of a building: "Flat 2", or only "2".
  public var saon: String
  /// The number or the name of the building.
  public var paon: String
  /// The street.
  public var street: String
  /// The village or district.
  public var locality: String
  /// The town.
  public var town: String
  /// The postcode.
  public var postcode: String

  /// Makes the parts of an address; what a source does not have is empty.
  public init(
    saon: String = "", paon: String = "", street: String = "", locality: String = "",
    town: String = "", postcode: String = ""
  ) {
    self.saon = saon
    self.paon = paon
    self.street = street
    self.locality = locality
    self.town = town
    self.postcode = postcode
  }

  fileprivate var inOrder: [String] { [saon, paon, street, locality, town, postcode] }
}

extension UKAddress {
  /// Reads an address whose parts came apart already, trusting each field for what is left in it.
  public static func parse(fields: AddressFields) -> UKAddress {
    // Without a street field the house field may hold both.
    guard !fields.street.isEmpty else { return parse(lines: fields.inOrder) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    var ends: [Int] = []
    for field in fields.inOrder {
      bytes += field.utf8
      ends.append(bytes.count)
      bytes.append(UInt8(ascii: "\n"))
    }
    return AddressReading(bytes.span, fieldEnds: ends).address(bytes.span)
  }
}

extension AddressReading {
  /// Reads fields in the order of `AddressFields`, each ending at one of `fieldEnds`.
  fileprivate init(_ text: Span<UInt8>, fieldEnds: [Int]) {
    self.init(scanning: text)
    if kind != .noFixedAbode { assign(fieldEnds) }
    settleKind()
  }

  private mutating func assign(_ ends: [Int]) {
    for index in tokens.indices where tokens[index].use == .open {
      let field = ends.firstIndex { tokens[index].source.lowerBound < $0 } ?? ends.count - 1
      let isNumber = tokens[index].isNumeric || tokens[index].continuesNumber
      tokens[index].use =
        switch field {
        case 0: .saon
        case 1: isNumber ? .number : .building
        case 2: isNumber && leads(index) ? .number : .street
        case 3: .locality
        case 4: .town
        default: .dropped
        }
    }
  }

  /// Whether nothing but numbers stands before the word in its field.
  private func leads(_ index: Int) -> Bool {
    var place = index
    while place > 0, !tokens[place].breaks {
      place -= 1
      if !tokens[place].isNumeric && !tokens[place].continuesNumber { return false }
    }
    return true
  }
}
