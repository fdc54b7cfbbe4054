import Vocabulary

// Errors that touch more than one cell.
extension Spoiler {
  /// Forename and surname in each other's place, in one field, or not given at all.
  func spoilNames(of slot: Row.Slot, in spoilt: inout Spoilt) {
    guard let surname = place(of: .surname, slot), let forename = place(of: .forename, slot),
      !spoilt.cells[surname].isEmpty, !spoilt.cells[forename].isEmpty
    else { return }
    var chance = chance(
      spoilt.row, Column(heading: "name of \(slot.name)", meaning: .other, slot: slot.name))
    let (last, first) = (spoilt.cells[surname], spoilt.cells[forename])
    let kinds: [(ErrorKind, String, String)] = [
      (.swappedNames, first, last),
      (.oneFieldName, "\(first) \(last)", ""),
      (.placeholderName, last, placeholder(for: slot, &chance)),
    ]
    for (kind, newLast, newFirst) in kinds where chance.happens(scene.settings[kind]) {
      guard (newLast, newFirst) != (last, first) else { continue }
      spoilt.set(surname, newLast)
      spoilt.set(forename, newFirst)
      spoilt.made.append(Made(column: columns[forename].heading, kind: kind))
      return
    }
  }

  /// The flat after the street, in it, or on another line.
  func spoilAddress(in spoilt: inout Spoilt) {
    let places = columns.indices.filter {
      columns[$0].meaning == .flatPart || columns[$0].meaning == .addressLine
        || columns[$0].meaning == .wholeAddress
    }
    guard let first = places.first, !spoilt.cells[first].isEmpty else { return }
    let isWhole = columns[first].meaning == .wholeAddress
    let parts =
      isWhole
      ? spoilt.cells[first].split(separator: ", ").map(String.init)
      : places.map { spoilt.cells[$0] }
    var chance = chance(spoilt.row, Column(heading: "flat", meaning: .other, slot: nil))
    guard let moved = WrongAddress.flatElsewhere(parts, &chance),
      chance.happens(scene.settings[.flatElsewhere])
    else { return }
    if isWhole {
      spoilt.set(first, moved.filter { !$0.isEmpty }.joined(separator: ", "))
    } else {
      for (place, part) in zip(places, moved) { spoilt.set(place, part) }
    }
    spoilt.made.append(Made(column: columns[first].heading, kind: .flatElsewhere))
  }

  private func place(of meaning: Meaning, _ slot: Row.Slot) -> Int? {
    columns.firstIndex { $0.meaning == meaning && $0.slot == slot.name }
  }

  /// What stands for a name that nobody knew, or that was not given yet.
  private func placeholder(for slot: Row.Slot, _ chance: inout Chance) -> String {
    let person = scene.neighbourhood[slot.person]
    guard person.age(on: scene.day) < 1 else { return chance.pick(Self.placeholders) ?? "Unknown" }
    let names =
      person.twin != nil
      ? ["Twin 1", "Twin 2"]
      : [person.sex == .male ? "Male Infant" : "Female Infant", "Baby"]
    return chance.pick(names) ?? "Baby"
  }
}
