import Vocabulary

extension RecordBatch {
  /// How far each part has got, so that a row that turns out wrong can be taken back.
  struct Mark {
    var places: Int
    var people: Int
    var facts: Int
    var relations: Int
  }

  /// How far each part has got.
  var mark: Mark {
    Mark(
      places: places.count, people: people.count, facts: facts.count,
      relations: relations.count)
  }

  /// Takes back everything since a mark.
  mutating func truncate(to mark: Mark) {
    places.removeLast(places.count - mark.places)
    people.removeLast(people.count - mark.people)
    facts.removeLast(facts.count - mark.facts)
    relations.removeLast(relations.count - mark.relations)
  }
}
