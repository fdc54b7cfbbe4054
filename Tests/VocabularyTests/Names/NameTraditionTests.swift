import Testing

@testable import Vocabulary

@Suite struct NameTraditionTests {
  private func hints(_ field: String) -> [NameTradition: NameTraditionHint] {
    let hints = PersonName.parse(full: field).traditionHints
    return Dictionary(uniqueKeysWithValues: hints.map { ($0.tradition, $0) })
  }

  @Test func markersAreNoFamilySurnames() {
    let begum = hints("Rukhsana Karim Begum")[.southAsian]
    #expect(begum?.markers == ["BEGUM"])
    #expect(begum?.givenCandidates == ["RUKHSANA"])
    #expect(begum?.surnameCandidates == ["KARIM"])
    let md = hints("Md Jahangir Alam")[.southAsian]
    #expect(md?.markers == ["MD"])
    #expect(md?.givenCandidates == ["JAHANGIR"])
    #expect(md?.surnameCandidates == ["ALAM"])
    #expect(hints("Harpreet Kaur Gill")[.southAsian]?.surnameCandidates == ["GILL"])
  }

  @Test func chainsTwoSurnamesAndOrder() {
    let chain = hints("Fadumo Ali Warsame")[.somaliChain]
    #expect(chain?.surnameCandidates == ["ALI", "WARSAME"])
    let two = hints("Maria Lopez Garcia")[.twoSurnames]
    #expect(two?.surnameCandidates == ["LOPEZ", "GARCIA", "LOPEZ GARCIA"])
    let chen = hints("Chen Wei Ming")[.familyNameFirst]
    #expect(chen?.surnameCandidates == ["CHEN"])
    #expect(chen?.givenCandidates == ["WEI MING"])
    #expect(hints("Anna Kowalska")[.genderedEnding]?.surnameCandidates == ["KOWALSK"])
  }

  @Test func anEnglishNameHasNoHint() {
    #expect(hints("John Paul Smith").isEmpty)
    #expect(hints("Smith").isEmpty)
    #expect(hints("").isEmpty)
  }

  @Test(arguments: [
    ("Kowalski", "Kowalska"), ("Dąbrowski", "Dabrowska"), ("Potocki", "Potocka"),
    ("Ivanov", "Ivanova"), ("Zelensky", "Zelenska"), ("Smith-Jones", "Jones"),
    ("Al-Hassan", "Hassan"), ("Lopez Garcia", "Lopez"), ("Dostoevskiy", "Dostoevskaya"),
  ])
  func surnamesShareAKey(_ left: String, _ right: String) {
    let one = Set(PersonName(forename: "A", surname: left).surnameKeys)
    #expect(!one.isDisjoint(with: PersonName(forename: "A", surname: right).surnameKeys))
  }

  @Test(arguments: [("Smith", "Jones"), ("Hassan", "Hussain"), ("Ska", "Ski"), ("Alder", "Der")])
  func surnamesShareNoKey(_ left: String, _ right: String) {
    let one = Set(PersonName(forename: "A", surname: left).surnameKeys)
    #expect(one.isDisjoint(with: PersonName(forename: "A", surname: right).surnameKeys))
  }
}
