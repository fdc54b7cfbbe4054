import Vocabulary

/// The streets of one neighbourhood, which grow a dwelling whenever one is asked for.
struct Streets {
  private struct Street {
    var name: String
    var number: Int
    var tenure: Dwelling.Tenure
  }

  private struct Block {
    var name: String
    var street: Int
    var flat: Int
    var size: Int
    var postcode: String
  }

  private let neighbourhood: Int
  private let town: Places.Town
  private let locality: String
  private let ward: String
  private var streets: [Street] = []
  private var blocks: [Block] = []
  private var onPostcode = 0
  private var postcodesUsed = 0
  private var dice: Dice

  init(neighbourhood: Int, seed: UInt64) {
    self.neighbourhood = neighbourhood
    dice = Dice(seed: seed, neighbourhood: neighbourhood, purpose: .streets)
    town = Places.towns[neighbourhood % Places.towns.count]
    let area = neighbourhood / Places.towns.count
    locality = town.localities[area % town.localities.count]
    ward = area / town.localities.count == 0 ? locality : "\(town.name) \(area / 8 + 1)"
    for tenure in Self.tenures { addStreet(tenure) }
  }

  private static let tenures: [Dwelling.Tenure] = [
    .owner, .owner, .owner, .council, .registeredProvider, .privateRent,
  ]

  private mutating func addStreet(_ tenure: Dwelling.Tenure) {
    let word = Places.streetWords.draw(&dice)
    let type = Places.streetTypes.draw(&dice)
    streets.append(
      Street(name: "\(word) \(type)", number: dice.within(1...60), tenure: tenure))
  }

  /// A new dwelling of a kind and tenure, at the next free number.
  mutating func build(_ kind: Dwelling.Kind, _ tenure: Dwelling.Tenure, place: Int) -> Dwelling {
    let street = streetFor(tenure)
    var dwelling = Dwelling(
      id: Dwelling.ID(neighbourhood: neighbourhood, place: place),
      uprn: 200_000_000_000 + neighbourhood * 1_000 + place, saon: "", paon: "",
      street: streets[street].name, locality: dice.chance(400) ? locality : "", town: town.name,
      postcode: "", ward: ward, district: town.district, kind: kind, tenure: tenure,
      landlordReference: nil)
    if kind == .flat {
      putInBlock(&dwelling, street)
    } else {
      streets[street].number += dice.chance(850) ? 2 : 1
      dwelling.paon = String(streets[street].number)
      dwelling.postcode = nextPostcode()
    }
    dwelling.landlordReference = landlordReference(of: dwelling)
    return dwelling
  }

  /// A room or flat of an institution, all of whose dwellings share building and postcode.
  mutating func room(
    _ number: Int, of building: Dwelling, place: Int
  ) -> Dwelling {
    var room = building
    room.id = Dwelling.ID(neighbourhood: neighbourhood, place: place)
    room.uprn = 200_000_000_000 + neighbourhood * 1_000 + place
    room.saon = "Room \(number)"
    return room
  }

  private mutating func streetFor(_ tenure: Dwelling.Tenure) -> Int {
    let candidates = streets.indices.filter { streets[$0].tenure == tenure }
    return candidates.isEmpty ? dice.below(streets.count) : dice.pick(candidates)
  }

  private mutating func putInBlock(_ dwelling: inout Dwelling, _ street: Int) {
    let open = blocks.indices.last { blocks[$0].street == street }
    if let open, blocks[open].flat < blocks[open].size {
      blocks[open].flat += 1
      name(&dwelling, blocks[open])
    } else {
      startBlock(on: street)
      name(&dwelling, blocks[blocks.count - 1])
    }
  }

  private mutating func startBlock(on street: Int) {
    let isConversion = dice.chance(350)
    streets[street].number += 2
    let name =
      isConversion ? String(streets[street].number) : dice.pick(Places.blocks)
    blocks.append(
      Block(
        name: name, street: street, flat: 1, size: isConversion ? 4 : dice.within(8...24),
        postcode: nextPostcode(alone: true)))
  }

  private func name(_ dwelling: inout Dwelling, _ block: Block) {
    let isConversion = block.size == 4
    let letter = String(UnicodeScalar(UInt8(64 + min(block.flat, 26))))
    dwelling.saon = isConversion ? "Flat \(letter)" : "Flat \(block.flat)"
    dwelling.paon = block.name
    dwelling.postcode = block.postcode
  }

  private mutating func nextPostcode(alone: Bool = false) -> String {
    onPostcode += 1
    if alone || onPostcode > 16 {
      onPostcode = alone ? onPostcode : 0
      postcodesUsed = min(postcodesUsed + 1, 15)
    }
    return postcode(alone ? postcodesUsed : postcodesUsed)
  }

  /// The postcode by its place among the sixteen of the neighbourhood; `SX` is in no real use.
  private func postcode(_ place: Int) -> String {
    let towns = Places.towns.count
    let serial = neighbourhood / towns * 16 + place
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    let unit = "\(letters[serial / 20 % 20])\(letters[serial % 20])"
    return "SX\(neighbourhood % towns + 1) \(serial / 400 % 10)\(unit)"
  }

  private func landlordReference(of dwelling: Dwelling) -> String? {
    switch dwelling.tenure {
    case .council: "SOL\(dwelling.uprn % 1_000_000_000)"
    case .registeredProvider: "HA-\(dwelling.uprn % 1_000_000_000)"
    default: nil
    }
  }
}
