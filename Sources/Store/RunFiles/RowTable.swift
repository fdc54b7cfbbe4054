/// The tables that take a row for nearly every row of an extract, in the order in which a `RecordWriter` knows them.
enum RowTable: Int, CaseIterable {
  case person, mention, place, fact, relation

  var name: String {
    switch self {
    case .person: "person_record"
    case .mention: "later_mention"
    case .place: "place"
    case .fact: "fact"
    case .relation: "relation"
    }
  }
}
