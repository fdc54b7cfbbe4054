import Testing

@testable import Vocabulary

@Suite struct UKAddressTests {
  struct Form: CustomTestStringConvertible {
    var text: String
    var saon: String?
    var building: String?
    var number: String?
    var street: String?
    var town: String?
    var testDescription: String { text }

    init(
      _ text: String, saon: String? = nil, building: String? = nil, number: String? = nil,
      street: String? = nil, town: String? = nil
    ) {
      self.text = text
      self.saon = saon
      self.building = building
      self.number = number
      self.street = street
      self.town = town
    }
  }

  static let forms = [
    // A postcode that is said twice is read once, and a floor is none.
    Form("12 Kings Rd, PO1 2AL, PO1 2AL", number: "12", street: "Kings Road"),
    Form(
      "12 Kings Rd, PO12AL, Southsea, PO1 2AL", number: "12", street: "Kings Road", town: "Southsea"
    ),
    Form(
      "Rose Cottage, Church Lane, PO1 2AL PO1 2AL", building: "Rose Cottage", street: "Church Lane"),
    Form("69 GIPSY HILL", number: "69", street: "Gipsy Hill"),
    Form("FLAT 2 69 GIPSY HILL", saon: "Flat 2", number: "69", street: "Gipsy Hill"),
    Form("2 69 GIPSY HILL", saon: "Flat 2", number: "69", street: "Gipsy Hill"),
    Form("2/69 Gipsy Hill", saon: "Flat 2", number: "69", street: "Gipsy Hill"),
    Form("11A SPITFIRE COURT", number: "11A", street: "Spitfire Court"),
    Form("11 A Spitfire Court", number: "11A", street: "Spitfire Court"),
    Form(
      "FLAT A 11 SPITFIRE COURT", saon: "Flat A", number: "11", street: "Spitfire Court"),
    Form("FLAT 11 SPITFIRE COURT", saon: "Flat 11", building: "Spitfire Court"),
    Form(
      "TOP FLOOR FLAT 12A HIGH STREET", saon: "Top Floor Flat", number: "12A",
      street: "High Street"),
    Form(
      "SECOND FLOOR FLAT 12 A HIGH STREET", saon: "Second Floor Flat", number: "12A",
      street: "High Street"),
    Form(
      "GROUND FLOOR FLAT B 25 MAIN ROAD", saon: "Ground Floor Flat B", number: "25",
      street: "Main Road"),
    Form("FIRST FLOOR 15B LONDON ROAD", saon: "First Floor", number: "15B", street: "London Road"),
    Form(
      "FLAT C MY HOUSE 120 MY ROAD", saon: "Flat C", building: "My House", number: "120",
      street: "My Road"),
    Form(
      "FLAT C SECOND FLOOR 27 OK ROAD", saon: "Flat C Second Floor", number: "27",
      street: "Ok Road"),
    Form("FLAT 3/2 41 DUMMY ROAD", saon: "Flat 3/2", number: "41", street: "Dummy Road"),
    Form("FLAT 3/2, 41 Dummy Rd", saon: "Flat 3/2", number: "41", street: "Dummy Road"),
    Form(
      "APT 4, The Maltings, Southsea", saon: "Flat 4", building: "The Maltings", town: "Southsea"),
    Form("Rm 12, 4 High St", saon: "Room 12", number: "4", street: "High Street"),
    Form("BSMT FLAT, 4 High St", saon: "Basement Flat", number: "4", street: "High Street"),
    Form("GFF 4 High St", saon: "Ground Floor", number: "4", street: "High Street"),
    Form("Garden Flat, 4 Mill Gdns", saon: "Garden Flat", number: "4", street: "Mill Gardens"),
    Form("C/O Mrs Smith, 4 High St", number: "4", street: "High Street"),
    Form("12-14 Station Rd", number: "12-14", street: "Station Road"),
    Form("12 to 14 Station Rd.", number: "12-14", street: "Station Road"),
    Form("Rose Cottage, Mill Lane", building: "Rose Cottage", street: "Mill Lane"),
    Form("\"Rose Cottage\" Mill Lane", building: "Rose Cottage", street: "Mill Lane"),
    Form("Unit 3, 9 Quay St", saon: "Unit 3", number: "9", street: "Quay Street"),
    Form("No 7 High Street", number: "7", street: "High Street"),
    Form("No. 7, High Street", number: "7", street: "High Street"),
    Form("4 ST JOHNS RD", number: "4", street: "Saint Johns Road"),
    Form("4 Lower St. John's Road", number: "4", street: "Lower Saint John's Road"),
    Form("4 Church St, St Helens", number: "4", street: "Church Street", town: "Saint Helens"),
    Form("12 HIGH ST PORTSMOUTH", number: "12", street: "High Street", town: "Portsmouth"),
    Form(
      "LAND ADJ TO 7 HIGH STREET", saon: "Land Adjacent To", number: "7", street: "High Street"),
    Form("12 High Street, Flat 2", saon: "Flat 2", number: "12", street: "High Street"),
    Form(
      "69 Gipsy Hill, Southsea, Southsea,", number: "69", street: "Gipsy Hill", town: "Southsea"),
    Form(
      "69 Gipsy Hill, Southsea, Hants", number: "69", street: "Gipsy Hill", town: "Southsea"),
    Form("5 The Broadway, Southsea", number: "5", street: "The Broadway", town: "Southsea"),
    Form("The Flat, 22 London Road", saon: "The Flat", number: "22", street: "London Road"),
    Form("22 Park Road North", number: "22", street: "Park Road North"),
    Form(
      "22 High Street South, Southsea", number: "22", street: "High Street South", town: "Southsea"),
    Form("22 London Road (rear)", saon: "Rear", number: "22", street: "London Road"),
    Form("Flat above, 22 London Rd", saon: "Flat Above", number: "22", street: "London Road"),
    Form("22, 22 Kings Road", number: "22", street: "Kings Road"),
    Form("12 Dr Johnsons Avenue", number: "12", street: "Dr Johnsons Avenue"),
    Form(
      "Church Farm, Church Lane, Milton, Oxon", building: "Church Farm", street: "Church Lane",
      town: "Milton"),
    Form("14 Quay House, The Quay", saon: "Flat 14", building: "Quay House", street: "The Quay"),
    Form("7 Mill Rd PO5 2AB", number: "7", street: "Mill Road"),
  ]

  @Test(arguments: forms) func form(_ form: Form) {
    let address = UKAddress.parse(form.text)
    #expect(address.saon == form.saon)
    #expect(address.building == form.building)
    #expect(address.number == form.number)
    #expect(address.street == form.street)
    #expect(address.town == form.town)
    #expect(address.locality == nil)
    #expect(address.kind == .dwelling)
    #expect(!address.matchKey.isEmpty)
  }

  @Test(arguments: forms) func displayIsStable(_ form: Form) {
    let address = UKAddress.parse(form.text)
    let again = UKAddress.parse(address.display)
    #expect(again.matchKey == address.matchKey)
    #expect(again.display == address.display)
  }
}
