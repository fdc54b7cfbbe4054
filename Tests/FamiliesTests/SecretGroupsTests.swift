import Families
import Testing
import Vocabulary

@Suite("Who shares a home that nobody knows")
struct SecretGroupsTests {
  /// Two who lived in one house, each from a day and with an address that is secret since another.
  private func village(
    _ first: (from: String, fled: String), _ second: (from: String, fled: String)
  ) -> Village {
    var village = Village()
    village.add("Jess Ford", born: "1975-12-06", female: true, protected: first.fled)
    village.add("Tom Ford", born: "1978-01-01", female: false, protected: second.fled)
    village.see("Jess Ford", at: "house", from: first.from)
    village.see("Tom Ford", at: "house", from: second.from)
    return village
  }

  @Test(
    "those who fled one house are together if they lived there and left together",
    arguments: [
      (("2003-01-01", "2010-07-01"), ("2004-01-01", "2010-08-01"), true),
      // A tenant after the other.
      (("2003-01-01", "2005-07-01"), ("2008-01-01", "2011-07-01"), false),
      (("2008-01-01", "2011-07-01"), ("2003-01-01", "2005-07-01"), false),
      // Years later, out of the same house.
      (("2003-01-01", "2006-07-01"), ("2003-01-01", "2011-07-01"), false),
    ])
  func sharing(_ first: (String, String), _ second: (String, String), _ isOne: Bool) {
    #expect((village(first, second).everTogether(with: "Jess Ford").count == 2) == isOne)
  }

  @Test("a child is with its mother, whenever rows begin to say that it is protected")
  func kin() {
    var village = Village()
    village.add("Jess Ford", born: "1975-12-06", female: true, protected: "2010-07-01")
    village.add("Sara Ford", born: "2002-09-11", female: true, protected: "2012-07-01")
    village.see(["Jess Ford", "Sara Ford"], at: "house", from: "2005-01-01")
    village.say("Jess Ford", "parent-of", "Sara Ford")
    #expect(
      village.family(of: "Sara Ford") == ["Jess Ford: parent", "Sara Ford: dependent-child"])
  }
}
