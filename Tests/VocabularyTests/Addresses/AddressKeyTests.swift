import Testing

@testable import Vocabulary

@Suite struct AddressKeyTests {
  struct Spellings: CustomTestStringConvertible {
    var texts: [String]
    var testDescription: String { texts[0] }
  }

  static let spellings = [
    Spellings(texts: [
      "Flat 2, 69 Gipsy Hill, PO1 2AB", "FLAT 2 69 GIPSY HILL PO1 2AB", "2/69 Gipsy Hill po12ab",
      "2 69 gipsy hill, PO1 2AB", "Apt. 2, 69 Gipsy Hill, Southsea, PO1 2AB",
      "69 Gipsy Hill, Flat 2, PO1 2AB", "Studio 2; 69 Gipsy Hill; PO1 2AB",
      "APARTMENT 2, 69, GIPSY HILL, SOUTHSEA, HANTS, PO1 2AB",
      "Flat No 2, No. 69 Gipsy Hill PO1 2AB",
      "Flt 2 69 Gipsy Hl PO1 2AB.", "(Flat 2) 69 Gipsy Hill, PO1 2AB",
    ]),
    Spellings(texts: [
      "69 St John's Road, PO1 2AB", "69 ST JOHNS RD PO1 2AB", "69, Saint Johns Road, PO1 2AB",
      "69 St. Johns Rd., Southsea, PO1 2AB",
    ]),
    Spellings(texts: [
      "69 High Street, PO1 2AB", "69 High St PO1 2AB", "69 HIGH STR, PO1 2AB",
      "69 The High St, PO1 2AB",
    ]),
    Spellings(texts: [
      "Flat 11, Spitfire Court, PO1 2AB", "11 Spitfire Ct, PO1 2AB", "FLAT 11 SPITFIRE CRT PO1 2AB",
    ]),
    Spellings(texts: [
      "Ground Floor Flat, 4 Mill Rd, PO1 2AB", "GFF 4 Mill Road PO1 2AB",
      "4 Mill Road, Ground Floor Flat, PO1 2AB", "GF Flat, 4 Mill Road, PO1 2AB",
      "Grnd Flr Flt 4 Mill Road PO1 2AB",
    ]),
    Spellings(texts: [
      "Basement Flat, 4 Mill Rd, PO1 2AB", "BSMT FLAT 4 Mill Road PO1 2AB",
      "Basement, 4 Mill Road, PO1 2AB",
    ]),
    Spellings(texts: [
      "12-14 Station Road, PO1 2AB", "12 - 14 Station Rd PO1 2AB", "12 to 14 Stn Rd PO1 2AB",
    ]),
    Spellings(texts: [
      "The Old Rectory, Mill Lane, PO1 2AB", "Old Rectory Mill La PO1 2AB",
    ]),
    Spellings(texts: [
      "Room 3, 69 Gipsy Hill, PO1 2AB", "RM 3 69 GIPSY HILL PO1 2AB",
      "69 Gipsy Hill, Room 3, PO1 2AB", "Room No 3; 69 Gipsy Hill; Southsea; PO1 2AB",
    ]),
    Spellings(texts: ["Rose Cottage, Mill Lane, Southsea", "ROSE COTT, MILL LN, SOUTHSEA, HANTS"]),
  ]

  @Test(arguments: spellings) func spellingsShareAKey(_ spellings: Spellings) {
    let key = UKAddress.parse(spellings.texts[0]).matchKey
    #expect(!key.isEmpty)
    for text in spellings.texts {
      #expect(UKAddress.parse(text).matchKey == key)
      #expect(UKAddress.parse(text.uppercased()).matchKey == key)
      #expect(UKAddress.parse(text.lowercased() + " ,.").matchKey == key)
    }
  }

