/// The tables that take a row for nearly every row of an extract, in the order in which they stand in the file of rows.
enum RowTable: Int, CaseIterable {
  case person, mention, place, fact, relation
  /// What the key logs put down; it stays in the file of rows.
  case seen

  var name: String {
    switch self {
    case .person: "person_record"
    case .mention: "later_mention"
    case .place: "place"
    case .fact: "fact"
    case .relation: "relation"
    case .seen: "seen"
    }
  }
}
