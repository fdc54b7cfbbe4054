import Vocabulary

// Costs that hold one another: whoever tells of a matter, it is paid for once.
extension CostReckoning {
  /// The facts whose matter another one's dearer cost holds already.
  func overlapping(_ scene: FamilyScene) -> Set<Int> {
    let numbers = numbers(scene)
    var dearest: [OverlapKey: (place: Int, amount: Pence)] = [:]
    var dropped: Set<Int> = []
    for (place, cost) in priced(scene) {
      guard let key = key(of: scene.file.facts[place], cost, numbers, in: scene) else { continue }
      guard let held = dearest[key] else {
        dearest[key] = (place, cost.amount)
        continue
      }
      if cost.amount > held.amount {
        dropped.insert(held.place)
        dearest[key] = (place, cost.amount)
      } else {
        dropped.insert(place)
      }
    }
    return dropped
  }

  private func priced(_ scene: FamilyScene) -> [(place: Int, cost: UnitCost)] {
    scene.family.facts.compactMap { place in
      guard let cost = costs[Int(scene.file.facts[place].kind)],
        scene.moment(of: Int32(place))?.isCertain == true
      else { return nil }
      return (place, cost)
    }
  }

  /// The dearest cost of each number.
  private func numbers(_ scene: FamilyScene) -> [OverlapKey: Pence] {
    var numbers: [OverlapKey: Pence] = [:]
    for (place, cost) in priced(scene) {
      guard let overlap = overlap(of: cost),
        let number = number(of: scene.file.facts[place], overlap, in: scene)
      else { continue }
      numbers[number] = max(numbers[number] ?? .zero, cost.amount)
    }
    return numbers
  }

  private func overlap(of cost: UnitCost) -> Int? {
    overlaps.firstIndex { $0.name == cost.overlap }
  }

  private func key(
    of fact: CaseFact, _ cost: UnitCost, _ numbers: [OverlapKey: Pence], in scene: FamilyScene
  ) -> OverlapKey? {
    guard let overlap = overlap(of: cost) else { return nil }
    let number = number(of: fact, overlap, in: scene)
    // The police and the landlord number one matter differently, so the day tells that it is one. Two numbers of one sort are
    // two matters all the same: of each sort the dearest is the day's first matter, the next its second, and so on.
    if overlaps[overlap].isSameDay, let day = fact.starts?.day {
      let rank = number.map { self.rank(of: $0, among: numbers, in: scene) } ?? 0
      return OverlapKey(
        overlap: overlap, attribute: -1, value: day.daysSince1970, start: Int32(rank))
    }
    if let number { return number }
    guard overlaps[overlap].isPerPerson, let person = fact.person else { return nil }
    return OverlapKey(overlap: overlap, attribute: -2, value: Int32(person))
  }

  /// The number by which a fact tells its matter from others; of one day, or with one start, where those tell matters apart.
  private func number(
    of fact: CaseFact, _ overlap: Int, in scene: FamilyScene
  ) -> OverlapKey? {
    let rule = overlaps[overlap]
    let day = rule.isSameDay ? fact.starts?.day : rule.isPerStart ? fact.starts?.earliest : nil
    for (number, attribute) in rule.by.enumerated() {
      guard let name = scene.file.words.known(attribute) else { continue }
      for place in fact.attributes where scene.file.attributes[Int(place)].name == name {
        return OverlapKey(
          overlap: overlap, attribute: Int32(number),
          value: scene.file.attributes[Int(place)].value, start: day?.daysSince1970 ?? 0)
      }
    }
    return nil
  }

  /// How many numbers of its sort and day are dearer.
  private func rank(
    of number: OverlapKey, among numbers: [OverlapKey: Pence], in scene: FamilyScene
  ) -> Int {
    let words = scene.file.words
    let own = numbers[number] ?? .zero
    return numbers.count { other, amount in
      guard other.overlap == number.overlap, other.attribute == number.attribute,
        other.start == number.start
      else { return false }
      if amount != own { return amount > own }
      return words[other.value] < words[number.value]
    }
  }
}

/// What tells one matter from another.
private struct OverlapKey: Hashable {
  var overlap: Int
  var attribute: Int32
  var value: Int32
  var start: Int32 = 0
}
