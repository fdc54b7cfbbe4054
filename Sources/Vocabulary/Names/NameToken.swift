/// One word of a name field, and what the reading has made of it so far.
struct NameToken {
  /// How the reading uses the word.
  enum Use: UInt8 {
    case name, given, surname, known, former, alias, title, placeholder, dropped
  }

  /// Where it is in the source and in the folded bytes.
  var source: Range<Int>
  var folded: Range<Int>
  var word = PackedWord()
  var meaning: NameWord = []
  var use = Use.name

  /// What stands between it and the word before.
  var afterHyphen = false
  var afterComma = false
  var afterSlash = false
  var afterUnderscore = false
  var afterAmpersand = false
  var afterApostrophe = false
  var afterPeriod = false
  /// The bracket or quotation it stands in, counted from one; zero outside.
  var enclosure: UInt8 = 0
  /// The alias or former name it belongs to.
  var group: UInt8 = 0
  /// Which of several people it belongs to.
  var person: UInt8 = 0

  var hasUpper = false
  var hasLower = false
  var hasDigit = false
  var isForeign = false
  var isDamaged = false
  var isPlainASCII = true

  /// Whether it cannot be "III" and the like.
  var generationIsAbsent: Bool { !meaning.contains(.generation) }
  var isInitial: Bool { folded.count == 1 && !hasDigit }
  /// Whether it is all capitals and long enough for that to say something.
  var shouts: Bool { hasUpper && !hasLower && folded.count > 1 }
}
