import Testing

@testable import Vocabulary

@Suite struct AddressKindTests {
  @Test(arguments: [
    "NFA", "N.F.A", "N.F.A.", "N/F/A", "No fixed abode", "NO FIXED ADDRESS",
    "of no fixed address", "Sofa surfing", "sofa-surfing", "Sofa Surfer", "Rough sleeper",
    "Homeless", "NFA, Portsmouth, PO1 1AA", "nofixedabode",
  ])
  func noFixedAbode(_ text: String) {
    let address = UKAddress.parse(text)
    #expect(address.kind == .noFixedAbode)
    #expect(address.matchKey.isEmpty)
    #expect(address.number == nil && address.street == nil)
  }

  @Test(arguments: ["Unknown", "Not known", "N/K", "Address not given", "UNKNOWN, PO1 1AA", "-"])
  func unknownAddresses(_ text: String) {
    let address = UKAddress.parse(text)
    #expect(address.kind == .unknown)
    #expect(address.matchKey.isEmpty)
    #expect(address.building == nil && address.town == nil)
  }

  struct Place: CustomTestStringConvertible {
    var text: String
    var institution: UKAddress.Institution?
    var testDescription: String { text }
    init(_ text: String, _ institution: UKAddress.Institution?) {
      self.text = text
      self.institution = institution
    }
  }

  static let places = [
    Place("Harbour Hostel, 4 High St", .hostel),
    Place("Women's Refuge, PO1 1AA", .refuge),
    Place("Womens Refuge Centre, 12 Church Lane", .refuge),
    Place("Refuge Lodge, 12 Church Lane", .refuge), Place("Refuge Court, 12 Church Lane", .refuge),
    Place("Solent Refuges, 12 Church Lane", .refuge),
    Place("WomensRefuge, 12 Church Lane", .refuge),
    Place("c/o Women's Refuge, 12 Church Lane", .refuge), Place("12 Refuge Lane", nil),
    Place("Hostel Lodge, 4 High St", .hostel), Place("12 School Court", nil),
    Place("c/o Mill School, 12 Church Lane", nil),
    Place("The Grand Hotel, Mill Road", .hotel),
    Place("Sea View B&B, 4 Mill Rd", .hotel),
    Place("Sea View Bed and Breakfast, 4 Mill Rd", .hotel),
    Place("Travelodge, Mill Road", .hotel),
    Place("Sunny Guest House, Mill Road", .hotel),
    Place("Oak Care Home, 9 Mill Road", .careHome),
    Place("Oak Residential Home, 9 Mill Road", .careHome),
    Place("Oaks Children's Home, 9 Mill Road", .careHome),
    Place("Mill Primary School, Mill Road", .school),
    Place("St Mary's Hospital, Milton Road", .hospital),
    Place("Civic Offices, Guildhall Square", .councilOffice),
    Place("Council Offices, High Street", .councilOffice),
    Place("Town Hall, High Street", .councilOffice),
    Place("HMO, 9 Mill Road", .sharedHouse),
    Place("HMP Winchester, Romsey Road", .prison),
    Place("4 School Lane", nil),
    Place("4 Hospital Road, Southsea", nil),
    Place("The Old School House, Mill Lane", nil),
    Place("Hotel Street 4", nil),
    Place("4 Hall Road", nil),
    Place("4 Council Avenue", nil),
  ]

  @Test(arguments: places) func institutions(_ place: Place) {
    let address = UKAddress.parse(place.text)
    #expect(address.institution == place.institution)
    #expect(address.kind == (place.institution == nil ? .dwelling : .institution))
  }

  @Test func otherKinds() {
    #expect(UKAddress.parse("PO Box 12, Portsmouth").kind == .poBox)
    #expect(UKAddress.parse("P.O. Box 12").kind == .poBox)
    #expect(UKAddress.parse("PO1 2AB").kind == .unknown)
    #expect(UKAddress.parse("PO1 2AB").postcodeText == "PO1 2AB")
    #expect(UKAddress.parse("PO1 2AB").matchKey.isEmpty)
    #expect(UKAddress.parse("").kind == .unknown)
    #expect(UKAddress.parse(lines: []) == UKAddress())
    #expect(UKAddress.parse("Gipsy Hill, Southsea").matchKey.isEmpty)
  }

  @Test(arguments: [
    "C/O Mrs Smith, 4 High St", "c/o Mrs Smith 4 High St", "Care of Mrs Smith, 4 High Street",
  ])
  func careOf(_ text: String) {
    let address = UKAddress.parse(text)
    #expect(address.careOf == "Mrs Smith")
    #expect(address.number == "4")
    #expect(address.street == "High Street")
  }

  @Test(arguments: [
    "4 High St PO1 2AB", "4 High St, po12ab", "PO1 2AB, 4 High St", "4 High St\nPO1  2AB",
  ])
  func postcodeAnywhere(_ text: String) {
    let address = UKAddress.parse(text)
    #expect(address.postcodeText == "PO1 2AB")
    #expect(address.postcode?.text == "PO1 2AB")
    #expect(address.matchKey == "||4|HIGH STREET|PO12AB")
  }

  @Test(arguments: [
    ("12 Ramillies Road, BFPO 57", "BFPO 57", "||12|RAMILLIES ROAD|BFPO57"),
    ("12 Ramillies Road, BFPO57", "BFPO 57", "||12|RAMILLIES ROAD|BFPO57"),
    (
      "Flat 3, 12 Ramillies Road, Episkopi, bfpo 5820", "BFPO 5820",
      "3||12|RAMILLIES ROAD|BFPO5820"
    ),
    ("12 Ramillies Road, BF1 2AU", "BF1 2AU", "||12|RAMILLIES ROAD|BF12AU"),
  ])
  func forces(_ text: String, _ postcode: String, _ key: String) {
    let address = UKAddress.parse(text)
    #expect(address.postcodeText == postcode)
    #expect(address.postcode?.text == postcode)
    #expect(address.matchKey == key)
  }
}
