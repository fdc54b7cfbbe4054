import Vocabulary

/// How people of each tradition get their names.
struct Naming {
  var dice: Dice

  /// The given names of a newborn.
  mutating func forename(_ sex: Person.Sex, _ origin: Origin, bornIn year: Int) -> String {
    if usesBritishForename(origin, year) { return britishForename(sex, bornIn: year) }
    let tradition = Self.tradition(of: origin)
    return sex == .female ? tradition.women.draw(&dice) : tradition.men.draw(&dice)
  }

  private mutating func britishForename(_ sex: Person.Sex, bornIn year: Int) -> String {
    let name = BritishForenames.table(sex, bornIn: year).draw(&dice)
    if let spellings = RareNames.forenameSpellings[name], dice.chance(120) {
      return dice.pick(spellings)
    }
    let joined = year > 1_998 ? (sex == .female ? 45 : 18) : 4
    guard dice.chance(joined) else { return name }
    return name + "-" + dice.pick(sex == .female ? RareNames.girlEndings : RareNames.boyEndings)
  }

  private mutating func usesBritishForename(_ origin: Origin, _ year: Int) -> Bool {
    switch origin {
    case .british: true
    case .mixed, .caribbean: dice.chance(600)
    case .irish, .chinese: dice.chance(year > 1995 ? 450 : 150)
    case .polish, .iberian, .african: dice.chance(year > 2005 ? 250 : 20)
    default: dice.chance(30)
    }
  }

  /// The other given names; empty for none.
  mutating func middleNames(
    _ sex: Person.Sex, _ origin: Origin, bornIn year: Int, father: NameSpell?
  ) -> String {
    switch origin {
    case .british, .mixed, .irish, .caribbean:
      guard dice.chance(780) else { return "" }
      let first = BritishForenames.table(sex, bornIn: year).draw(&dice)
      let second = BritishForenames.table(sex, bornIn: year).draw(&dice)
      return dice.chance(90) && second != first ? first + " " + second : first
    case .somali: return father?.forename ?? OtherNames.somali.men.draw(&dice)
    case .indian where dice.chance(400): return sex == .female ? "Kaur" : "Singh"
    case .polish, .african, .iberian:
      return dice.chance(400) ? forename(sex, origin, bornIn: year) : ""
    default: return ""
    }
  }

  /// The surname of someone whose parents are not in the neighbourhood.
  mutating func surname(_ sex: Person.Sex, _ origin: Origin) -> String {
    switch origin {
    case .british, .mixed: return britishSurname()
    case .iberian where dice.chance(500):
      let surnames = OtherNames.iberian.surnames
      return surnames.draw(&dice) + " " + surnames.draw(&dice)
    case .pakistani, .bangladeshi:
      if sex == .female, dice.chance(400) {
        return dice.pick(["Begum", "Bibi", "Khatun", "Akhtar"])
      }
    default: break
    }
    return Self.gendered(Self.tradition(of: origin).surnames.draw(&dice), sex, origin)
  }

  private mutating func britishSurname() -> String {
    switch dice.below(1_000) {
    case ..<650:
      let name = BritishSurnames.common.draw(&dice)
      guard let others = RareNames.surnameSpellings[name], dice.chance(60) else { return name }
      return dice.pick(others)
    case ..<870:
      return BritishSurnames.beginnings.draw(&dice) + BritishSurnames.endings.draw(&dice)
    case ..<890: return BritishSurnames.beginnings.draw(&dice) + "er"
    case ..<915: return dice.pick(["Mc", "Mc", "Mac", "O'"]) + RareNames.gaelicStems.draw(&dice)
    case ..<930:
      return dice.pick(RareNames.westernBeginnings) + dice.pick(RareNames.westernEndings)
    case ..<970: return RareNames.fathers.draw(&dice) + dice.pick(RareNames.fatherEndings)
    default:
      return BritishSurnames.common.draw(&dice) + "-" + BritishSurnames.common.draw(&dice)
    }
  }

  /// The surname a child gets from the parents' names.
  mutating func inherited(
    _ sex: Person.Sex, _ origin: Origin, father: NameSpell?, mother: NameSpell?, married: Bool
  ) -> String {
    switch origin {
    case .somali:
      if let father, !father.middleNames.isEmpty { return father.middleNames }
    case .iberian:
      if let father, let mother {
        return Self.first(father.surname) + " " + Self.first(mother.surname)
      }
    case .pakistani, .bangladeshi:
      if sex == .female, dice.chance(200) { return "Begum" }
    default:
      if let father, let mother, !married, dice.chance(40) {
        return father.surname + "-" + mother.surname
      }
    }
    let takesFathers = married || dice.chance(620)
    let source = takesFathers ? father ?? mother : mother ?? father
    guard let source else { return surname(sex, origin) }
    return Self.gendered(source.surname, sex, origin)
  }

  /// A surname as the wife bears it; nil when she keeps her own.
  mutating func married(_ husband: NameSpell, _ origin: Origin) -> String? {
    switch origin {
    case .somali, .iberian, .chinese: nil
    case .pakistani, .bangladeshi: dice.chance(300) ? husband.surname : nil
    default: dice.chance(870) ? Self.gendered(husband.surname, .female, origin) : nil
    }
  }

  /// What friends call someone; nil for most.
  mutating func knownAs(_ forename: String) -> String? {
    guard let shorter = NearNames.knownAs[forename], dice.chance(350) else { return nil }
    return dice.pick(shorter)
  }

  private static func first(_ surname: String) -> String {
    surname.split(separator: " ").first.map(String.init) ?? surname
  }

  /// A Polish surname in -ski, -cki or -dzki ends in -a for a woman.
  static func gendered(_ surname: String, _ sex: Person.Sex, _ origin: Origin) -> String {
    guard origin == .polish else { return surname }
    let isFeminine =
      surname.hasSuffix("ska") || surname.hasSuffix("cka") || surname.hasSuffix("dzka")
    let isMasculine =
      surname.hasSuffix("ski") || surname.hasSuffix("cki") || surname.hasSuffix("dzki")
    if sex == .female, isMasculine { return surname.dropLast() + "a" }
    if sex == .male, isFeminine { return surname.dropLast() + "i" }
    return surname
  }

  private static func tradition(of origin: Origin) -> NameTradition {
    switch origin {
    case .irish: OtherNames.irish
    case .polish: OtherNames.polish
    case .pakistani: OtherNames.southAsianMuslim
    case .bangladeshi: OtherNames.bangladeshi
    case .indian: OtherNames.indian
    case .somali: OtherNames.somali
    case .african: OtherNames.african
    case .chinese: OtherNames.chinese
    case .iberian: OtherNames.iberian
    case .caribbean, .british, .mixed: OtherNames.caribbean
    }
  }
}
