public import YAMLFiles

extension FamilySettings {
  /// Reads the settings, collecting every mistake; `kinds` are the relations that the vocabulary knows.
  ///
  /// The value is only to be used when no mistake was added.
  public static func read(
    _ document: YAMLDocument, kinds: [String], collecting mistakes: inout [YAMLMistake]
  ) -> FamilySettings? {
    document.read(collecting: &mistakes) { mapping in
      let name = mapping.required("name") { $0.string() }
      let version = mapping.required("version") { $0.integer(in: 1...1_000_000) }
      let tie = mapping.required("tie") { $0.integer(in: 1...1_000) }
      let weak = mapping.required("weak") { $0.integer(in: 1...1_000) }
      let relations = mapping.required("relations") { readRelations(&$0, kinds) }
      let keptUp = mapping.optional("kept_up") { list in list.list { $0.string() } }
      let home = mapping.required("home") { $0.mapping(readHome) }
      let ages = mapping.required("ages") { $0.mapping(readAges) }
      let limits = mapping.required("limits") { $0.mapping(readLimits) }
      guard let name, let version, let tie, let weak, let relations, let home, let ages, let limits
      else { return nil }
      return FamilySettings(
        name: name, version: version, tie: tie, weak: weak, relations: relations,
        keptUp: keptUp ?? [], home: home, ages: ages, limits: limits)
    }
  }

  private static func readRelations(_ value: inout ValueReader, _ kinds: [String]) -> [Relation]? {
    let file = value.file
    return value.entries { name, mark, entry -> Relation? in
      let relation = entry.mapping { mapping -> Relation? in
        let meaning = mapping.required("says") { $0.word(as: Meaning.self) }
        let weight = mapping.required("weight") { $0.integer(in: 1...1_000) }
        guard let meaning, let weight else { return nil }
        return Relation(name: name, meaning: meaning, weight: weight)
      }
      guard kinds.contains(name) else {
        let nearest = NearestWord.suggestion(for: name, among: kinds)
        return entry.mistake(
          "the vocabulary has no relation '\(name)' (\(file), line \(mark.line))",
          suggestion: nearest.map { "did you mean '\($0)'?" })
      }
      return relation
    }
  }

  private static func readHome(_ mapping: inout MappingReader) -> Home? {
    let weights = [
      "together", "another", "same_arrival", "child_with_adult", "only_two", "surname",
    ].map { key in mapping.required(key) { $0.integer(in: 0...1_000) } }
    let leastDays = mapping.required("least_days") { $0.integer(in: 1...3_650) }
    let arrivalDays = mapping.required("arrival_days") { $0.integer(in: 1...3_650) }
    let known = weights.compactMap(\.self)
    guard known.count == weights.count, let leastDays, let arrivalDays else { return nil }
    return Home(
      together: known[0], another: known[1], sameArrival: known[2], childWithAdult: known[3],
      onlyTwo: known[4], surname: known[5], leastDays: leastDays, arrivalDays: arrivalDays)
  }

  private static func readAges(_ mapping: inout MappingReader) -> Ages? {
    let grownUp = mapping.required("grown_up") { $0.integer(in: 16...25) }
    let least = mapping.required("parent_least") { $0.integer(in: 10...20) }
    let most = mapping.required("parent_most") { $0.integer(in: 30...80) }
    let generation = mapping.required("generation") { $0.integer(in: 5...40) }
    guard let grownUp, let least, let most, let generation else { return nil }
    return Ages(grownUp: grownUp, parentLeast: least, parentMost: most, generation: generation)
  }

  private static func readLimits(_ mapping: inout MappingReader) -> Limits? {
    let largest = mapping.required("largest") { $0.integer(in: 2...100) }
    let crowd = mapping.required("crowd") { $0.integer(in: 3...1_000) }
    let unrelated = mapping.required("unrelated_adults") { $0.integer(in: 2...20) }
    guard let largest, let crowd, let unrelated else { return nil }
    return Limits(largest: largest, crowd: crowd, unrelatedAdults: unrelated)
  }
}
