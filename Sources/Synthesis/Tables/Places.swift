/// The invented places of Solentshire.
enum Places {
  /// A post town: its name, its district council, its postcode district's localities.
  struct Town: Sendable {
    let name: String
    let district: String
    let localities: [String]
  }

  /// The towns, in the order of their postcode districts SX1, SX2 ...
  static let towns = [
    Town(
      name: "Solenthaven", district: "Solenthaven",
      localities: ["Harbourside", "North Quay", "Eastmoor", "Castle Hill"]),
    Town(
      name: "Marlborough Regis", district: "Avonmouth Vale",
      localities: ["Oldtown", "Priory Park", "Westfields"]),
    Town(
      name: "Fernleigh", district: "Forest and Downs",
      localities: ["Upper Fernleigh", "The Warren", "Heathside"]),
    Town(
      name: "Gosmouth", district: "Solenthaven",
      localities: ["Hardway Point", "Elmsfield", "Bay View"]),
    Town(
      name: "Kingsbourne", district: "Kingsbourne and Test",
      localities: ["St Aldhelm's", "Bourne End", "Highlands", "Mill Rise"]),
    Town(
      name: "Petersmere", district: "Forest and Downs",
      localities: ["Mereside", "Station Town", "Kiln Green"]),
    Town(
      name: "Havenport", district: "Solenthaven",
      localities: ["Dockyard", "Leigh Common", "Northern Parade"]),
    Town(
      name: "Alderbridge", district: "Avonmouth Vale",
      localities: ["Alder Green", "Southgate", "Cold Harbour"]),
    Town(
      name: "Wickhampton", district: "Kingsbourne and Test",
      localities: ["Wick Hill", "Abbotswood", "Riverside"]),
    Town(
      name: "Stokeminster", district: "Kingsbourne and Test",
      localities: ["Minster Yard", "Stoke Common", "Kempsford"]),
    Town(
      name: "Lymebury", district: "Isle and Coast", localities: ["Lyme Park", "Sandhills", "Ferry"]),
    Town(
      name: "Ryeford-on-Sea", district: "Isle and Coast",
      localities: ["The Strand", "Cliff End", "Ryeford Green"]),
    Town(
      name: "Basingfield", district: "Avonmouth Vale",
      localities: ["Brook Vale", "Popham Lane", "Winklebury Top"]),
    Town(
      name: "Totham", district: "Forest and Downs",
      localities: ["Totham Marsh", "Eling Reach", "Calmoor"]),
  ]

  /// First words of street names.
  static let streetWords = WeightedNames(
    """
    Church High Station Mill Park Victoria Green Manor Queens Kings North South West East School
    Albert Grange Chapel Springfield Highfield Orchard Nelson Wellington Chestnut Beech Oak Elm Ash
    Willow Maple Cedar Birch Poplar Lime Hawthorn Rowan Holly Laurel Sycamore Bramble Heather Primrose
    Bluebell Foxglove Jubilee Coronation Alexandra Clarence Gladstone Salisbury Winchester Exeter
    Lincoln York Durham Warwick Windsor Balmoral Sandringham Stirling Arundel Cavendish Devonshire
    Somerset Dorset Hampton Trafalgar Hardy Collingwood Rodney Drake Raleigh Frobisher Mountbatten
    Churchill Attlee Bevan Wilberforce Nightingale Seacole Brunel Telford Stephenson Faraday Newton
    Wordsworth Tennyson Keats Byron Shelley Kipling Chaucer Milton Brook Meadow Field Hill Quarry
    Wharf Harbour Ferry Lighthouse Anchor Mariners Admirals Saddlers Coopers Weavers Tanners Fullers
    St_Mary's St_John's St_Luke's St_Peter's St_Andrew's St_Swithun's St_Aldhelm's Abbey Priory Friary
    Kestrel Falcon Merlin Osprey Heron Kingfisher Skylark Plover Curlew Swallow Linnet Partridge
    """, flattening: 40)

  /// Second words of street names.
  static let streetTypes = WeightedNames(
    """
    Road Close Avenue Street Drive Lane Way Gardens Crescent Court Place Terrace Grove Walk Rise Mews
    Square Hill Green View
    """, flattening: 4)

  /// Names of blocks of flats.
  static let blocks = [
    "Nelson House", "Hardy Court", "Rodney House", "Anson Court", "Benbow House", "Jellicoe Court",
    "Vanguard House", "Victory Point", "Warrior Court", "Solent Heights", "Spinnaker House",
    "Keppel House", "Beatty Court", "Cunningham House", "Ladysmith Court", "Mafeking House",
    "Millbrook Towers", "Handley Court", "Grosvenor House", "Leopold Court", "Edgbaston House",
    "Mercury Point", "Horatia House", "Barkis House", "Copperfield House", "Nickleby House",
  ]

  /// Names of houses that are not homes of one family.
  static let institutions: [Dwelling.Kind: [String]] = [
    .hostel: ["Central Point", "The Lighthouse", "Registry House", "Milton Lodge", "Foyer House"],
    .refuge: ["Swan House", "Haven Lodge", "Juniper House", "The Willows"],
    .childrensHome: ["Tangier House", "Beechside", "Number Nine", "Rowan Lodge"],
    .careHome: ["Hilltop Court", "St Ronan's", "Harry Sotnick Lodge", "Edinburgh Villa"],
    .studentHall: ["Guildhall Hall", "Burrell House", "Bateson Hall", "Langstone Court"],
  ]
}
