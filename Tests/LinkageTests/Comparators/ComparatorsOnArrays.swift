@testable import Linkage

// Checks can't take spans, so they take arrays and literals here.

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

extension CharacterMask {
  static func of(_ text: [UInt8]) -> UInt64 { of(text.span) }
}

extension Jaro {
  static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    similarity(left.span, right.span)
  }
}

extension JaroWinkler {
  static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    similarity(left.span, right.span)
  }
}

extension Levenshtein {
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    distance(left.span, right.span)
  }

  static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    isWithin(limit, left.span, right.span)
  }
}

extension DamerauLevenshtein {
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    distance(left.span, right.span)
  }

  static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    isWithin(limit, left.span, right.span)
  }
}

extension BigramOverlap {
  static func sharedCount(_ left: [UInt8], _ right: [UInt8]) -> Int {
    sharedCount(left.span, right.span)
  }

  static func dice(_ left: [UInt8], _ right: [UInt8]) -> Double {
    dice(left.span, right.span)
  }

  static func jaccard(_ left: [UInt8], _ right: [UInt8]) -> Double {
    jaccard(left.span, right.span)
  }
}
