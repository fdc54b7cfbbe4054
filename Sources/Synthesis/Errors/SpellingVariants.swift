/// Names that are written in more than one way in English, and the plain letters of others.
enum SpellingVariants {
  private static let groups: [[String]] = [
    ["Mohammed", "Muhammad", "Mohamed", "Mohammad", "Md"], ["Hussain", "Hussein", "Husain"],
    ["Ahmed", "Ahmad", "Ahmet"], ["Aisha", "Ayesha", "Aysha"], ["Fatima", "Fatimah", "Fatema"],
    ["Khadija", "Khadijah", "Kadija"], ["Yusuf", "Yousuf", "Yousef"], ["Ibrahim", "Ebrahim"],
    ["Abdul", "Abdel", "Abdi"], ["Abdullah", "Abdallah", "Abdulahi"], ["Zainab", "Zaynab"],
    ["Maryam", "Mariam"], ["Rahman", "Rehman"], ["Chowdhury", "Choudhury", "Chaudhry"],
    ["Miah", "Mia"], ["Begum", "Begom"], ["Singh", "Sing"], ["Sheikh", "Shaikh"],
    ["Uddin", "Udin"], ["Iqbal", "Eqbal"], ["Malik", "Malek"], ["Farah", "Farrah"],
    ["Omar", "Umar"], ["Ali", "Aly"], ["Hassan", "Hasan"], ["Warsame", "Warsama"],
    ["Jama", "Jamaa"], ["Hodan", "Hoodan"], ["Zhang", "Chang"], ["Li", "Lee"],
    ["Wang", "Wong"], ["Chen", "Chan"], ["Xu", "Hsu"], ["Liu", "Lau"],
    ["Catherine", "Katherine", "Kathryn"], ["Sean", "Shaun", "Shawn"], ["Stephen", "Steven"],
    ["Claire", "Clare", "Clair"], ["Sarah", "Sara"], ["Geoffrey", "Jeffrey"],
    ["Siobhan", "Shivaun"], ["Niamh", "Neve"], ["O'Neill", "O Neil", "ONeill"],
    ["MacDonald", "McDonald", "Mc Donald"], ["Smith", "Smyth"], ["Brown", "Browne"],
    ["Clark", "Clarke"], ["Read", "Reid", "Reed"], ["Philips", "Phillips"],
  ]

  private static let plainLetters: [Character: String] = [
    "ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z",
    "Ł": "L", "Ś": "S", "Ż": "Z", "Ź": "Z", "Ć": "C", "Ą": "A", "Ę": "E", "Ń": "N", "Í": "I",
    "Ú": "U", "Ã": "A", "Ç": "C", "Ñ": "N",
    "Ë": "E", "Ö": "O", "Ü": "U", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "á": "a", "à": "a", "ã": "a", "â": "a", "ä": "a", "ç": "c", "í": "i", "ï": "i", "î": "i",
    "ñ": "n", "õ": "o", "ô": "o", "ö": "o", "ú": "u", "ü": "u", "ø": "o", "É": "E", "Á": "A",
    "Ó": "O", "’": "'",
  ]

  private static let index: [String: Int] = {
    var found: [String: Int] = [:]
    for (place, group) in groups.enumerated() {
      for name in group { found[name.lowercased()] = place }
    }
    return found
  }()

  /// Another accepted spelling of a name; nil where there is none.
  static func variant(of name: String, _ chance: inout Chance) -> String? {
    if let place = index[name.lowercased()] {
      return chance.pick(groups[place].filter { $0.lowercased() != name.lowercased() })
    }
    if name.hasSuffix("ska") { return String(name.dropLast()) + "i" }
    let plain = plainSpelling(of: name)
    return plain == name ? nil : plain
  }

  /// The name in letters without marks.
  static func plainSpelling(of name: String) -> String {
    var plain = ""
    for letter in name {
      if let replaced = plainLetters[letter] { plain += replaced } else { plain.append(letter) }
    }
    return plain
  }
}
