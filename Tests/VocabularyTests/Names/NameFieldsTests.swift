import Testing

@testable import Vocabulary

@Suite struct NameFieldsTests {
  @Test func plainFields() {
    let name = PersonName(
      title: "MR", forename: "JOHN", middleNames: "PAUL", surname: "SMITH-JONES", knownAs: "Jack",
      formerSurname: "Brown")
    #expect(name.display == "Mr John Paul Smith-Jones")
    #expect(name.knownAs.text == "Jack")
    #expect(name.formerSurnames.map { $0.text } == ["Brown"])
    #expect(name.notes == [])
  }

  @Test func fieldsThatHoldMoreThanTheirHeading() {
    #expect(PersonName(forename: "John Smith", surname: "Smith").display == "John Smith")
    #expect(PersonName(forename: "Mr John", surname: "Smith").title == .mr)
    #expect(PersonName(forename: "John (Jack)", surname: "Smith").knownAs.text == "Jack")
    #expect(PersonName(surname: "SMITH, John").display == "John Smith")
    #expect(
      PersonName(forename: "Mary", surname: "Smith nee Brown").formerSurnames.map { $0.text }
        == ["Brown"])
    #expect(PersonName(forename: "John", surname: "Smith Jr").generation == .junior)
    #expect(PersonName(forename: "John", surname: "Smith (deceased)").annotations == .deceased)
    let numbered = PersonName(forename: "John", surname: "SMITH 123456")
    #expect(numbered.surname.text == "Smith")
    #expect(numbered.notes == .identifierInName)
    #expect(
      PersonName(forename: "John", middleNames: "N/K", surname: "Smith").givenNames.count == 1)
    #expect(
      PersonName(forename: "John", surname: "Smith", knownAs: "Jack Smith").knownAs.text == "Jack")
  }

  @Test func surnamesAndForenamesThatLookLikeSuffixesStay() {
    #expect(PersonName(forename: "Rahul", surname: "Sen").surname.text == "Sen")
    #expect(PersonName.parse(full: "Rahul Sen").display == "Rahul Sen")
    #expect(PersonName.parse(full: "Amartya SEN").surname.text == "Sen")
    #expect(PersonName(forename: "Wei Jun", surname: "Kim").givenNames.text == "Wei Jun")
    #expect(PersonName.parse(full: "John Smith Snr").generation == .senior)
  }

  @Test func fillersAreFillersOnlyWithoutARealName() {
    let baby = PersonName(forename: "Baby", surname: "Smith")
    #expect(baby.givenNames.isEmpty && baby.surname.text == "Smith")
    #expect(baby.notes == .placeholder)
    #expect(baby.placeholderText == "Baby Smith")
    #expect(PersonName(forename: "Lee", surname: "Child").surname.text == "Child")
    #expect(PersonName(forename: "", surname: "Child").isEmpty)
    #expect(PersonName(forename: "Baby", surname: "Child").isEmpty)
    #expect(PersonName(forename: "Unknown", surname: "Unknown").isEmpty)
    #expect(PersonName(forename: "Unborn", surname: "Smith").notes.contains(.unborn))
    #expect(PersonName().isEmpty)
  }

  @Test func swappedFieldsAreNoticed() {
    #expect(PersonName(forename: "Smith", surname: "Robert").notes.contains(.possiblySwapped))
    #expect(PersonName(forename: "SMITH", surname: "Zebedee").notes.contains(.possiblySwapped))
    #expect(!PersonName(forename: "Robert", surname: "Smith").notes.contains(.possiblySwapped))
    #expect(!PersonName(forename: "James", surname: "Thomas").notes.contains(.possiblySwapped))
    #expect(!PersonName(forename: "ROBERT", surname: "SMITH").notes.contains(.possiblySwapped))
  }

  @Test func initialsAreNoticed() {
    #expect(PersonName(forename: "J", surname: "Smith").notes == .initialsOnly)
    #expect(PersonName(forename: "J", middleNames: "Paul", surname: "Smith").notes == [])
  }
}
