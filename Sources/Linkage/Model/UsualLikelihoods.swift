/// What m is usually like, where there is nothing to learn it from.
public enum UsualLikelihoods {
  /// m of a comparison with so many levels: nine in ten matches agree in the strongest level, and each
  /// weaker agreement takes half of what is left, but a twentieth disagree.
  public static func m(levels: Int) -> [Double] {
    guard levels > 1 else { return [1] }
    guard levels > 2 else { return [0.95, 0.05] }
    var m = [Double](repeating: 0, count: levels)
    m[0] = 0.85
    m[levels - 1] = 0.05
    var left = 0.1
    for level in 1..<levels - 1 {
      m[level] = level == levels - 2 ? left : left / 2
      left -= m[level]
    }
    return m
  }
}