  /// Every dwelling that these parts make is told from every other.
  @Test func twoDwellingsNeverShareAKey() {
    let units = [
      "", "Flat 1", "Flat 2", "Flat 12", "Flat A", "Flat B", "Flat 1A", "Flat 3/2", "Flat 3/1",
      "Ground Floor Flat", "First Floor Flat", "Top Floor Flat", "Basement Flat", "Garden Flat",
      "First Floor Left", "First Floor Right", "Ground Floor Rear", "Unit 1", "Room 1", "Room 2",
      "Room A",
      "Flat 1 Room 1", "Flat 1 Room 2", "First Floor Room 1", "Caravan 1", "Annexe",
      "Flat 1 Ground Floor", "Land Adjacent To",
    ]
    let houses = [
      "1", "2", "12", "1A", "12-14", "Rose Court, 1", "Lily Court, 1", "Rose House", "Lily House",
    ]
    let streets = ["High Street", "Mill Road", "Gipsy Hill", "Saint Johns Road"]
    var seen: [String: String] = [:]
    for unit in units {
      for house in houses {
        for street in streets {
          let house = house.last?.isLetter == true && house.count > 3 ? house + "," : house
          let text = (unit.isEmpty ? "" : unit + ", ") + house + " " + street + ", PO1 2AB"
          let key = UKAddress.parse(text).matchKey
          #expect(seen[key] == nil, "\(text) has the key of \(seen[key] ?? "")")
          seen[key] = text
        }
      }
    }
    #expect(seen.count == units.count * houses.count * streets.count)
  }

  /// The fields of an address come in every order, and mean the same; a town comes last.
  @Test func everyOrderOfFieldsHasOneKey() {
    let addresses = [
      ["Flat 2", "69 Gipsy Hill", "PO1 2AB"],
      ["Flat A", "69", "Gipsy Hill", "PO1 2AB"],
      ["Ground Floor Flat", "12A High Street", "PO1 2AB"], ["Flat 3/2", "41 Mill Road", "PO1 2AB"],
      ["Unit 3", "9", "Quay Street", "PO1 2AB"], ["Flat 2", "69", "Mill Road", "Hants", "PO1 2AB"],
    ]
    for fields in addresses {
      let key = UKAddress.parse(lines: fields).matchKey
      for order in permutations(of: fields) {
        #expect(UKAddress.parse(lines: order).matchKey == key, "\(order)")
      }
    }
  }

  private func permutations(of items: [String]) -> [[String]] {
    guard let first = items.first else { return [[]] }
    return permutations(of: Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  @Test func partedFieldsAgreeWithLines() {
    for (fields, text) in [
      (
        AddressFields(saon: "FLAT 2", paon: "69", street: "GIPSY HILL", postcode: "PO1 2AB"),
        "Flat 2, 69 Gipsy Hill, PO1 2AB"
      ),
      (
        AddressFields(saon: "2", paon: "69", street: "GIPSY HILL", town: "X", postcode: "PO12AB"),
        "Flat 2, 69 Gipsy Hill, PO1 2AB"
      ),
      (
        AddressFields(paon: "ROSE COTTAGE", street: "MILL LANE", town: "SOUTHSEA"),
        "Rose Cottage, Mill Ln, Southsea"
      ),
      (AddressFields(paon: "69 Gipsy Hill", postcode: "PO1 2AB"), "69 Gipsy Hill, PO1 2AB"),
      (AddressFields(street: "69 Gipsy Hill", postcode: "PO1 2AB"), "69 Gipsy Hill, PO1 2AB"),
      (
        AddressFields(saon: "GFF", paon: "12A", street: "High St", postcode: "PO1 2AB"),
        "Ground Floor Flat, 12A High Street, PO1 2AB"
      ),
    ] {
      #expect(UKAddress.parse(fields: fields).matchKey == UKAddress.parse(text).matchKey)
    }
    let trusted = UKAddress.parse(
      fields: AddressFields(paon: "5", street: "Eastlands", locality: "Milton", town: "Southsea"))
    #expect(trusted.street == "Eastlands")
    #expect(trusted.locality == "Milton")
    #expect(trusted.town == "Southsea")
    #expect(UKAddress.parse(fields: AddressFields(street: "NFA")).kind == .noFixedAbode)
  }

  @Test func thereAreManyAbbreviations() {
    #expect(AddressWords.abbreviationCount >= 130)
  }

  /// Each short spelling gives the key of the full word after a name and before a town.
  @Test func everyStreetAbbreviationHasTheKeyOfItsWord() {
    for line in AddressWords.lines where line.meaning.contains(.street) {
      let key = UKAddress.parse("69 Oak \(line.full), Southsea").matchKey
      for short in line.short.split(separator: " ") {
        #expect(UKAddress.parse("69 Oak \(short), Southsea").matchKey == key, "\(short)")
      }
    }
  }
}
