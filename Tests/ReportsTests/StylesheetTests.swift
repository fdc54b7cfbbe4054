import Testing

@testable import Reports

/// Text has to stand out from what is behind it: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
@Suite struct StylesheetTests {
  struct Pair: CustomTestStringConvertible {
    var front: String
    var back: String
    var least: Double
    var testDescription: String { "\(front) on \(back)" }
  }

  static let pairs = [
    Pair(front: "--ink", back: "#ffffff", least: 7), Pair(front: "--ink", back: "--wash", least: 7),
    Pair(front: "--soft", back: "#ffffff", least: 4.5),
    Pair(front: "--soft", back: "--wash", least: 4.5),
    Pair(front: "--soft", back: "#fff8e8", least: 4.5),
    Pair(front: "--link", back: "#ffffff", least: 4.5),
    Pair(front: "--link", back: "#fff3c4", least: 4.5),
    Pair(front: "#ffffff", back: "--deep", least: 4.5),
    Pair(front: "--good", back: "#eaf5ee", least: 4.5),
    Pair(front: "--care", back: "#fff5de", least: 4.5),
    Pair(front: "--bad", back: "#fdeeec", least: 4.5),
    Pair(front: "--fill", back: "#ffffff", least: 3),
    Pair(front: "--bad", back: "#ffffff", least: 3),
    Pair(front: "--fill", back: "--gap", least: 3),
  ]

  @Test(arguments: pairs)
  func `contrast`(_ pair: Pair) throws {
    let front = try luminance(of: pair.front)
    let back = try luminance(of: pair.back)
    let contrast = (max(front, back) + 0.05) / (min(front, back) + 0.05)
    #expect(contrast >= pair.least, "\(contrast)")
  }

  @Test func `the colours tried are those of the stylesheet`() {
    let used = Self.pairs.flatMap { [$0.front, $0.back] }.filter { $0.hasPrefix("#") }
    for colour in used where colour != "#ffffff" {
      #expect(Stylesheet.markup.html.contains(colour))
    }
  }

  /// The relative luminance of a colour, or of the variable that holds it.
  private func luminance(of name: String) throws -> Double {
    var colour = name
    if name.hasPrefix("--") {
      let css = Stylesheet.markup.html
      let place = try #require(css.firstRange(of: "\(name):"))
      colour = String(css[place.upperBound...].prefix(7))
    }
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF].map {
      linear(Double($0) / 255)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func linear(_ part: Double) -> Double {
    guard part > 0.04045 else { return part / 12.92 }
    // x to the power of 2.4: the fifth root of x to the twelfth, by Newton's method.
    let base = (part + 0.055) / 1.055
    let power = (0..<12).reduce(1.0) { result, _ in result * base }
    return (0..<60).reduce(base) { root, _ in
      root - (root * root * root * root * root - power) / (5 * root * root * root * root)
    }
  }
}
