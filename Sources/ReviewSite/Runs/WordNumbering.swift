/// Numbers words as they come, each once, and remembers the words of names: most come many times.
struct WordNumbering {
  /// The words by their numbers.
  private(set) var words: [String] = []
  private var numbers: [String: Int32] = [:]
  private var numbersOfName: [String: [Int32]] = [:]

  /// The number of a word.
  mutating func number(of word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let number = Int32(words.count)
    words.append(word)
    numbers[word] = number
    return number
  }

  /// The numbers of the words of a name, and of a birth date where there is one.
  mutating func numbers(of name: String, born: String?) -> [Int32] {
    let own = numbers(of: name)
    return born.map { own + [number(of: $0)] } ?? own
  }

  private mutating func numbers(of name: String) -> [Int32] {
    if let known = numbersOfName[name] { return known }
    let found = NameWords.words(of: name).map { number(of: $0) }
    numbersOfName[name] = found
    return found
  }
}
