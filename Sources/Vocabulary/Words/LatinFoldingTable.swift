/// What each letter of Latin-1, Latin Extended and Vietnamese folds to; a dot folds to nothing.
enum LatinFoldingTable {
  /// U+00C0 to U+024F, sixteen to a line.
  static let extended = entries(
    """
    A A A A A A AE C E E E E I I I I
    D N O O O O O . O U U U U Y TH SS
    A A A A A A AE C E E E E I I I I
    D N O O O O O . O U U U U Y TH Y
    A A A A A A C C C C C C C C D D
    D D E E E E E E E E E E G G G G
    G G G G H H H H I I I I I I I I
    I I IJ IJ J J K K K L L L L L L L
    L L L N N N N N N N N N O O O O
    O O OE OE R R R R R R S S S S S S
    S S T T T T T T U U U U U U U U
    U U U U W W Y Y Y Z Z Z Z Z Z S
    . B . . . . O . . D D . . . E E
    E F F . . . . I K K . . . N . .
    O O . . . . . . . . . . . . . U
    U . . . . Z Z Z . . . . . . . .
    . . . . DZ DZ DZ LJ LJ LJ NJ NJ NJ A A I
    I O O U U U U U U U U U U E A A
    A A . . G G G G K K O O O O . .
    J DZ DZ DZ G G . . N N A A AE AE O O
    A A A A E E E E I I I I O O O O
    R R R R U U U U S S T T . . H H
    . . . . . . A A E E O O O O O O
    O O Y Y . . . . . . . . . . . .
    . . . . U . . . . . . . . . . .
    """)

  /// U+1E00 to U+1EFF, sixteen to a line.
  static let additional = entries(
    """
    A A B B B B B B C C D D D D D D
    D D D D E E E E E E E E E E F F
    G G H H H H H H H H H H I I I I
    K K K K K K L L L L L L L L M M
    M M M M N N N N N N N N O O O O
    O O O O P P P P R R R R R R R R
    S S S S S S S S S S T T T T T T
    T T U U U U U U U U U U V V V V
    W W W W W W W W W W X X X X Y Y
    Z Z Z Z Z Z H T W Y A S . . SS .
    A A A A A A A A A A A A A A A A
    A A A A A A A A E E E E E E E E
    E E E E E E E E I I I I O O O O
    O O O O O O O O O O O O O O O O
    O O O O U U U U U U U U U U U U
    U U Y Y Y Y Y Y Y Y . . . . . .
    """)

  /// Turns the words of a table into pairs of ASCII letters, the second zero where there is one.
  private static func entries(_ table: String) -> [SIMD2<UInt8>] {
    table.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { entry in
      let letters = Array(entry.utf8)
      guard letters.first != UInt8(ascii: ".") else { return .zero }
      return SIMD2(letters[0], letters.count > 1 ? letters[1] : 0)
    }
  }
}
