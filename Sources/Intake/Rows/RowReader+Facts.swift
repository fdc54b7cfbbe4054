import Vocabulary

/// The facts and relations of a row.
extension RowReader {
  /// Adds the row's facts; false, with the reason noted, where one of them makes no sense.
  mutating func readFacts(line: Int) -> Bool {
    for number in plan.facts.indices {
      let fact = plan.facts[number]
      guard holds(fact.condition) else { continue }
      var entry = FactEntry()
      switch fact.subject {
      case .person(let slot): entry.person = personKeys[slot]
      case .place(let slot): entry.place = placeKeys[slot]
      }
      if entry.person == 0 && entry.place == 0 { continue }
      guard let hasTime = readTime(fact.time, into: &entry) else { return false }
      if !hasTime { continue }
      if let measure = fact.measure, !readMeasure(measure, into: &entry) { continue }
      entry.line = UInt32(line)
      entry.kind = fact.kind
      entry.attributes = appendAttributes(fact)
      entry.professional = professionalKey(fact.professional)
      entry.key = factKey(fact, number: number, entry)
      batch.records.facts.append(entry)
    }
    return true
  }

  /// Finds when a fact was: nil where the row contradicts itself, false where the row does not say.
  private mutating func readTime(
    _ template: FactTimeTemplate, into entry: inout FactEntry
  ) -> Bool? {
    switch template {
    case .on(let column):
      entry.starts = cells[column].text
      return cells[column].state == .present
    case .during(let start, let end):
      entry.starts = cells[start].text
      guard let end, cells[end].state == .present else { return cells[start].state == .present }
      entry.ends = cells[end].text
      guard cells[start].state == .present else { return false }
      if isCertainlyBefore(end, start) {
        reject(.endBeforeStart, column: end)
        return nil
      }
      return true
    case .term(let column):
      guard cells[column].state == .present else { return false }
      guard let term = days(ofTerm: column) else {
        reject(.unknownTerm, column: column)
        return nil
      }
      entry.starts = append(term.first)
      entry.ends = append(term.last)
      return true
    }
  }

  private mutating func days(ofTerm column: ColumnNumber) -> DayInterval? {
    text.withBytes(cells[column].text) { name in
      guard let school = plan.schoolColumn, cells[school].state == .present else {
        return plan.context.days(ofTerm: name, school: nil)
      }
      return text.withBytes(cells[school].text) {
        plan.context.days(ofTerm: name, school: $0)
      }
    }
  }

  /// Whether one column's date lies before another's on any reading of both.
  private mutating func isCertainlyBefore(_ one: Int, _ other: Int) -> Bool {
    // Two days need not be read again.
    if cells[one].text.count == 10 && cells[other].text.count == 10
      && plan.cellReaders[one].kind == .date && plan.cellReaders[other].kind == .date
    {
      return cells[one].number < cells[other].number
    }
    let first = text.withBytes(cells[one].text) { PartialDate(text: $0) }
    let second = text.withBytes(cells[other].text) { PartialDate(text: $0) }
    guard let first, let second else { return false }
    return first.isBefore(second) == .yes
  }

  private mutating func append(_ day: Day) -> TextRange {
    canonical.removeAll(keepingCapacity: true)
    day.appendText(to: &canonical)
    return text.append(canonical)
  }

  private mutating func readMeasure(_ template: MeasureTemplate, into entry: inout FactEntry)
    -> Bool
  {
    guard let part = quantity(template.part), let whole = quantity(template.whole) else {
      return false
    }
    entry.isMeasure = true
    entry.part = Int64(part)
    entry.whole = Int64(whole)
    return true
  }

  private mutating func quantity(_ quantity: Quantity) -> Int? {
    switch quantity {
    case .column(let column):
      return cells[column].state == .present ? cells[column].number : nil
    case .marks(let column, let count):
      guard cells[column].state == .present else { return nil }
      return text.withBytes(cells[column].text) { SessionMarks($0)?[count] }
    }
  }

  /// The attributes as a JSON object; attributes that the row leaves empty are left out.
  private mutating func appendAttributes(_ fact: FactPlan) -> TextRange {
    let start = text.count
    let words = fact.words
    let attributes = fact.attributes
    for index in attributes.indices {
      let attribute = attributes[index]
      if let column = attribute.column, cells[column].state != .present { continue }
      text.append(text.count == start ? UInt8(ascii: "{") : UInt8(ascii: ","))
      text.append(words.span.extracting(attribute.start..<attribute.end))
      if let column = attribute.column { JSONText.append(cells[column].text, of: &text) }
    }
    guard text.count > start else { return .none }
    text.append(UInt8(ascii: "}"))
    return text.range(from: start)
  }

  private mutating func professionalKey(_ column: ColumnNumber?) -> UInt64 {
    guard let column, cells[column].state == .present else { return 0 }
    return text.withBytes(cells[column].text) { plan.context.keyed($0) }
  }

  /// What makes two rows the same fact: the contract's key columns, or else all that the fact says.
  ///
  /// Rows that leave every key column empty have nothing in common, and are told apart by all that they say. Those that
  /// leave some empty are told apart by the person's name and birth date too: brothers and sisters without a number may
  /// share all the rest.
  private mutating func factKey(_ fact: FactPlan, number: Int, _ entry: FactEntry) -> UInt64 {
    var hasher = StableHasher()
    hasher.begin(plan.keyDomains.facts[number])
    var givenColumns = 0
    for index in fact.key.indices where cells[fact.key[index]].state == .present {
      givenColumns += 1
    }
    if givenColumns > 0 {
      for index in fact.key.indices { hasher.add(cells[fact.key[index]].text, of: text) }
      if givenColumns < fact.key.count, case .person(let slot) = fact.subject {
        addNameAndBirth(of: slot, to: &hasher)
      }
    } else {
      hasher.add(entry.person)
      hasher.add(entry.place)
      hasher.add(UInt64(bitPattern: entry.part))
      hasher.add(UInt64(bitPattern: entry.whole))
      hasher.add(entry.starts, of: text)
      hasher.add(entry.ends, of: text)
      hasher.add(entry.attributes, of: text)
    }
    return hasher.key()
  }

  private mutating func addNameAndBirth(of slot: Int, to hasher: inout StableHasher) {
    if let start = names[slot].start {
      hasher.add(names[slot].suppressed.moved(by: start), of: text)
    }
    if let born = plan.people[slot].born { hasher.add(cells[born].text, of: text) }
  }

  /// Adds the row's relations; false, with the reason noted, where one of them makes no sense.
  mutating func readRelations(line: Int) -> Bool {
    for number in plan.relations.indices {
      let relation = plan.relations[number]
      let from = personKeys[relation.from]
      let to = personKeys[relation.to]
      guard from != 0, to != 0, from != to, holds(relation.condition) else { continue }
      let since = relation.since.map { cells[$0].text } ?? .none
      let until = relation.until.map { cells[$0].text } ?? .none
      var hasher = StableHasher()
      hasher.begin(plan.keyDomains.relations[number])
      hasher.add(from)
      hasher.add(to)
      hasher.add(since, of: text)
      hasher.add(until, of: text)
      batch.records.relations.append(
        RelationEntry(
          key: hasher.key(), line: UInt32(line), kind: relation.kind, from: from, to: to,
          since: since, until: until))
    }
    return true
  }
}
